/// The addresses of what makes a team ready: plans, people, the booklet.
package enum ReadinessPath: Sendable, Hashable {
  /// What could hit us, are we ready, who is missing, what comes next.
  case overview
  case plans
  case plan(String)
  /// Its text as a form; also of a plan that is about to be begun.
  case planEdit(String)
  case planText(String)
  /// Its text as it was saved once, beside what it is now.
  case planVersion(String, Int64)
  /// Where a text is looked at before it is saved.
  case planCheck(String)
  /// Where a starter plan is taken over.
  case adopt
  /// Where the name of a new plan is made of its title.
  case begin
  case people
  case person(Int)
  /// Everything on paper, for the day when nothing is up.
  case booklet
  /// What the record shows an auditor.
  case audit(AuditDays = AuditDays())
  /// The same as a file for another program.
  case auditFile(AuditDays, AuditFile)

  package enum AuditFile: String, CaseIterable, Sendable, Hashable {
    case markdown = "md"
    case table = "csv"
  }

  package var text: String {
    switch self {
    case .overview: "/readiness"
    case .plans: "/plans"
    case .plan(let name): "/plans/\(QueryText.encoded(name))"
    case .planEdit(let name): "/plans/\(QueryText.encoded(name))/edit"
    case .planCheck(let name): "/plans/\(QueryText.encoded(name))/checked"
    case .planText(let name): "/plans/\(QueryText.encoded(name))/text"
    case .planVersion(let name, let version): "/plans/\(QueryText.encoded(name))/versions/\(version)"
    case .adopt: "/plans-adopted"
    case .begin: "/plans-begun"
    case .people: "/readiness/people"
    case .person(let number): "/readiness/people/\(number)"
    case .booklet: "/readiness/booklet"
    case .audit(let days): "/readiness/audit" + days.text
    case .auditFile(let days, let file): "/readiness/audit.\(file.rawValue)" + days.text
    }
  }
}
