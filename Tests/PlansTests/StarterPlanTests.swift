import Chronology
import Findings
import Incidents
import Plans
import ShippedDocuments
import Testing

/// The plans that Mayday ships, held against the rules by which it judges those of others.
struct StarterPlanTests {
  /// Roles that a record has from its first day.
  static let roles = Set(Policy.standard.roles.map(\.id))

  static var plans: [Plan] { ShippedDocument.all(of: .plan).map { Plan(parsing: $0.text) } }

  @Test func `no plan of ours would let people down`() throws {
    let documents = ShippedDocument.all(of: .plan)
    #expect(documents.count == 10)
    for document in documents {
      let plan = Plan(parsing: document.text)
      #expect(plan.name == document.name)
      #expect((8...16).contains(plan.steps.count), "\(plan.name) has \(plan.steps.count) steps")
      for finding in PlanCheck.findings(plan, path: document.name, context: PlanContext(roles: Self.roles)) {
        // Numbers and names of a team are for the team to fill in; nothing else is left to it.
        guard finding.severity > .note, !finding.rule.hasSuffix("-unfilled") else { continue }
        Issue.record("\(finding.path):\(finding.span.line): \(finding.message) [\(finding.rule)]")
      }
    }
  }

  @Test func `whoever takes one of ours over is told what is still to be filled in, and it is not ready before`() {
    for document in ShippedDocument.all(of: .plan) {
      let plan = Plan(parsing: document.text)
      let findings = PlanCheck.findings(plan, path: document.name)
      let texts = findings.filter { $0.rule == "contact-unfilled" }.map(\.message)
      #expect(texts.contains { $0.contains("telephone") }, "\(plan.name)")
      #expect(Set(texts).count == texts.count, "\(plan.name)")
      // Every placeholder stands in a finding of its own kind; words that are said on the day are told together.
      #expect(findings.count { $0.rule == "words-unfilled" } == 1, "\(plan.name)")
      let drill = PlayedDrill(number: 1, day: CivilDate(year: 2026, month: 11, day: 1), words: "all met")
      let entry = PlanRegister.Entry(plan, findings: findings, lastDrill: drill)
      #expect(entry.readiness == .faulty && !entry.lacksOnlyPeople, "\(plan.name)")
      // Once they are filled in, nothing stands in the way.
      let filled = Plan(parsing: document.text.replacing("⟨", with: "").replacing("⟩", with: ""))
      let rest = PlanCheck.findings(filled, path: document.name)
      #expect(PlanRegister.Entry(filled, findings: rest, lastDrill: drill).readiness == .ready, "\(plan.name)")
    }
  }

  @Test func `a team that begins has every role that our plans name, and none that is of no use`() {
    #expect(MissingRoles.all(in: Self.plans, policy: .standard).isEmpty)
    for plan in Self.plans {
      #expect(plan.namedRoles.subtracting(Self.roles) == [], "\(plan.name)")
      // Whoever speaks is somebody whom one can name too.
      #expect(Set(plan.communications.compactMap(\.speaker)).subtracting(Self.roles) == [], "\(plan.name)")
      // What the head asks for is used by a step, and the other way round.
      #expect(Set(plan.roles) == Set(plan.steps.flatMap(\.responsible)), "\(plan.name)")
    }
    let named = Self.plans.reduce(into: Set<String>()) { $0.formUnion($1.namedRoles) }
    #expect(Self.roles.subtracting(named) == [])
  }
}
