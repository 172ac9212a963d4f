/// The words of a Markdown text, without what only a reader of files would see.
package enum PlainWords {
  /// One line of text: marks, comments, addresses of links and control characters left out, white space folded.
  ///
  /// At most ``LearningLimits/textScalarsMax`` scalars of the text are read. A quick pass over the characters, not a
  /// parser: it serves searching, where a mark too many does no harm.
  package static func of(_ markdown: String) -> String {
    var result = String.UnicodeScalarView()
    var isBlank = true
    var isInComment = false
    var isInAddress = false
    var isInTag = false
    var before: [Unicode.Scalar] = ["\n", "\n", "\n"]
    for scalar in withoutFrontMatter(markdown).unicodeScalars.prefix(LearningLimits.textScalarsMax) {
      defer {
        before.removeFirst()
        before.append(scalar)
      }
      if isInComment {
        if scalar == ">", before.suffix(2) == ["-", "-"] { isInComment = false }
        continue
      }
      if isInAddress {
        if scalar == ")" || scalar == "\n" { isInAddress = false }
        continue
      }
      if isInTag {
        if scalar == "-", before.suffix(2) == ["<", "!"] { isInComment = true }
        if scalar == ">" || scalar == "\n" || isInComment { isInTag = false }
        continue
      }
      switch scalar {
      case "<": isInTag = true
      case "(" where before.last == "]": isInAddress = true
      case "_" where !isInWord(before.last): fall(&result, &isBlank)
      case "*", "#", "`", "|", "[", "]", ">", "~", "\\": fall(&result, &isBlank)
      default:
        let category = scalar.properties.generalCategory
        if scalar == "\n" || scalar == " " || category == .control || category == .spaceSeparator {
          fall(&result, &isBlank)
        } else {
          result.append(scalar)
          isBlank = false
        }
      }
    }
    return String(result)
  }

  private static func fall(_ result: inout String.UnicodeScalarView, _ isBlank: inout Bool) {
    if !isBlank { result.append(" ") }
    isBlank = true
  }

  /// `max_connections` is one word.
  private static func isInWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
  }

  private static func withoutFrontMatter(_ text: String) -> Substring {
    guard text.hasPrefix("---\n"), let end = text.dropFirst(4).firstRange(of: "\n---\n") else { return text[...] }
    return text[end.upperBound...]
  }
}
