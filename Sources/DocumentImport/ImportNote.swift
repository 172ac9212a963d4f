/// Something of a document that did not come along as it was.
package struct ImportNote: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Left out on purpose: navigation, scripts, forms.
    case leftOut = "left-out"
    /// Kept in another form.
    case changed
    /// Not known here; its text was kept where it has any.
    case notUnderstood = "not-understood"
    /// Cut off at a limit, or where the source is broken.
    case cut
  }

  package var kind: Kind
  /// What it is, in the plural where it can be counted: `images`, `macro 'roadmap'`.
  package var what: String
  package var count: Int
  /// Line of the source on which it is first met, from 1; nil when it has no place.
  package var firstLine: Int?

  package init(_ kind: Kind, _ what: String, count: Int = 1, firstLine: Int? = nil) {
    self.kind = kind
    self.what = what
    self.count = count
    self.firstLine = firstLine
  }
}

/// Counts notes of the same words, in the order in which they were first made.
struct NoteTally {
  private(set) var notes: [ImportNote] = []
  private var places: [String: Int] = [:]

  mutating func add(_ kind: ImportNote.Kind, _ what: String, line: Int? = nil, count: Int = 1) {
    let key = kind.rawValue + what
    if let place = places[key] {
      notes[place].count += count
      return
    }
    guard notes.count < ImportLimits.notesMax || what == Self.others else {
      add(kind, Self.others, line: line)
      return
    }
    places[key] = notes.count
    notes.append(ImportNote(kind, what, count: count, firstLine: line))
  }

  private static let others = "other things"
}
