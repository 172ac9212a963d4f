package import Documents
import Incidents
package import Postmortems

/// What a document that comes in as a new postmortem holds as parts, and its words without them.
///
/// Stretches that ``PostmortemAssembly`` wrote are read back under their numbers. Tables that somebody wrote are read where
/// every one of their rows is understood as a whole. All else stays in the words as it is.
package struct DocumentIntake: Sendable {
  /// The document without what became parts; byte for byte the one that came in where nothing did.
  package let words: PostmortemDocument
  /// Nil where the document says nothing of it.
  package let details: PostmortemDetails?
  /// One event for each part, numbers from 1; empty where there are no parts.
  package let events: [PostmortemEvent]
  /// What looked like parts and stays words, and what of them was left out; a sentence each.
  package let notes: [String]

  /// As many as go into one append, with room for the beginning of the postmortem.
  private static let eventsMax = 900

  /// - Parameters:
  ///   - document: what came in.
  ///   - isMarkedOnly: whether tables without marks stay words.
  ///   - context: the bounds of instants, and who brings it in.
  package init(reading document: PostmortemDocument, isMarkedOnly: Bool = false, in context: PostmortemContext) {
    let stretches = StretchReader(document)
    let marked = AssembledParts(reading: document)
    var parts = IntakeParts(context: context)
    var removed: [ClosedRange<Int>] = []
    var refused: [PartStretch: String] = [:]
    for kind in PartStretch.allCases where marked.found.contains(kind) && kind != .accounts {
      refused[kind] = marked.unread[kind] ?? parts.take(kind, of: marked)
    }
    for stretch in stretches.found {
      if stretch.kind != .accounts, refused[stretch.kind] == nil {
        removed.append(stretch.whole)
      } else {
        removed += [stretch.marks.start...stretch.marks.start, stretch.marks.end...stretch.marks.end]
      }
    }
    var notes = refused.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "What is marked as \($0.key.noun) is kept as text: \($0.value)."
    }
    if marked.found.contains(.accounts) {
      notes.append("The accounts are kept as text: they belong to those who told them.")
    }
    let taken = stretches.found.filter { $0.kind == .accounts || refused[$0.kind] == nil }
    if !isMarkedOnly {
      for table in WrittenTable.all(in: document, outside: taken.map(\.whole)) {
        guard let kind = table.kind, !taken.contains(where: { $0.kind == kind }) else { continue }
        let reading = TableIntake(table, kind: kind, in: document)
        if let why = reading.problem ?? parts.take(kind, reading) {
          notes.append("The table of \(kind.noun) in line \(table.lines.lowerBound) is kept as text: \(why).")
        } else {
          removed.append(table.linesWithBlank)
          if reading.isEmphasisLost {
            notes.append("Emphasis in the table of \(kind.noun) in line \(table.lines.lowerBound) is left out.")
          }
        }
      }
    }
    if parts.events.count > Self.eventsMax {
      parts = IntakeParts(context: context)
      removed = []
      notes = ["Its parts are kept as text: there are more of them than can come in at once."]
    }
    words = removed.isEmpty ? document : stretches.without(removed)
    details = marked.details
    events = parts.events
    self.notes = notes
  }
}

extension PartStretch {
  /// As a sentence names its parts.
  var noun: String {
    switch self {
    case .accounts: "accounts"
    case .causes: "causes"
    case .timeline: "the timeline"
    case .actions: "actions"
    case .luck: "luck"
    }
  }
}
