import Chronology
import EvidenceReading
import EvidenceRecords
import PatternMining

/// A moment before it has its rank, its masked texts and its excerpts.
struct DraftMoment {
  var instant: Instant
  var basis: InstantBasis
  var kind: MomentKind
  var title: String
  var reason: String
  var count: Int
  /// Higher is more important; about 0 to 120.
  var importance: Double
  var service: String?
  var hosts: [String]
  var references: [EvidenceReference]
  /// What makes two moments the same to a reader, beside being near in time.
  var sameness: String
  /// Index into the catalogue, for what patterns did.
  var pattern: Int?
  /// Lines per minute before and after, for changes of rate.
  var rates: Rates?
  /// How the requests ended that it tells of.
  var status: Int?
  /// How well its line heads others; nil where the title is more than a line.
  var gravity: LineGravity?

  struct Rates {
    var before: Double
    var after: Double

    /// Whether another service changed to the same extent.
    func isLike(_ other: Rates) -> Bool {
      Self.isNear(before, other.before) && Self.isNear(after, other.after)
        && (before < after) == (other.before < other.after)
    }

    private static func isNear(_ left: Double, _ right: Double) -> Bool {
      max(left, right) < 1 || max(left, right) <= 1.25 * min(left, right)
    }
  }

  /// Stable over runs and machines.
  func id(title: String) -> String {
    var hash = StableHash()
    hash.combine(kind.rawValue)
    hash.combine(references.first.map(\.label) ?? "")
    hash.combine(instant.rfc3339)
    hash.combine(title)
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What moments are made from.
struct Scenery {
  var logs: [MinedLog]
  var clocks: [SourceClock]
  var catalogue: PatternCatalogue
  var signals: [Signal]
  var history: ChangeHistory
  var records: [RecordEntry]
  var onset: TimeSpan?
  var scene: FailureScene?
  var suspects: [Suspect]
  var kin: PatternKin
  var tail: ShutdownTail

  /// Seconds from the onset; nil without one.
  func sinceOnset(_ instant: Instant) -> Double? {
    onset.map { instant.seconds(since: $0.from) }
  }

  func reference(_ log: Int, line: Int) -> EvidenceReference {
    EvidenceReference(source: logs[log].summary.path, line: line, sha256: logs[log].summary.sha256)
  }
}
