import Chronology
import EvidenceReading
import EvidenceRecords

/// Gives moments their rank, their masked texts and the lines of their evidence.
struct MomentFinishing {
  /// Moments of a timeline.
  static let momentsMax = 1000
  /// How much less the next moment of one kind and service says.
  private static let repeatPenalty = 5.0
  private static let repeatsFree = 2
  private static let contextLines = 2

  let excerpts: ExcerptReader
  /// Sources of log lines: their neighbours in the file are worth seeing.
  let logPaths: Set<String>
  let sums: [String: String]
  /// Identities of the catalogue's patterns, by their place in it; nil for a line without a word, which is any line's.
  let patterns: [String?]

  func finished(_ drafts: [DraftMoment]) -> [TimelineMoment] {
    let ranked = Self.ranked(drafts).prefix(Self.momentsMax)
    let lines = excerptLines(ranked.map(\.element))
    let moments = ranked.enumerated().map { rank, entry in
      moment(entry.element, rank: rank + 1, lines)
    }
    return moments.sorted { ($0.instant, $0.rank) < ($1.instant, $1.rank) }
  }

  /// By importance, where each further moment of a kind and service counts a little less.
  static func ranked(_ drafts: [DraftMoment]) -> [(offset: Int, element: DraftMoment)] {
    let byImportance = drafts.enumerated().sorted {
      (-$0.element.importance, $0.element.instant, $0.element.title)
        < (-$1.element.importance, $1.element.instant, $1.element.title)
    }
    var seen: [String: Int] = [:]
    let weighed = byImportance.map { entry -> (offset: Int, element: DraftMoment, weight: Double) in
      let kind = entry.element.kind
      let isNews = kind == .first || kind == .burst
      let key = isNews ? "\(kind.rawValue)|\(entry.element.service ?? "")" : kind.rawValue
      let before = seen[key, default: 0]
      seen[key] = before + 1
      let isFree = kind == .change || kind == .said || kind == .decision || kind == .alert
      let penalty = isFree ? 0 : repeatPenalty * Double(max(0, before - repeatsFree + 1))
      return (entry.offset, entry.element, entry.element.importance - penalty)
    }
    return weighed.sorted {
      (-$0.weight, $0.element.instant, $0.element.title) < (-$1.weight, $1.element.instant, $1.element.title)
    }.map { ($0.offset, $0.element) }
  }

  private func excerptLines(_ drafts: [DraftMoment]) -> [String: [Int: [NumberedLine]]] {
    var wanted: [String: Set<Int>] = [:]
    for draft in drafts {
      for reference in draft.references {
        if let line = reference.line { wanted[reference.source, default: []].insert(line) }
      }
    }
    return Dictionary(
      uniqueKeysWithValues: wanted.map { source, lines in
        (
          source,
          excerpts.excerpts(
            of: source, around: lines.sorted(), context: logPaths.contains(source) ? Self.contextLines : 0)
        )
      })
  }

  private func moment(_ draft: DraftMoment, rank: Int, _ lines: [String: [Int: [NumberedLine]]]) -> TimelineMoment {
    let title = Masking.masked(draft.title).split(whereSeparator: \.isNewline).joined(separator: " ")
    let evidence = draft.references.map { reference in
      var reference = reference
      if reference.sha256.isEmpty { reference.sha256 = sums[reference.source] ?? "" }
      return MomentEvidence(
        reference: reference, excerpt: reference.line.flatMap { lines[reference.source]?[$0] } ?? [])
    }
    return TimelineMoment(
      id: draft.id(title: title), instant: draft.instant, instantBasis: draft.basis,
      kind: draft.kind, title: title,
      reason: Masking.masked(draft.reason), count: draft.count, rank: rank, service: draft.service,
      hosts: draft.hosts,
      evidence: evidence, pattern: draft.pattern.flatMap { patterns[$0] })
  }
}
