import Documents
package import Findings

/// Looks for what would let people down when they follow a plan.
package struct PlanCheck {
  let plan: Plan
  let path: String
  let context: PlanContext
  private var findings: [Finding] = []

  private init(_ plan: Plan, path: String, context: PlanContext) {
    self.plan = plan
    self.path = path
    self.context = context
  }

  /// All findings, by line, then column, then rule.
  ///
  /// Cost is linear in the steps and their order.
  package static func findings(_ plan: Plan, path: String, context: PlanContext = PlanContext()) -> [Finding] {
    var check = PlanCheck(plan, path: path, context: context)
    check.checkDocument()
    check.checkSteps()
    check.checkOrder()
    check.checkPeople()
    check.checkCommunication()
    check.checkPlaceholders()
    check.checkReadiness()
    return check.findings.sorted {
      ($0.span.line, $0.span.column, $0.rule, $0.message) < ($1.span.line, $1.span.column, $1.rule, $1.message)
    }
  }

  mutating func find(_ rule: String, _ span: TextSpan, _ message: String, fix: String? = nil, question: String? = nil) {
    guard let known = PlanRule.named(rule) else { preconditionFailure("a rule that the table does not have: \(rule)") }
    findings.append(
      Finding(
        path: path, span: span, rule: rule, severity: known.severity, message: message, reason: known.reason,
        question: question ?? known.question, fix: fix))
  }

  var head: TextSpan { TextSpan(line: 1, column: 1, endLine: 1, endColumn: 2) }

  private mutating func checkDocument() {
    for problem in plan.problems { find(problem.rule, problem.span, problem.message, fix: problem.hint) }
    guard !plan.problems.contains(where: { $0.rule == "plan-too-large" }) else { return }
    if plan.title.isEmpty { find("no-title", head, "the plan has no title", fix: "title: A certificate is expired") }
    if plan.trigger == nil {
      find("no-trigger", head, "nothing says how one recognises that it is this", fix: "when: the words of the alert")
    }
    // What stands there and cannot be read was said already.
    for (key, isMissing) in [("likelihood", plan.likelihood == nil), ("impact", plan.impact == nil)]
    where isMissing && plan.document.frontMatter[key] == nil {
      find(
        "no-risk", head, "the plan gives no \(key)",
        fix: key == "impact" ? "impact: major" : "likelihood: possible")
    }
    if plan.owner == nil { find("no-plan-owner", head, "nobody keeps the plan true", fix: "owner: operations") }
    if plan.steps.isEmpty {
      find(
        "no-steps", head, "the plan has no steps",
        fix: "Below a heading 'Steps', a table: # | do | who | until one sees | within | after")
    }
  }
}
