import Chronology
import EvidenceReading

/// A change before the onset while its reasons are gathered.
struct Candidate {
  var change: ChangeGroup
  /// Since when it could have had an effect: a latent change, since the restart that read it.
  var active: Instant
  var names: Set<String>
  private(set) var score = 0.0
  private(set) var reasons: [Reason] = []

  struct Reason {
    var points: Double
    var text: String
  }

  init(_ change: ChangeGroup) {
    self.change = change
    active = change.end
    names = NameWords.names(
      ([change.title, change.subject ?? "", change.detail ?? ""] + change.paths + change.terms.sorted()
        + change.targets.sorted()).joined(separator: " "))
    if let service = change.service { names.insert(service.lowercased()) }
  }

  mutating func add(_ points: Double, _ text: String) {
    score += points
    reasons.append(Reason(points: points, text: text))
  }

  mutating func limit(to most: Double, _ text: String) {
    score = min(score, most)
    reasons.append(Reason(points: -1, text: text))
  }

  mutating func scale(by factor: Double) { score *= factor }

  /// The reasons that count most first; what speaks against it last.
  var suspect: Suspect {
    let ordered = reasons.enumerated().sorted { left, right in
      (-left.element.points, left.offset) < (-right.element.points, right.offset)
    }
    return Suspect(
      change: SuspectChange(
        kind: change.kind, id: change.id, commit: change.commit, instant: change.start,
        title: Masking.masked(change.title), service: change.service, hosts: change.hosts),
      score: (min(max(score, 0.01), 0.95) * 100).rounded() / 100,
      reasons: ordered.map { Masking.masked($0.element.text) }, evidence: change.references)
  }
}
