/// A file that somebody brings in as evidence.
package struct EvidenceUpload: Sendable {
  package enum Content: Sendable {
    case bytes([UInt8])
    /// A file on this machine; it is copied and left where it is.
    case file(path: String)
  }

  /// As its owner named it; the record keeps the name without folders, and without what no file should be called.
  package var name: String
  package var content: Content

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .bytes(bytes)
  }

  package init(name: String, file path: String) {
    self.name = name
    content = .file(path: path)
  }
}
