package import Chronology
package import Findings

/// The scenarios that could hit us, the worst first, each with how ready we are.
package struct PlanRegister: Hashable, Sendable {
  /// How far one could rely on a plan today, the worst first.
  package enum Readiness: String, CaseIterable, Comparable, Hashable, Sendable {
    /// A scenario that was named and has no plan.
    case missing
    /// Somebody who follows it would be let down: findings at error, a role that nobody fills or whom nobody can reach,
    /// a contact or a step that was never filled in.
    case faulty
    /// Its day to be read again has passed.
    case stale
    /// Played last without being followed, or with less than half of what was expected met.
    case failed
    /// Never played, or more than a year ago.
    case unrehearsed
    case ready

    package static func < (left: Readiness, right: Readiness) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  package struct Entry: Hashable, Sendable {
    package var name: String
    package var title: String
    package var likelihood: Likelihood?
    package var impact: PlanImpact?
    package var readiness: Readiness
    package var errorCount: Int
    package var warningCount: Int
    /// What stands most in the way, in the words of a finding; nil when nothing does.
    package var mainFinding: String?
    package var lastPlayed: CivilDate?
    /// How the last drill went, in a few words.
    package var lastPlayedWords: String?
    /// Number of that drill.
    package var lastDrill: Int?
    /// Why the plan did not hold in it; nil where it did, and where it was never played.
    package var shortfall: String?
    package var reviewBy: CivilDate?
    package var stepCount: Int
    /// Whether nothing would let one down but roles that nobody fills or whom nobody can reach: people mend that, not
    /// words.
    package var lacksOnlyPeople: Bool

    package init(
      name: String, title: String, likelihood: Likelihood? = nil, impact: PlanImpact? = nil, readiness: Readiness,
      errorCount: Int = 0, warningCount: Int = 0, mainFinding: String? = nil, lastPlayed: CivilDate? = nil,
      lastPlayedWords: String? = nil, lastDrill: Int? = nil, shortfall: String? = nil, reviewBy: CivilDate? = nil,
      stepCount: Int = 0,
      lacksOnlyPeople: Bool = false
    ) {
      self.name = name
      self.title = title
      self.likelihood = likelihood
      self.impact = impact
      self.readiness = readiness
      self.errorCount = errorCount
      self.warningCount = warningCount
      self.mainFinding = mainFinding
      self.lastPlayed = lastPlayed
      self.lastPlayedWords = lastPlayedWords
      self.lastDrill = lastDrill
      self.shortfall = shortfall
      self.reviewBy = reviewBy
      self.stepCount = stepCount
      self.lacksOnlyPeople = lacksOnlyPeople
    }

    /// From 1 to 9; what nobody judged counts as the middle, so that it is not forgotten at the end.
    package var risk: Int { (likelihood?.rank ?? 2) * (impact?.rank ?? 2) }
  }

  /// By risk, then by readiness, then by title.
  package var entries: [Entry]

  package init(entries: [Entry]) {
    self.entries = entries.sorted { left, right in
      if left.risk != right.risk { return left.risk > right.risk }
      if left.readiness != right.readiness { return left.readiness < right.readiness }
      return left.title < right.title
    }
  }

  package func count(_ readiness: Readiness) -> Int { entries.count { $0.readiness == readiness } }
}

extension PlanRegister.Entry {
  /// Rules at warning that keep a plan from being ready, as an error does; those that people mend, not words.
  private static let people: Set<String> = ["role-unfilled", "role-unreachable"]
  private static let placeholders: Set<String> = ["contact-unfilled", "step-unfilled"]

  /// What a plan, its findings and its last drill say together.
  package init(_ plan: Plan, findings: [Finding], lastDrill: PlayedDrill? = nil) {
    let errors = findings.filter { finding in
      finding.severity == .error || Self.people.contains(finding.rule) || Self.placeholders.contains(finding.rule)
    }
    let rules = Set(findings.map(\.rule))
    let readiness: PlanRegister.Readiness =
      if plan.steps.isEmpty {
        .missing
      } else if !errors.isEmpty {
        .faulty
      } else if rules.contains("review-overdue") {
        .stale
      } else if lastDrill == nil || rules.contains("never-rehearsed") || rules.contains("rehearsed-long-ago") {
        .unrehearsed
      } else if lastDrill?.shortfall != nil {
        .failed
      } else {
        .ready
      }
    // What people mend is told beside their roles; what the plan itself lacks is told here first.
    let words = errors.filter { !Self.people.contains($0.rule) }
    let worst = (words + errors + findings.filter { $0.severity == .warning }).first
    self.init(
      name: plan.name, title: plan.title, likelihood: plan.likelihood, impact: plan.impact, readiness: readiness,
      errorCount: findings.count { $0.severity == .error }, warningCount: findings.count { $0.severity == .warning },
      mainFinding: worst?.message, lastPlayed: lastDrill?.day, lastPlayedWords: lastDrill?.words,
      lastDrill: lastDrill?.number, shortfall: lastDrill?.shortfall, reviewBy: plan.reviewBy,
      stepCount: plan.steps.count,
      lacksOnlyPeople: readiness == .faulty && errors.allSatisfy { Self.people.contains($0.rule) })
  }
}
