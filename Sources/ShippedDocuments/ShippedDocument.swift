internal import CShippedDocuments

/// A document that is part of the program: Markdown with front matter, as it lies in the source.
package struct ShippedDocument: Hashable, Sendable {
  /// What it is; the folder in which it lies.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A public incident in our own words.
    case reading
    /// A plan to adopt and edit.
    case plan = "plans"
    /// A drill to play.
    case scenario = "scenarios"
  }

  package let kind: Kind
  /// Lower-case letters, digits and hyphens: `gitlab-2017`.
  package let name: String
  package let text: String

  /// Those of a kind, by name.
  package static func all(of kind: Kind) -> [ShippedDocument] { byKind[kind] ?? [] }

  /// Nil where none of the kind has the name.
  package static func named(_ name: String, of kind: Kind) -> ShippedDocument? {
    all(of: kind).first { $0.name == name }
  }

  private static let byKind = Dictionary(grouping: everything, by: \.kind)

  private static let everything: [ShippedDocument] = {
    let rows = (0..<shipped_document_count()).compactMap { index -> ShippedDocument? in
      guard let row = unsafe shipped_document_at(index)?.pointee,
        let kind = unsafe Kind(rawValue: String(cString: row.kind))
      else { return nil }
      let bytes = unsafe UnsafeBufferPointer(start: row.bytes, count: row.count)
      return unsafe ShippedDocument(
        kind: kind, name: String(cString: row.name), text: String(decoding: bytes, as: UTF8.self))
    }
    return rows.sorted { $0.name < $1.name }
  }()
}
