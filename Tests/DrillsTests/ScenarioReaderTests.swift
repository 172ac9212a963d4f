import Drills
import Findings
import Plans
import Testing

struct ScenarioReaderTests {
  static func scenario(_ injects: [String], head: String = "", expectations: [String]? = nil, below: String = "")
    -> Scenario
  {
    let rows = expectations ?? ["| 5 min | somebody leads | lead |", "| 9 min | it is written down | idea |"]
    return Scenario(
      parsing: """
        ---
        scenario: quiet-queue
        title: The queue is quiet
        plan: orders-wait
        severity: SEV2
        minutes: 20
        idea: [wrong queue]
        \(head.isEmpty ? "components: []" : head)
        ---
        # The queue is quiet

        ## Situation
        It is Tuesday. **Nothing** moves.

        ## Injects
        | # | at | kind | from | what comes |
        |---|----|------|------|------------|
        \(injects.joined(separator: "\n"))

        ## What a good response shows
        | within | what one sees | measured by |
        |---|---|---|
        \(rows.joined(separator: "\n"))

        ## For the facilitator
        Orders go into the wrong queue.

        ### Hints
        Ask for its name.
        \(below)
        """)
  }

  static let good = "| 1 | 0 min | alert | monitoring | FIRING Queue_Empty: 0 orders |"

  static func rules(_ scenario: Scenario, _ context: ScenarioContext = ScenarioContext()) -> [String] {
    ScenarioCheck.findings(scenario, path: "s.md", context: context).map(\.rule)
  }

  @Test func `a whole scenario is read, and has no findings`() {
    let scenario = Self.scenario(
      [Self.good, "| 2 | 1 h | evidence | log | a \\| b<br>x *y* <z><BR />end |"], head: "tags: x")
    #expect(scenario.name == "quiet-queue" && scenario.plan == "orders-wait")
    #expect(scenario.severity == 2 && scenario.minutes == 20 && scenario.idea == ["wrong queue"])
    #expect(scenario.situation == "It is Tuesday. **Nothing** moves.")
    #expect(scenario.facilitator == "Orders go into the wrong queue.\n\n### Hints\nAsk for its name.")
    #expect(scenario.injects.map(\.atSeconds) == [0, 3600])
    #expect(scenario.injects.map(\.kind) == [.alert, .evidence])
    #expect(scenario.injects[0].text == "FIRING Queue_Empty: 0 orders")
    #expect(scenario.injects[1].text == "a | b\nx *y* <z>\nend")
    #expect(scenario.expectations.map(\.measure) == [.lead, .idea])
    #expect(Self.rules(Self.scenario([Self.good])) == [])
  }

  @Test func `injects may stand in a list`() {
    let text = Self.scenario([]).text
      .replacing("| # | at | kind | from | what comes |\n|---|----|------|------|------------|\n", with: "")
      .replacing(
        "## Injects\n",
        with: "## Injects\n- 0 min, alert, monitoring: FIRING: x\n- 2 min, customer, mail: It is slow.\n")
    let scenario = Scenario(parsing: text)
    #expect(scenario.injects.map(\.number) == ["1", "2"])
    #expect(scenario.injects.map(\.text) == ["FIRING: x", "It is slow."])
    #expect(scenario.injects.last?.from == "mail" && scenario.injects.last?.atSeconds == 120)
  }

  @Test(arguments: [
    ("| 1 | soon | alert | m | x |", "inject-time"), ("| 1 | 0 min | alert | m | |", "inject-empty"),
    ("| 1 | 0 min | rumour | m | x |", "inject-kind"), ("| 1 | 25 min | alert | m | x |", "inject-after-end"),
    ("| 1 | 5 min | alert | m | x |", "no-inject-at-start"), ("| 1 | | alert | m | x |", "inject-time"),
    ("| 1 | 9000 h | alert | m | x |", "inject-time"),
  ])
  func `one thing wrong with an inject is found on its line`(row: String, rule: String) {
    let found = ScenarioCheck.findings(Self.scenario([row]), path: "s.md")
    #expect(found.map(\.rule).contains(rule))
    #expect(found.first { $0.rule == rule }?.span.line == 18)
    #expect(Set(found.map(\.rule)).isSubset(of: [rule, "no-inject-at-start"]))
  }

  @Test(arguments: [
    ("| soon | x | lead |", "expectation-time"), ("| 5 min | x | luck |", "unknown-measure"),
    ("| 25 min | x | lead |", "expectation-after-end"), ("| 5 min | | lead |", "expectation-empty"),
    ("| 5 min | x | step 9 |", "step-unknown"),
  ])
  func `one thing wrong with an expectation is found on its line`(row: String, rule: String) {
    let scenario = Self.scenario([Self.good], expectations: [row, "| 9 min | y | idea |"])
    let context = ScenarioContext(plans: ["orders-wait": ["1", "2"]])
    let found = ScenarioCheck.findings(scenario, path: "s.md", context: context)
    #expect(found.map(\.rule) == [rule])
    #expect(found.first?.span.line == 23)
  }

  @Test func `numbers twice, times out of order, a plan that is not there`() {
    let rows = [Self.good, "| 1 | 9 min | alert | m | x |", "| 3 | 4 min | alert | m | x |"]
    let context = ScenarioContext(plans: [:], components: [])
    #expect(
      Set(Self.rules(Self.scenario(rows, head: "components: [shop]"), context)) == [
        "inject-number", "inject-order", "plan-unknown", "component-unknown",
      ])
  }

  @Test func `what would give the answer away is found`() {
    let text = Self.scenario([Self.good]).text.replacing("It is Tuesday.", with: "It is the wrong\n> queue.")
    #expect(Self.rules(Scenario(parsing: text)) == ["situation-tells"])
    let bare = Self.scenario([Self.good]).text.replacing("idea: [wrong queue]\n", with: "")
    #expect(Self.rules(Scenario(parsing: bare)) == ["no-idea"])
    #expect(Self.rules(Self.scenario([Self.good], expectations: ["| 5 min | x | lead |"])) == ["idea-not-asked"])
  }

  @Test func `an empty document says what a scenario needs, and a huge one its limit`() {
    #expect(
      Set(Self.rules(Scenario(parsing: ""))) == [
        "no-title", "no-situation", "no-minutes", "no-facilitator-part", "no-plan", "no-injects", "no-expectations",
      ])
    let huge = Scenario(parsing: String(repeating: "x", count: DrillLimits.bytesMax + 1))
    #expect(huge.problems.map(\.rule) == ["scenario-too-large"] && Self.rules(huge) == ["scenario-too-large"])
    #expect(huge.problems[0].message.contains("\(DrillLimits.bytesMax + 1)"))
  }

  @Test func `limits hold, and say so`() {
    let many = (1...DrillLimits.injectsMax + 5).map { "| \($0) | 1 min | alert | m | x |" }
    let scenario = Self.scenario(many)
    #expect(scenario.injects.count == DrillLimits.injectsMax)
    #expect(scenario.problems.map(\.rule) == ["too-many-injects"])
    let long = String(repeating: "é", count: DrillLimits.injectScalarsMax + 1)
    let cut = Self.scenario(["| 1 | 0 min | alert | m | \(long) |"])
    #expect(cut.injects[0].text.unicodeScalars.count == DrillLimits.injectScalarsMax)
    #expect(cut.problems.map(\.rule) == ["inject-too-long"])
  }

  @Test(arguments: ["severity: bad", "minutes: many", "minutes: 100000", "scenario: Not A Name"])
  func `a key that cannot be read is an error at its place`(line: String) {
    let key = String(line.prefix { $0 != ":" })
    let text = Self.scenario([Self.good]).text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("\(key):") ? line : String($0) }.joined(separator: "\n")
    let found = ScenarioCheck.findings(Scenario(parsing: text), path: "s.md")
    #expect(found.map(\.rule) == ["scenario-front-matter"])
    #expect(found.first?.message.contains("'\(key)'") == true && found.first?.fix != nil)
  }

  @Test func `responders get the situation and what came, and nothing else`() {
    let scenario = Self.scenario([Self.good, "| 2 | 5 min | customer | mail | It is slow. |"])
    let briefing = scenario.forResponders(released: ["2", "7"])
    #expect(briefing.situation == scenario.situation)
    #expect(briefing.messages == [.init(kind: .customer, from: "mail", text: "It is slow.")])
  }

  /// Torn and shuffled documents: nothing traps, the text stays, and each finding stands in the document.
  @Test(arguments: 0..<40)
  func `whatever a document looks like, it is read and kept`(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let pieces = [
      "|", "\n", "\r\n", "<br>", "\\|", "## Situation\n", "- # Injects", "# ", "===\n", "> ", "- ", "\u{301}", "👩‍🚒",
      "---\n",
      "| 1 | 0 min |", "```\n", "\t", "\0", "9999999999 h", "idea: [",
    ]
    var text = Array(Stage.scenario)
    for _ in 0..<60 {
      let place = Int.random(in: 0...text.count, using: &random)
      if Bool.random(using: &random) {
        text.insert(contentsOf: pieces.randomElement(using: &random) ?? "", at: place)
      } else {
        text.removeSubrange(place..<min(text.count, place + Int.random(in: 0...12, using: &random)))
      }
      let whole = String(text)
      let scenario = Scenario(parsing: whole)
      #expect(scenario.text == whole, "seed \(seed)")
      let lines = whole.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
      for finding in ScenarioCheck.findings(scenario, path: "s.md") {
        #expect((1...lines + 1).contains(finding.span.line), "seed \(seed): \(finding.message)")
      }
    }
  }

  @Test func `every rule of the table has its own name and says something`() {
    #expect(Set(ScenarioRule.all.map(\.identifier)).count == ScenarioRule.all.count)
    for rule in ScenarioRule.all { #expect(rule.question.hasSuffix("?") && rule.reason.hasSuffix(".")) }
  }
}
