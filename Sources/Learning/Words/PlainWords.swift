/// The words of a Markdown text, without what only a reader of files would see.
package enum PlainWords {
  /// One line of text: marks, comments, addresses of links and control characters left out, white space folded.
  ///
  /// At most ``LearningLimits/textScalarsMax`` scalars of the text are read. A quick pass over the characters, not a
  /// parser: it serves searching, where a mark too many does no harm.
  package static func of(_ markdown: String) -> String {
    var line = Line()
    var isInComment = false
    var isInAddress = false
    var isInTag = false
    // The two scalars before.
    var last: Unicode.Scalar = "\n"
    var secondLast: Unicode.Scalar = "\n"
    // Over bytes, which is several times faster than over the scalars of a substring.
    let bytes = Array(withoutFrontMatter(markdown).utf8)
    line.bytes.reserveCapacity(bytes.count)
    var at = 0
    var count = 0
    while at < bytes.count, count < LearningLimits.textScalarsMax {
      let scalar = scalar(of: bytes, at: &at)
      count += 1
      defer {
        secondLast = last
        last = scalar
      }
      if isInComment {
        if scalar == ">", last == "-", secondLast == "-" { isInComment = false }
        continue
      }
      if isInAddress {
        if scalar == ")" || scalar == "\n" { isInAddress = false }
        continue
      }
      if isInTag {
        if scalar == "-", last == "!", secondLast == "<" { isInComment = true }
        if scalar == ">" || scalar == "\n" || isInComment { isInTag = false }
        continue
      }
      switch scalar {
      case "<": isInTag = true
      case "(" where last == "]": isInAddress = true
      case "_" where !isInWord(last): line.fall()
      case "*", "#", "`", "|", "[", "]", ">", "~", "\\": line.fall()
      default: if isBlank(scalar) { line.fall() } else { line.append(scalar) }
      }
    }
    return String(decoding: line.bytes, as: UTF8.self)
  }

  /// The scalar whose UTF-8 begins at a place, which moves behind it.
  private static func scalar(of bytes: [UInt8], at place: inout Int) -> Unicode.Scalar {
    let first = bytes[place]
    if first < 0x80 {
      place += 1
      return Unicode.Scalar(first)
    }
    let end = min(place + (first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4), bytes.count)
    defer { place = end }
    return String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  /// The text as it grows.
  private struct Line {
    var bytes: [UInt8] = []
    private var isBlank = true

    mutating func append(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
      isBlank = false
    }

    /// Something is left out here: words do not run together.
    mutating func fall() {
      if !isBlank { bytes.append(UInt8(ascii: " ")) }
      isBlank = true
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    let category = scalar.properties.generalCategory
    return category == .control || category == .spaceSeparator
  }

  /// `max_connections` is one word.
  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func withoutFrontMatter(_ text: String) -> Substring {
    guard text.hasPrefix("---\n"), let end = text.dropFirst(4).firstRange(of: "\n---\n") else { return text[...] }
    return text[end.upperBound...]
  }
}
