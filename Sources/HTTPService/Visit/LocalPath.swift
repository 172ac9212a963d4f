/// A path on this site that a request asks to be led to: never an address elsewhere, never a header of its own.
package struct LocalPath: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package static let home = LocalPath(trusted: "/")

  private init(trusted text: String) { self.text = text }

  /// Nil for anything that a browser could read as another site, that is not written in visible ASCII, or that is too
  /// long.
  ///
  /// `//host` and `/\host` lead to another host (URL Standard, "special authority ignore slashes"); tabs and line ends
  /// are dropped by browsers before they look, so that none may stand anywhere.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= ServerLimits.pathBytesMax,
      bytes.count < 2 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")),
      bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
    else { return nil }
    self.text = text
  }

  /// With a parameter added to its query; both are written in the code.
  func adding(_ name: String, _ value: String) -> LocalPath {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts.first ?? "/")
    let fragment = parts.count > 1 ? "#\(parts[1])" : ""
    return LocalPath(trusted: path + (path.contains("?") ? "&" : "?") + "\(name)=\(value)" + fragment)
  }

  package var description: String { text }
}
