package import Chronology

/// What an auditor asks of incident management and of readiness, and what this record shows for it.
///
/// Its parts are those of ISO/IEC 27001:2022, Annex A, 5.24 to 5.30; the questions and all words are ours, and stand for no
/// text of the standard. It says what can be shown, what is missing, and what no record can show; never that anybody
/// complies.
package struct AuditChecklist: Codable, Hashable, Sendable {
  package enum State: String, Codable, CaseIterable, Hashable, Sendable {
    case shown
    case partly
    case missing
    /// Nothing happened in these days that could show it.
    case noOccasion = "no-occasion"
  }

  /// Something of the record that one can look at.
  package struct Proof: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
      case plan, incident, postmortem
    }

    package var kind: Kind
    /// As the record names it: `wrong-certificate`, `INC-3`, `PM-5`.
    package var name: String
    package var title: String
    /// What it shows.
    package var words: String
  }

  package struct Line: Codable, Hashable, Sendable {
    package var question: String
    package var state: State
    /// What the record shows, with its numbers, in sentences.
    package var shows: String
    /// What is missing, a sentence each.
    package var missing: [String]
    /// At most ``AuditChecklist/proofsMax``; those that matter most first.
    package var proofs: [Proof]
    /// Of which ``proofs`` are the first.
    package var proofCount: Int

    init(_ question: String, _ state: State, _ shows: String, missing: [String] = [], proofs: [Proof] = []) {
      self.question = question
      self.state = state
      self.shows = shows
      self.missing = missing
      self.proofs = Array(proofs.prefix(AuditChecklist.proofsMax))
      proofCount = proofs.count
    }
  }

  package struct Control: Codable, Hashable, Sendable {
    /// `5.24`.
    package var number: String
    package var title: String
    package var lines: [Line]
    /// What this record does not show, a sentence each: an auditor has to look elsewhere.
    package var notShown: [String]
  }

  package static let proofsMax = 30
  /// Days that are looked at where nobody says which.
  package static let daysDefault = 365

  package var from: CivilDate
  package var until: CivilDate
  package var today: CivilDate
  package var controls: [Control]

  package init(_ facts: AuditFacts) {
    from = facts.from
    until = facts.until
    today = facts.today
    controls = [
      facts.planning, facts.judging, facts.responding, facts.learning, facts.evidence, facts.disruption,
      facts.continuity,
    ]
  }

  package func count(_ state: State) -> Int { controls.reduce(0) { $0 + $1.lines.count { $0.state == state } } }

  /// What it is, and what it is not.
  package static let preface =
    "What this record shows for Annex A, 5.24 to 5.30, of ISO/IEC 27001:2022. The questions are in our own words; whoever "
    + "audits reads the standard beside them. It says what is there and what is missing, not that anybody complies."
}

extension AuditChecklist.State {
  /// In a few words.
  package var words: String {
    switch self {
    case .shown: "shown"
    case .partly: "shown in part"
    case .missing: "missing"
    case .noOccasion: "no occasion"
    }
  }

  /// How far `part` of `whole` goes; nothing of nothing was no occasion.
  static func of(_ part: Int, _ whole: Int) -> Self {
    whole == 0 ? .noOccasion : part == 0 ? .missing : part < whole ? .partly : .shown
  }
}

/// Numbers and names as sentences of the checklist say them.
enum AuditWords {
  static let namesMax = 12

  /// `1 plan`, `3 plans`.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// `2 of 3 incidents`.
  static func share(_ part: Int, _ whole: Int, _ many: String) -> String { "\(part) of \(whole) \(many)" }

  /// A sentence that ends in names; nil without any.
  ///
  /// `Never played: a, b and 3 more.`
  static func naming(_ lead: String, _ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    let rest = names.count > namesMax ? " and \(names.count - namesMax) more" : ""
    return "\(lead): \(names.prefix(namesMax).joined(separator: ", "))\(rest)."
  }

  /// How long it took; nil without any.
  ///
  /// `From the declaration: half of them within 4 min, the longest 1 h 5 min.`
  static func spread(_ lead: String, _ seconds: [Double]) -> String? {
    guard !seconds.isEmpty else { return nil }
    let sorted = seconds.sorted()
    let middle = sorted[(sorted.count - 1) / 2]
    func words(_ value: Double) -> String { value < 60 ? "a minute" : PlanDuration.words(seconds: Int(value)) }
    let last = sorted[sorted.count - 1]
    if last < 60 { return "\(lead): within a minute." }
    guard sorted.count > 1 else { return "\(lead): \(words(last))." }
    return "\(lead): half of them within \(words(middle)), the longest \(words(last))."
  }

  static func text(_ parts: String?...) -> String { parts.compactMap(\.self).joined(separator: " ") }
}
