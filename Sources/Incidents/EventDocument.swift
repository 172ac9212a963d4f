internal import Foundation

/// A domain event as it is written down: its kind, the version of its shape, and JSON.
///
/// A kind keeps its meaning for ever; a new shape is a new version, and the old one is still read.
package struct EventDocument: Hashable, Sendable {
  package let kind: String
  package let version: Int
  package let json: [UInt8]

  package init(kind: String, version: Int, json: [UInt8]) {
    self.kind = kind
    self.version = version
    self.json = json
  }

  package init(kind: String, version: Int, encoding content: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self.init(kind: kind, version: version, json: Array(try encoder.encode(content)))
  }

  /// The first shape of a kind.
  package init(_ kind: String, _ content: some Encodable) throws {
    try self.init(kind: kind, version: 1, encoding: content)
  }

  package func decoded<Content: Decodable>(_ type: Content.Type = Content.self) throws(EventDocumentError) -> Content {
    do {
      return try JSONDecoder().decode(type, from: Data(json))
    } catch {
      throw EventDocumentError(kind: kind, version: version)
    }
  }
}

/// The JSON of a known kind and version does not have its shape.
package struct EventDocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  package let kind: String
  package let version: Int

  package init(kind: String, version: Int) {
    self.kind = kind
    self.version = version
  }

  package var description: String { "event kind '\(kind)/\(version)': its payload does not have the shape of its kind" }
}
