/// A media type with its parameters, as far as a body's header says them (RFC 9110, section 8.3.1).
struct WrittenMediaType: Sendable, Hashable {
  /// Type and subtype in lower case, parameters left off.
  var essence: String
  /// By their names in lower case; values without their quotes.
  var parameters: [String: String] = [:]

  init?(_ header: String?) {
    guard let header else { return nil }
    var rest = header[...]
    essence = Self.trimmed(rest.prefix { $0 != ";" }).lowercased()
    guard !essence.isEmpty else { return nil }
    rest = rest.dropFirst(rest.prefix { $0 != ";" }.count)
    while rest.first == ";" {
      rest = rest.dropFirst()
      let name = Self.trimmed(rest.prefix { $0 != "=" && $0 != ";" }).lowercased()
      rest = rest.drop { $0 != "=" && $0 != ";" }
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      let value: String
      if rest.first == "\"" {
        guard let quoted = Self.quoted(&rest) else { return nil }
        value = quoted
        rest = rest.drop { $0 != ";" }
      } else {
        let word = rest.prefix { $0 != ";" }
        value = Self.trimmed(word)
        rest = rest.dropFirst(word.count)
      }
      if parameters[name] == nil { parameters[name] = value }
    }
  }

  /// The text between two quotes, a backslash before a character taking its meaning away; nil where no quote closes.
  static func quoted(_ rest: inout Substring) -> String? {
    var result = ""
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      switch character {
      case "\"": return result
      case "\\":
        guard let next = rest.popFirst() else { return nil }
        result.append(next)
      default: result.append(character)
      }
    }
    return nil
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let inner = text.drop { $0 == " " || $0 == "\t" }
    return String(inner.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
