import Documents
import Findings
import Testing

struct ActionTests {
  private func actions(_ body: String) -> [ActionItem] {
    PostmortemDocument(parsing: "# A\n\n## Action items\n\n\(body)\n").actions
  }

  @Test
  func `rows are read by the names of their columns`() {
    let items = actions(
      """
      | # | Task | Who | By when | Status | Ticket |
      |---|------|-----|---------|--------|--------|
      | 1 | Alert at 80 % | Ines | 2024-05-01 | open | [OPS-1](https://t.example/1) |
      | 2 | Lower the limit | | TBD | Done | |
      | 3 | Add a probe | TBD | soon | | |
      """)
    #expect(items.map(\.text) == ["Alert at 80 %", "Lower the limit", "Add a probe"])
    #expect(items.map(\.owner) == ["Ines", nil, nil])
    #expect(items.map(\.due) == ["2024-05-01", nil, nil])
    #expect(items.map(\.isDone) == [false, true, false])
    #expect(items[0].link == "https://t.example/1")
    #expect(items[0].line == 7)
    #expect(items[0].span.column == 7)
  }

  @Test(arguments: [
    ("- @mei to add an alert by 2024-05-01", "@mei", "2024-05-01", "a handle and a date"),
    ("- [ ] Add an alert (owner: Ines, due: 3 May 2024)", "Ines", "3 May 2024", "in brackets"),
    ("- Add an alert. Owner: Tomás. Due: Q3", "Tomás", "Q3", "as sentences"),
    ("- Add an alert — platform, 14 Aug", "platform", "14 Aug", "behind a dash"),
    ("- Storage team: add an alert by end of June", "Storage team", "end of June", "a team with a colon"),
    ("- Ines will add an alert in sprint 12", "Ines", "sprint 12", "who will do it"),
    ("- Mail ops@example.com about it ASAP", nil, nil, "an address is no owner, ASAP no date"),
    ("- We will add an alert soon", nil, nil, "we is no owner, soon no date"),
    ("- Circuit breaker: add one per client", nil, nil, "a topic is no owner"),
    ("- Move to the new pool", nil, nil, "an imperative is no name"),
    ("- Migration to a new table of trips", nil, nil, "nor is a noun"),
    ("- Add an alert\n  - Owner: Mei\n  - Due: 2024-05-01", "Mei", "2024-05-01", "details below"),
  ])
  func `owner and date are read from sentences`(body: String, owner: String?, due: String?, reason: String) {
    let items = actions(body)
    #expect(items.count == 1, "\(reason)")
    #expect(items.first?.owner == owner, "\(reason)")
    #expect(items.first?.due == due, "\(reason)")
  }

  @Test(arguments: [
    ("- [ ] Compare builds (platform team, 14 Aug)", "platform team", "14 Aug", "a team and a date"),
    ("- Compare builds (Ana, 2026-03-01)", "Ana", "2026-03-01", "a name next to a date"),
    ("- Compare builds (ana / by 14 Aug)", "ana", "14 Aug", "parted by a slash"),
    ("- Compare builds (2026-03-01, Ana Costa)", "Ana Costa", "2026-03-01", "the date first"),
    ("- Compare builds [owner: ana]", "ana", nil, "a label in square brackets"),
    ("- Compare builds [owner=ana; due=2026-03-01]", "ana", "2026-03-01", "labels with equals signs"),
    ("- Compare builds (Owner(s): Ana)", "Ana", nil, "one or more owners"),
    ("- Compare builds (@ana)", "@ana", nil, "a handle in brackets"),
    ("- Compare builds (@ana, @tomas)", "@ana", nil, "two handles: the first"),
    ("- Compare builds — ana, by 2026-03-01", "ana", "2026-03-01", "behind a dash, with by"),
    ("- Compare builds - SRE", "SRE", nil, "a team behind a dash"),
    ("- [SRE team] Compare builds", "SRE team", nil, "a team in front"),
    ("- Compare builds (Storage squad) (2026-03-01)", "Storage squad", "2026-03-01", "two brackets"),
    ("- Compare builds (Ana, 14 Aug) [OPS-12](https://t.example/12)", "Ana", "14 Aug", "a ticket behind it"),
  ])
  func `owners are read from brackets and dashes`(body: String, owner: String?, due: String?, reason: String) {
    let items = actions(body)
    #expect(items.map(\.owner) == [owner], "\(reason)")
    #expect(items.map(\.due) == [due], "\(reason)")
  }

  @Test(arguments: [
    "- Compare builds (optional)", "- Compare builds (see above)", "- Compare builds (OPS-12)",
    "- Compare builds (in progress)", "- Compare builds (on all hosts of the hall)", "- Compare builds (Grafana)",
    "- Compare builds (add a test)", "- Compare builds (3 hosts)", "- Compare builds (version 2, 2026-03-01)",
    "- Compare builds (high, 2026-03-01)", "- Compare builds (done 2026-03-01)", "- Compare builds (#12)",
    "- Compare builds (was slow, 14 Aug)", "- Compare builds - see the runbook", "- Compare builds (done)",
    "- Compare builds (Google Cloud)", "- Compare builds (https://a.example/x)",
    "- Lower the limit (nginx) on all hosts",
    "- Move the proxy - slowly, host by host", "- Compare builds (Q3)", "- Compare builds (short term, high priority)",
    "- Write a post (the outage of 14 Aug)", "- Use a wider range (0-9, a-z)", "- Compare builds [draft]",
    "- Update driver: version 3", "- [ ] @someone compares builds", "- Compare builds (@TBD)",
    "- Circuit breaker: add one", "- Compare builds (staging first, then production)",
  ])
  func `a bracket is no owner because it is one`(body: String) {
    #expect(actions(body).map(\.owner) == [nil])
  }

  @Test
  func `names that stand at the end of several items, or take part, are owners`() {
    #expect(
      actions("- Compare builds (Kim)\n- Add a probe (Mei)\n- Lower the limit").map(\.owner) == ["Kim", "Mei", nil])
    #expect(actions("- Compare builds (Kim)\n- Add a probe").map(\.owner) == [nil, nil])
    let known = PostmortemDocument(
      parsing: "---\nauthors: Kim Park, Ana Costa\n---\n# A\n\n## Participants\n\n- Mei Lin (lead)\n\n## Follow-ups\n\n"
        + "- Compare builds (Kim)\n- Mei: add a probe\n- Lower the limit (Ana Costa)\n- Probe: add one (Redis)\n")
    #expect(known.actions.map(\.owner) == ["Kim", "Mei", "Ana Costa", nil])
  }

  @Test(arguments: [
    (
      "| Ticket | Status | DRI | Due date | Action |",
      "| [OPS-1](https://t.example/1) | Open | Ines | 2024-05-01 | Add a probe |"
    ),
    (
      "| Assignee(s) | What? | ETA | Jira ticket | State |",
      "| Ines | Add a probe | 2024-05-01 | <https://t.example/1> | Open |"
    ),
    (
      "| Deadline | Action owner | Action item description | Tracking issue |",
      "| 2024-05-01 | Ines | Add a probe | https://t.example/1 |"
    ),
    (
      "| Responsible team | Task | By when | GitHub issue | Status |",
      "| Ines | Add a probe | 2024-05-01 | [1](https://t.example/1) | Open |"
    ),
  ])
  func `columns may stand in any order and have longer names`(header: String, row: String) throws {
    let bars = String(repeating: "|---", count: header.count { $0 == "|" } - 1) + "|"
    let items = actions([header, bars, row].joined(separator: "\n"))
    let item = try #require(items.first)
    #expect(items.count == 1)
    #expect(item.text == "Add a probe")
    #expect(item.owner == "Ines")
    #expect(item.due == "2024-05-01")
    #expect(item.link == "https://t.example/1")
    #expect(!item.isDone)
  }

  @Test
  func `the number of a ticket is kept where no address stands`() {
    let items = actions(
      "| Action | Ticket | Done? |\n|---|---|---|\n| Add a probe | OPS-1 | [x] |\n| Lower it | n/a | [ ] |")
    #expect(items.map(\.link) == ["OPS-1", nil])
    #expect(items.map(\.isDone) == [true, false])
  }

  @Test(arguments: [
    "Action items", "Follow-ups", "Corrective actions", "Next steps", "Remediation", "What are we doing?",
    "What we're doing about it", "Follow-up tasks", "What's next", "TODOs", "4. Action points", "✅ Next actions",
  ])
  func `actions stand below many headings`(heading: String) {
    let document = PostmortemDocument(parsing: "# A\n\n## \(heading)\n\n- [ ] Compare builds (@ana)\n")
    #expect(document.actions.map(\.owner) == ["@ana"])
  }

  @Test(arguments: [
    ("- [x] Add an alert", true), ("- [ ] Added by hand so far, automate it", false), ("- ✅ Reverted the change", true),
    ("- Reverted the change", true), ("- We have added a probe", true), ("- The limit has been raised", true),
    ("- Embed the version", false), ("- Find out why it was slow", false), ("- Checked sums: replace them", false),
  ])
  func `what is done is told from what is open`(body: String, isDone: Bool) {
    #expect(actions(body).map(\.isDone) == [isDone])
  }

  @Test(arguments: [("2031-05-01, done", true), ("2031-05-01 (completed)", true), ("2031-05-01", false)])
  func `a date in a table may say that it was kept`(due: String, isDone: Bool) {
    let items = actions("| Action | Owner | Due |\n|---|---|---|\n| Embed the version | Mei | \(due) |\n")
    #expect(items.map(\.isDone) == [isDone])
  }

  @Test(arguments: ["N/A", "None.", "n/a", "No action items", "*None*"])
  func `that there are no actions is no action`(words: String) {
    #expect(actions("- \(words)\n- Add a probe\n").map(\.text) == ["Add a probe"])
  }

  @Test
  func `groups head actions, and their items are the actions`() {
    let items = actions("- Detect:\n  - Add an alert\n  - Add a probe\n- **Prevent**\n  - Lower the limit\n")
    #expect(items.map(\.text) == ["Add an alert", "Add a probe", "Lower the limit"])
    #expect(
      actions("### Immediate (completed)\n- Lower the limit\n### Later\n- Add a probe").map(\.isDone) == [true, false])
  }
}
