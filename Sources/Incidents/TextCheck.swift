/// Holds texts that people write to their bounds.
package enum TextCheck {
  /// The text without white space around it.
  ///
  /// Throws where it is empty, too long, or holds control characters other than line ends and tabs.
  package static func required(_ text: String, _ place: String, max: Int) throws(IncidentRefusal) -> String {
    let trimmed = try optional(text, place, max: max)
    guard !trimmed.isEmpty else {
      throw IncidentRefusal(.empty, place: place, message: "nothing was written", hint: "say it in a few words")
    }
    return trimmed
  }

  package static func optional(_ text: String, _ place: String, max: Int) throws(IncidentRefusal) -> String {
    let trimmed = trimmed(text)
    let count = trimmed.unicodeScalars.count
    guard count <= max else {
      throw IncidentRefusal(
        .limitPassed, place: place, message: "it has \(count) characters, and \(max) are possible",
        hint: "shorten it, or add the rest as evidence")
    }
    let isClean = trimmed.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\t" || scalar == "\r"
        || !(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
    }
    guard isClean else {
      throw IncidentRefusal(
        .invalidText, place: place, message: "it holds control characters", hint: "paste it as plain text")
    }
    return trimmed
  }

  /// A title or a name: one line.
  package static func line(_ text: String, _ place: String, max: Int) throws(IncidentRefusal) -> String {
    let trimmed = try required(text, place, max: max)
    guard !trimmed.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) else {
      throw IncidentRefusal(
        .invalidText, place: place, message: "it has more than one line", hint: "write it in one line")
    }
    return trimmed
  }

  package static func reason(_ text: String?, _ place: String = "reason") throws(IncidentRefusal) -> String? {
    guard let text else { return nil }
    let trimmed = try optional(text, place, max: IncidentLimits.reasonScalarsMax)
    return trimmed.isEmpty ? nil : trimmed
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
