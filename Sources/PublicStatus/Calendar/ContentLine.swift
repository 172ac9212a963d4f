/// A line of an iCalendar file (RFC 5545, section 3.1).
enum ContentLine {
  /// Octets of a line before it is folded, its end not counted.
  static let octetsMax = 75

  /// The line folded where it is too long, never inside a character, with its CRLF.
  static func folded(_ line: String) -> String {
    guard line.utf8.count > octetsMax else { return line + "\r\n" }
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > octetsMax {
        result += "\r\n "
        // The space belongs to the new line.
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += width
    }
    return result + "\r\n"
  }

  /// TEXT (section 3.3.11): four characters escaped, controls left out.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in PlainText.cleaned(text).unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// URI: only what may stand in one.
  static func uri(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value > 32 && $0.value < 127 }.map(Character.init))
  }
}
