/// One state of a postmortem: its whole text, and what names it.
package struct PostmortemText: Hashable, Sendable, Codable {
  /// Number of its incident.
  package var incident: Int
  package var title: String
  /// As the document says it: `draft`, `final`.
  package var status: String
  /// Name of the file it came from, without its folders.
  package var path: String
  /// SHA-256 of the file, in lower-case hexadecimal.
  package var sha256: String
  /// The file, byte for byte but for what was read as parts.
  package var text: String

  package init(incident: Int, title: String, status: String, path: String, sha256: String, text: String) {
    self.incident = incident
    self.title = title
    self.status = status
    self.path = path
    self.sha256 = sha256
    self.text = text
  }
}
