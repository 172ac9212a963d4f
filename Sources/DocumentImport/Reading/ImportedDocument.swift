package import Chronology
package import Documents

/// A document from elsewhere, read as Markdown.
package struct ImportedDocument: Sendable {
  /// Below its origin, with `/`.
  package var path: String
  /// The folder, or the repository and its commit: `runbooks@4f2c…`.
  package var origin: String
  /// What it calls itself, else the name of its file.
  package var title: String
  package var markdown: String
  package var kind: DocumentKind
  package var notes: [ImportNote]
  /// The day that the tool that wrote it states for the page; nil when it states none.
  package var date: CivilDate?
  /// What that tool says about who wrote it when.
  package var metadata: String?
  /// Of the ten sections, those that say something, in their order: the more, the surer that it is a postmortem.
  package var sections: [SectionKind]
  /// Why it is left out unless all is asked for; nil for a postmortem.
  package var leftOut: String?

  /// Takes in one file.
  ///
  /// Throws ``ImportRefusal`` when it is no document that is read here.
  package init(path: String, origin: String, bytes: [UInt8]) throws(ImportRefusal) {
    let source = try DocumentSource(bytes)
    let document = PostmortemDocument(parsing: source.markdown)
    let likeness = PostmortemLikeness(document, path: path)
    self.path = path
    self.origin = origin
    let named = [document.title, source.title, Self.words(ofName: path)].compactMap(\.self).map(Self.line).first {
      !$0.isEmpty
    }
    title = named ?? path
    markdown = source.markdown
    kind = source.kind
    notes = source.notes
    metadata = source.metadata
    date = source.metadata.flatMap(Self.day)
    sections = likeness.found
    leftOut = likeness.reason
  }

  /// The name of the file as words, the day before it left out: `2021-05-10-gate_stuck.md` is `gate stuck`.
  private static func words(ofName path: String) -> String? {
    guard let name = path.split(separator: "/").last else { return nil }
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    let parts = stem.split { $0 == "-" || $0 == "_" || $0 == " " }
    let words = parts.drop { $0.allSatisfy(\.isNumber) }
    return words.isEmpty ? String(stem) : words.joined(separator: " ")
  }

  private static func line(_ text: String) -> String {
    let words = text.split {
      $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    return String(words.joined(separator: " ").prefix(ImportLimits.titleScalarsMax))
  }

  /// The last full date in `Created by …, last modified on Mar 06, 2019`.
  private static func day(_ metadata: String) -> CivilDate? {
    var scanner = TimeScanner(Array(metadata.unicodeScalars))
    let days = scanner.all().compactMap(\.day)
    guard let day = days.last, let year = day.year else { return nil }
    return CivilDate(year: year, month: day.month, day: day.day)
  }
}

/// What became of one file.
package enum ImportOutcome: Sendable {
  case document(ImportedDocument)
  case refused(path: String, origin: String, ImportRefusal)
}
