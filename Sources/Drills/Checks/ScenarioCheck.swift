import Documents
package import Findings
package import Plans

/// What is known beside a scenario; what nobody looked at is nil and is not judged.
package struct ScenarioContext: Sendable {
  /// Names of the plans that there are, with the numbers of their steps.
  package var plans: [String: [String]]?
  /// Identifiers and names of components, in lower case.
  package var components: Set<String>?

  package init(plans: [String: [String]]? = nil, components: Set<String>? = nil) {
    self.plans = plans
    self.components = components
  }

  package init(plans: [Plan], components: Set<String>? = nil) {
    self.init(
      plans: Dictionary(plans.map { ($0.name, $0.steps.map(\.number)) }) { first, _ in first }, components: components)
  }
}

/// Looks for what would let people down when they play a scenario.
package struct ScenarioCheck {
  private let scenario: Scenario
  private let path: String
  private let context: ScenarioContext
  private var findings: [Finding] = []

  private init(_ scenario: Scenario, path: String, context: ScenarioContext) {
    self.scenario = scenario
    self.path = path
    self.context = context
  }

  /// All findings, by line, then column, then rule.
  package static func findings(
    _ scenario: Scenario, path: String, context: ScenarioContext = ScenarioContext()
  ) -> [Finding] {
    var check = ScenarioCheck(scenario, path: path, context: context)
    for problem in scenario.problems { check.find(problem.rule, problem.span, problem.message, fix: problem.hint) }
    if !scenario.problems.contains(where: { $0.rule == "scenario-too-large" }) {
      check.checkDocument()
      check.checkPlan()
      check.checkInjects()
      check.checkExpectations()
    }
    return check.findings.sorted {
      ($0.span.line, $0.span.column, $0.rule, $0.message) < ($1.span.line, $1.span.column, $1.rule, $1.message)
    }
  }

  private mutating func find(_ rule: String, _ span: TextSpan, _ message: String, fix: String? = nil) {
    guard let known = ScenarioRule.named(rule) else {
      preconditionFailure("a rule that the table does not have: \(rule)")
    }
    findings.append(
      Finding(
        path: path, span: span, rule: rule, severity: known.severity, message: message, reason: known.reason,
        question: known.question, fix: fix))
  }

  private var head: TextSpan { TextSpan(line: 1, column: 1, endLine: 1, endColumn: 2) }

  private func isRead(_ key: String) -> Bool { scenario.document.frontMatter[key] == nil }

  private mutating func checkDocument() {
    if scenario.title.isEmpty {
      find("no-title", head, "the scenario has no title", fix: "title: A Monday without mail")
    }
    if scenario.situation.isEmpty {
      find(
        "no-situation", head, "nothing says what responders are told at the start",
        fix: "Below a heading 'Situation', day and hour, and what they notice.")
    } else if let phrase = IdeaWords.found(scenario.idea, in: scenario.situation) {
      find("situation-tells", head, "the situation holds '\(phrase)', by which the right idea is recognised")
    }
    if scenario.minutes == nil, isRead("minutes") {
      find("no-minutes", head, "nothing says how long it is played", fix: "minutes: 30")
    }
    if scenario.facilitator.isEmpty {
      find(
        "no-facilitator-part", head, "there is nothing for the facilitator",
        fix: "Below a heading 'For the facilitator', what really happened, and hints.")
    }
    if let components = context.components {
      for name in scenario.components where !components.contains(name.lowercased()) {
        find("component-unknown", head, "'\(name)' is none of our components")
      }
    }
  }

  private mutating func checkPlan() {
    guard let name = scenario.plan else {
      return find("no-plan", head, "the scenario names no plan", fix: "plan: wrong-certificate")
    }
    guard let plans = context.plans else { return }
    guard let steps = plans[name] else {
      let all = plans.keys.sorted().prefix(12).joined(separator: ", ")
      return find(
        "plan-unknown", head, "there is no plan '\(name)'",
        fix: all.isEmpty ? "Write the plan first." : "There are: \(all)")
    }
    for expectation in scenario.expectations {
      guard case .step(let number)? = expectation.measure, !steps.contains(number) else { continue }
      find(
        "step-unknown", expectation.span, "the plan '\(name)' has no step \(number)",
        fix: "Its steps: \(steps.prefix(30).joined(separator: ", "))")
    }
  }

  private mutating func checkInjects() {
    guard let first = scenario.injects.first else {
      return find(
        "no-injects", head, "nothing comes while it is played",
        fix: "Below a heading 'Injects', a table: # | at | kind | from | what comes")
    }
    var numbers: Set<String> = []
    for inject in scenario.injects {
      let name = "inject \(inject.number)"
      if !numbers.insert(inject.number).inserted { find("inject-number", inject.span, "there is a second \(name)") }
      if inject.text.allSatisfy(\.isWhitespace) { find("inject-empty", inject.span, "\(name) says nothing") }
      if inject.kind == nil {
        find(
          "inject-kind", inject.span,
          inject.kindText.isEmpty ? "\(name) has no kind" : "\(name) is of the kind '\(inject.kindText)'",
          fix: "One of: \(InjectKind.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      if let minutes = scenario.minutes, let at = inject.atSeconds, at > minutes * 60 {
        find(
          "inject-after-end", inject.span,
          "\(name) comes after \(PlanDuration.words(seconds: at)), and the drill ends after \(minutes) min")
      }
    }
    checkOrder(first)
  }

  private mutating func checkOrder(_ first: Inject) {
    let times = scenario.injects.compactMap(\.atSeconds)
    if let index = times.indices.dropFirst().first(where: { times[$0] < times[$0 - 1] }) {
      find(
        "inject-order", first.span,
        "an inject at \(PlanDuration.words(seconds: times[index])) stands below one at "
          + PlanDuration.words(seconds: times[index - 1]))
    }
    if let earliest = times.min(), earliest > 120 {
      find("no-inject-at-start", first.span, "the first inject comes after \(PlanDuration.words(seconds: earliest))")
    }
  }

  private mutating func checkExpectations() {
    guard !scenario.expectations.isEmpty else {
      return find(
        "no-expectations", head, "nothing says what a good response shows",
        fix: "Below a heading 'What a good response shows', a table: within | what one sees | measured by")
    }
    for expectation in scenario.expectations {
      if expectation.text.allSatisfy(\.isWhitespace) {
        find("expectation-empty", expectation.span, "an expectation does not say what one sees")
      }
      if expectation.measure == nil {
        find(
          "unknown-measure", expectation.span,
          expectation.measureText.isEmpty
            ? "nothing says how '\(expectation.text)' is measured"
            : "'\(expectation.text)' is measured by '\(expectation.measureText)'",
          fix: "One of: declared, lead, first word, idea, mitigated, step 3, facilitator")
      }
      if let minutes = scenario.minutes, let within = expectation.withinSeconds, within > minutes * 60 {
        find(
          "expectation-after-end", expectation.span,
          "'\(expectation.text)' is expected within \(PlanDuration.words(seconds: within)), and the drill ends after "
            + "\(minutes) min")
      }
    }
    let asked = scenario.expectations.first { $0.measure == .idea }
    if let asked, scenario.idea.isEmpty {
      find("no-idea", asked.span, "no words say which idea is the right one", fix: "idea: [expired certificate]")
    } else if asked == nil {
      find("idea-not-asked", head, "nothing measures when the right idea was there")
    }
  }
}
