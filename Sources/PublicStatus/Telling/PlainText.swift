/// Text from people, made fit for files that others read.
enum PlainText {
  /// Without controls and without marks that turn the direction of the text around them; line ends become one `\n`.
  ///
  /// What remains is allowed in XML 1.0 ("Char", section 2.2) and in the TEXT of iCalendar.
  static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isDropped($0) || $0 == "\r" }) else { return text }
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if !(scalar == "\n" && isAfterReturn), !isDropped(scalar) {
        result.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return String(result)
  }

  /// The same on one line.
  static func line(_ text: String) -> String {
    cleaned(text).split(whereSeparator: \.isNewline).joined(separator: " ").replacing("\t", with: " ")
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// No mark can begin an element in it: readers of status pages put bodies into their own pages as they are.
  static func withoutTags(_ text: String) -> String {
    var result = ""
    var rest = cleaned(text)[...]
    while let bracket = rest.firstIndex(of: "<") {
      result += rest[..<bracket]
      let next = rest[rest.index(after: bracket)...].first
      let opens = next.map { $0.isLetter || "/!?".contains($0) } ?? false
      result += opens ? "‹" : "<"
      rest = rest[rest.index(after: bracket)...]
    }
    return result + rest
  }
}
