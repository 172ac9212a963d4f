import Chronology
import Findings
import Plans
import Testing

struct PlanCheckTests {
  static func plan(_ rows: [String], head: String = "", below: String = "") -> Plan {
    Plan(
      parsing: """
        ---
        title: Orders wait
        when: the queue is long
        likelihood: rare
        impact: minor
        owner: operations
        review-by: 2027-01-01
        \(head.isEmpty ? "tags: none" : head)
        ---
        ## Steps
        | # | do | who | result | within | after | if it fails |
        |---|----|-----|--------|--------|-------|-------------|
        \(rows.joined(separator: "\n"))

        ## Communication
        | audience | first word within |
        |---|---|
        | internal | 10 min |
        | stakeholders | 10 min |
        | customers | 10 min |
        \(below)
        """)
  }

  static let good = "| 1 | Stop the import | operations | 'paused' on its page | 5 min | | call the desk |"

  static func rules(_ plan: Plan, _ context: PlanContext = PlanContext()) -> [String] {
    PlanCheck.findings(plan, path: "plan.md", context: context).map(\.rule)
  }

  @Test func `a whole plan has no findings`() {
    #expect(Self.rules(Self.plan([Self.good])) == [])
  }

  @Test(arguments: [
    ("| 1 | Stop it | | 'paused' | 5 min | | call |", "step-no-owner"),
    ("| 1 | Stop it | operations | | 5 min | | call |", "step-no-result"),
    ("| 1 | Stop it | operations | Done. | 5 min | | call |", "vague-result"),
    ("| 1 | Stop it | operations | 'paused' | | | call |", "step-no-time"),
    ("| 1 | Stop it | operations | 'paused' | 5 min | | |", "step-no-fallback"),
    ("| 1 | Stop it | operations | 'paused' | soon | | call |", "step-time"),
    ("| 1 | Stop it | operations | 'paused' | 90 days | | call |", "step-time"),
    ("| 1 | Stop it | operations | 'paused' | 5 min | 7 | call |", "step-order"),
    ("| 1 | Stop it | operations | 'paused' | 5 min | 1 | call |", "step-order"),
    ("| 1 | | operations | 'paused' | 5 min | | call |", "step-no-task"),
  ])
  func `one thing wrong with a step is one finding on its line`(row: String, rule: String) {
    let found = PlanCheck.findings(Self.plan([row]), path: "plan.md")
    #expect(found.map(\.rule) == [rule])
    #expect(found.first?.span.line == 13)
  }

  @Test func `a circle is shown as it runs`() {
    let rows = [
      "| 1 | A | operations | a light | 5 min | 3 | call |", "| 2 | B | operations | a light | 5 min | 1 | call |",
      "| 3 | C | operations | a light | 5 min | 2 | call |", "| 4 | D | operations | a light | 5 min | 3 | call |",
    ]
    let found = PlanCheck.findings(Self.plan(rows), path: "plan.md")
    #expect(found.map(\.rule) == ["circular-order"])
    #expect(found.first?.message.contains("1 after 3 after 2 after 1") == true)
  }

  @Test func `the promise of the plan is held against its longest way`() {
    let rows = [
      "| 1 | A | operations | a light | 20 min | | call |", "| 2 | B | operations | a light | 50 min | 1 | call |",
      "| 3 | C | operations | a light | 50 min | 1 | call |",
    ]
    #expect(Self.rules(Self.plan(rows, head: "recover-within: 1 h")) == ["over-target"])
    #expect(Self.rules(Self.plan(rows, head: "recover-within: 70 min")) == [])
  }

  @Test func `the first word may not wait for the repair`() {
    let rows = [
      "| 1 | Repair | operations | a light | 40 min | | call |",
      "| 2 | First word to customers | communications | the update | 5 min | 1 | call |",
    ]
    #expect(Self.rules(Self.plan(rows)) == ["late-word"])
  }

  @Test func `roles that nobody fills, and one person everywhere`() {
    let rows = [
      "| 1 | A | operations | a light | 5 min | | call |", "| 2 | B | legal | a light | 5 min | | call |",
      "| 3 | C | scribe | a light | 5 min | | call |", "| 4 | D | wizard | a light | 5 min | | call |",
      "| 5 | E | Ines Roth | a light | 5 min | | call |",
    ]
    let people = [
      PlanContext.Person(name: "Ines Roth", roles: ["operations", "scribe"]),
      PlanContext.Person(name: "Jo Falk", roles: ["operations", "legal"], isHere: false),
    ]
    let context = PlanContext(roles: ["operations", "legal", "scribe"], people: people)
    let found = PlanCheck.findings(Self.plan(rows), path: "p", context: context)
    #expect(found.map(\.rule) == ["one-person", "role-unfilled", "unknown-role"])
    #expect(found.first?.message == "only Ines Roth can fill operations and scribe")
  }

  @Test func `a contact without a way, and one who left`() {
    let below = """

      ## Contacts
      | who | how to reach them | for |
      |---|---|---|
      | Hoster | | power |
      | Jo Falk | +49 1 | keys |
      """
    let context = PlanContext(people: [PlanContext.Person(name: "Jo Falk", roles: [], isHere: false)])
    let plan = Self.plan([Self.good], below: below)
    let found = PlanCheck.findings(plan, path: "p", context: context).filter { $0.rule == "contact-gone" }
    #expect(found.map(\.message) == ["nothing says how to reach Hoster", "Jo Falk is no longer here"])
  }

  @Test func `a placeholder is one finding for each text of contacts and of steps, with all who wait for it`() {
    let rows = [
      "| 1 | Call ⟨number of the desk⟩ | operations | they say \"it is ⟨time⟩\" | 5 min | | write ⟨number of the desk⟩ |"
    ]
    let below = """

      > We are sorry. Next word by ⟨time⟩, at ⟨the shop⟩.

      Last tried on ⟨date⟩, and on ⟨date⟩.
      Once more on ⟨date⟩; a ⟨ alone is none, nor is ⟨⟩.

      ## Contacts
      | who | how to reach them | for |
      |---|---|---|
      | Hoster | ⟨telephone⟩ | power |
      | Bank | ⟨telephone⟩ | money |
      | Desk | +49 30 1 | all |
      """
    let found = PlanCheck.findings(Self.plan(rows, below: below), path: "p")
    #expect(
      found.map { "\($0.span.line) \($0.rule): \($0.message)" } == [
        "13 step-unfilled: nobody has filled in '⟨number of the desk⟩' in step 1",
        "13 words-unfilled: the prepared words leave open '⟨time⟩' and '⟨the shop⟩'",
        "24 text-unfilled: nobody has filled in '⟨date⟩', which stands in 2 lines",
        "30 contact-unfilled: nobody has filled in '⟨telephone⟩' for Hoster and Bank",
      ])
  }

  @Test func `a role whose only people cannot be reached is told once for all of its roles`() {
    let rows = [
      "| 1 | A | legal | a light | 5 min | | call |", "| 2 | B | scribe | a light | 5 min | | call |",
    ]
    let people = [
      PlanContext.Person(name: "Rita", roles: ["legal", "scribe"], isReachable: false),
      PlanContext.Person(name: "Jo", roles: ["scribe"]),
    ]
    let context = PlanContext(roles: ["legal", "scribe"], people: people)
    let found = PlanCheck.findings(Self.plan(rows), path: "p", context: context)
    #expect(found.map(\.message) == ["nothing says how to reach Rita, and nobody else can be legal"])
  }

  @Test func `a drill in which the plan did not hold is told with its reason`() {
    let day = CivilDate(year: 2026, month: 11, day: 1)
    let context = PlanContext(
      today: day, rehearsals: ["orders-wait": .init(day: day, shortfall: "nobody followed the plan")])
    let found = PlanCheck.findings(Self.plan([Self.good]), path: "p", context: context)
    #expect(
      found.map(\.message) == ["the plan was played on 2026-11-01, and it did not hold: nobody followed the plan"])
  }

  @Test func `days are judged only where today is known`() {
    let plan = Self.plan([Self.good])
    let late = PlanContext(
      today: CivilDate(year: 2027, month: 1, day: 2),
      rehearsals: ["orders-wait": PlanContext.Rehearsal(day: CivilDate(year: 2025, month: 1, day: 1))])
    #expect(Self.rules(plan, late) == ["rehearsed-long-ago", "review-overdue"])
    #expect(Self.rules(plan, PlanContext(rehearsals: [:])) == ["never-rehearsed"])
  }

  @Test func `an audience that is told nothing is missing`() {
    var text = Self.plan([Self.good]).text
    text = text.replacing("| customers | 10 min |\n", with: "")
    let found = PlanCheck.findings(Plan(parsing: text), path: "p")
    #expect(found.map(\.message) == ["nobody tells customers"])
  }

  @Test func `an empty document says what a plan needs`() {
    #expect(
      Set(Self.rules(Plan(parsing: ""))) == [
        "no-title", "no-trigger", "no-risk", "no-plan-owner", "no-steps", "no-review-day",
      ])
  }

  @Test func `every rule of the table has its own name and says something`() {
    #expect(Set(PlanRule.all.map(\.identifier)).count == PlanRule.all.count)
    for rule in PlanRule.all { #expect(rule.question.hasSuffix("?") && rule.reason.hasSuffix(".")) }
  }
}
