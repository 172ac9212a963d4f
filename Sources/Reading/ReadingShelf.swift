internal import ShippedDocuments

/// The readings that Mayday ships.
package enum ReadingShelf {
  /// By name; read once.
  package static let all: [ReadingDocument] = ShippedDocument.all(of: .reading).map {
    ReadingDocument(parsing: $0.text)
  }

  package static func named(_ name: String) -> ReadingDocument? { byName[name] }

  private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
}
