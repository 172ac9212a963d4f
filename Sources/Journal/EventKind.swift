/// What kind of fact an event is, and the version of its payload's shape: `incident-recorded/1`.
///
/// The name follows the same rule as a ``StreamName``. A reader that does not know a kind leaves the event alone.
package struct EventKind: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  /// From 1.
  package let version: Int

  package init(_ name: String, version: Int) {
    self.name = name
    self.version = version
  }

  /// Reads what ``description`` writes; nil for anything else.
  package init?(parsing text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let version = Int(parts[1]), version > 0, String(version) == parts[1]
    else { return nil }
    self.init(String(parts[0]), version: version)
  }

  package var description: String { "\(name)/\(version)" }
}
