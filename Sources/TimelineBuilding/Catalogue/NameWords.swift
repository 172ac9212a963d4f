/// Words of a text as names are compared: lower case, camel case and underscores taken apart as well as kept whole.
enum NameWords {
  /// `oven_door on shop3` → oven_door, on, shop3.
  static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }.map(String.init)
  }

  /// Words that can say what a change and a failure have in common: three letters or more, not everybody's.
  static func names(_ text: String) -> Set<String> {
    var names = Set<String>()
    for token in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
      for part in [token[...]] + parts(of: token) {
        let word = part.lowercased()
        if word.count >= 3, !word.allSatisfy(\.isNumber), !common.contains(word) { names.insert(word) }
      }
    }
    return names
  }

  /// `ovenDoor_now` → oven, Door, now.
  private static func parts(of token: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = token.startIndex
    var index = token.startIndex
    while index < token.endIndex {
      let next = token.index(after: index)
      if token[index] == "_" {
        if start < index { parts.append(token[start..<index]) }
        start = next
      } else if next < token.endIndex, token[index].isLowercase, token[next].isUppercase {
        parts.append(token[start..<next])
        start = next
      }
      index = next
    }
    if start < token.endIndex { parts.append(token[start...]) }
    return parts.count > 1 ? parts : []
  }

  private static let common: Set<String> = [
    "the", "and", "for", "from", "with", "not", "was", "are", "has", "had", "its", "this", "that", "into", "out", "off",
    "all", "new", "old", "get", "set", "put", "post", "delete", "head", "patch", "http", "https", "info", "warn",
    "warning", "error", "errors", "debug", "log", "logs", "var", "let", "def", "func", "return", "true", "false",
    "null",
    "none", "nil", "self", "import", "class", "struct", "string", "int", "list", "dict", "value", "values", "name",
    "key",
    "time", "line", "file", "msg", "message", "level", "host", "status", "code", "type", "data", "test", "tests",
    "main",
    "src", "lib", "app", "api", "etc", "com", "org", "service", "services", "server", "request", "requests", "response",
    "failed", "fail", "failure", "exception", "deploy", "release", "production", "prod", "rid", "usr", "try", "except",
    "else", "while", "raise", "print", "len", "str", "args", "kwargs", "example", "internal", "call", "called", "one",
    "two", "can", "may", "will", "when", "now", "only", "more", "use", "used", "add", "fix", "update", "traceback",
    "most",
    "recent", "last", "first", "path", "method", "json", "yml", "yaml", "conf", "config", "html", "readme", "docs",
  ]
}
