/// An address that a page may lead to: `http`, `https` or `mailto`, and nothing that runs.
package struct PublicAddress: Hashable, Sendable {
  /// As it stands in a link.
  package let text: String

  /// Bytes of an address at most.
  package static let bytesMax = 2048

  /// A web address, or an e-mail address with or without `mailto:`; nil for anything else.
  package init?(_ text: String) {
    let trimmed = text.trimmingWhitespace
    guard trimmed.utf8.count <= Self.bytesMax, !trimmed.isEmpty,
      trimmed.unicodeScalars.allSatisfy({
        $0.value > 32 && $0.value < 127 && !"\"'<>\\^`{|}".unicodeScalars.contains($0)
      })
    else { return nil }
    let lowered = trimmed.lowercased()
    if lowered.hasPrefix("https://") || lowered.hasPrefix("http://") {
      self.text = trimmed
      return
    }
    let mail = lowered.hasPrefix("mailto:") ? trimmed.dropFirst(7) : trimmed[...]
    let parts = mail.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !mail.contains(":"), !mail.contains("?"),
      !mail.contains("/")
    else { return nil }
    self.text = "mailto:\(mail)"
  }
}
