import Chronology
import Findings
import Incidents
import Plans
import Testing

struct PlanReaderTests {
  static let example = """
    ---
    plan: wrong-certificate
    title: A certificate is expired or does not fit its name
    when: TLS alerts, "certificate" in errors of a service
    likelihood: likely
    impact: major
    review-by: 2027-03-01
    recover-within: 1 h
    roles: [commander, operations, communications]
    ---
    ## Steps
    | # | do | who | until one sees | within | after |
    |---|----|-----|----------------|--------|-------|
    | 1 | Read the served certificate from outside | operations | name, issuer and both dates | 5 min | |
    | 2 | First word to customers | communications | update published | 10 min | |
    | 3 | Install the right certificate on [every host](hosts.md) | operations | the same fingerprint | 20 min | 1 |
    | 4 | Check payments end to end | operations, @Ines | one real order goes through | 10 min | 3 and 2 |

    If step 3 fails: turn the feature off behind its flag.

    ## Communication
    | audience | first word within | then every | who | what |
    |---|---|---|---|---|
    | customers | 15 min | 30 min | communications | what is broken |

    ## Contacts
    | who | how to reach them | for |
    |---|---|---|
    | The authority | +49 30 1 | a new certificate |
    | Nobody | | |
    """

  @Test func `a table of steps is read whole`() throws {
    let plan = Plan(parsing: Self.example)
    #expect(plan.problems.isEmpty)
    #expect(plan.name == "wrong-certificate")
    #expect(plan.title == "A certificate is expired or does not fit its name")
    #expect(plan.likelihood == .likely)
    #expect(plan.impact == .major)
    #expect(plan.reviewBy == CivilDate(year: 2027, month: 3, day: 1))
    #expect(plan.recoverWithinSeconds == 3600)
    #expect(plan.steps.map(\.number) == ["1", "2", "3", "4"])
    #expect(plan.steps.map(\.withinSeconds) == [300, 600, 1200, 600])
    #expect(plan.steps[3].after == ["3", "2"])
    #expect(plan.steps[3].responsible == ["operations", "Ines"])
    #expect(plan.steps[2].fallback == "turn the feature off behind its flag.")
    #expect(plan.steps[2].links.map(\.target) == ["hosts.md"])
    #expect(plan.steps[0].span.line == 14)
    let word = try #require(plan.communications.first)
    #expect(word.firstWithinSeconds == 900)
    #expect(word.everySeconds == 1800)
    #expect(plan.contacts.map(\.way) == ["+49 30 1", nil])
    #expect(plan.text == Self.example)
  }

  @Test func `a numbered list with labels is a plan too, one step after the other`() {
    let plan = Plan(
      parsing: """
        # The queue is full

        ## When
        Orders wait longer than ten minutes.

        ## What to do
        1. Stop the import.
           - Who: operations
           - Result: the import shows "paused"
           - Within: 5 min
        2. Tell customers
           Who: communications
           Until one sees: the update on the status page
           If it fails: call the partner desk
        """)
    #expect(plan.name == "the-queue-is-full")
    #expect(plan.trigger == "Orders wait longer than ten minutes.")
    #expect(plan.steps.map(\.task) == ["Stop the import.", "Tell customers"])
    #expect(plan.steps.map(\.responsible) == [["operations"], ["communications"]])
    #expect(plan.steps.map(\.result) == ["the import shows \"paused\"", "the update on the status page"])
    #expect(plan.steps.map(\.after) == [[], ["1"]])
    #expect(plan.steps.map(\.withinSeconds) == [300, nil])
    #expect(plan.steps[1].fallback == "call the partner desk")
  }

  @Test(arguments: [
    ("5 min", 300), ("1 h 30 min", 5400), ("90s", 90), ("2 days", 172_800), ("half an hour", 1800), ("1.5 h", 5400),
    ("within 10 minutes", 600), ("an hour", 3600), ("1h30m", 5400), ("15 min.", 900), ("half a day", 43_200),
  ])
  func `durations are read as people write them`(text: String, seconds: Int) {
    #expect(PlanDuration.seconds(text) == seconds)
  }

  @Test(arguments: ["", "soon", "5", "min", "5 10 min", "min 5", "ten to twenty", "five-ish", "1e400 h", "5 min 3"])
  func `what is no duration is none`(text: String) {
    #expect(PlanDuration.seconds(text) == nil)
  }

  @Test func `two thousand steps are cut with a finding that says where`() {
    let rows = (1...2000).map { "| \($0) | Do it | operations | a light | 1 min | |" }.joined(separator: "\n")
    let plan = Plan(
      parsing: "# Much\n\n## Steps\n\n| # | do | who | result | within | after |\n|-|-|-|-|-|-|\n\(rows)\n")
    #expect(plan.steps.count == PlanLimits.stepsMax)
    #expect(plan.problems.map(\.rule) == ["too-many-steps"])
    #expect(plan.problems.first?.span.line == 7 + PlanLimits.stepsMax)
  }

  @Test func `broken front matter is told with its line`() {
    let plan = Plan(parsing: "---\nplan: Wrong One\nlikelihood: often\nreview-by: soon\nimpact: [\n---\n# T\n")
    #expect(plan.problems.allSatisfy { $0.rule == "plan-front-matter" })
    #expect(!plan.problems.isEmpty)
  }

  @Test func `values that do not exist are told with their choices`() {
    let plan = Plan(parsing: "---\nplan: Wrong One\nlikelihood: often\nreview-by: soon\n---\n# T\n")
    #expect(plan.problems.map(\.span.line).sorted() == [2, 3, 4])
    #expect(plan.problems.contains { $0.hint.contains("rare, possible, likely") })
    #expect(plan.name == "wrong-one")
  }

  @Test func `steps with one number get numbers of their own when they are followed`() {
    let plan = Plan(
      parsing: "# T\n\n## Steps\n\n| # | do | who |\n|-|-|-|\n| 3 | A | x |\n| 3 | B | x |\n| 3ä | C | x |\n")
    #expect(plan.followed(version: 1).steps.map(\.number) == ["3", "3-2", "3-3"])
  }
}
