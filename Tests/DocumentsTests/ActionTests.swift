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
    ("- Add an alert\n  - Owner: Mei\n  - Due: 2024-05-01", "Mei", "2024-05-01", "details below"),
  ])
  func `owner and date are read from sentences`(body: String, owner: String?, due: String?, reason: String) {
    let items = actions(body)
    #expect(items.count == 1, "\(reason)")
    #expect(items.first?.owner == owner, "\(reason)")
    #expect(items.first?.due == due, "\(reason)")
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

  @Test
  func `groups head actions, and their items are the actions`() {
    let items = actions("- Detect:\n  - Add an alert\n  - Add a probe\n- **Prevent**\n  - Lower the limit\n")
    #expect(items.map(\.text) == ["Add an alert", "Add a probe", "Lower the limit"])
    #expect(
      actions("### Immediate (completed)\n- Lower the limit\n### Later\n- Add a probe").map(\.isDone) == [true, false])
  }
}
