/// Picks names out of the lines of a change: identifiers, flags, settings.
struct TermFinder {
  /// Names with a structure of their own (`bulk_split`, `maxWait`, `--dry-run`, `pool.size`), then plain words, each in the
  /// order of first occurrence.
  private var structured: [String] = []
  private var plain: [String] = []
  private var seen: Set<String> = []

  init() {}

  /// At most ``Limits/changeTermsMax``, structured names first.
  var terms: [String] { Array((structured + plain).prefix(Limits.changeTermsMax)) }

  /// Whether more would not change the answer.
  var isFull: Bool { structured.count >= Limits.changeTermsMax }

  /// Takes the names of a line.
  ///
  /// Of a line that sets a secret only the name before the value is taken. Of prose (comments, documents) only structured names are taken.
  mutating func add(line: some Sequence<UInt8>, isProse: Bool) {
    var word: [UInt8] = []
    for byte in line {
      if Self.isPart(byte) {
        if word.count <= 80 { word.append(byte) }
      } else if !word.isEmpty {
        // A dotted name that is called is a method, not a setting.
        add(word: word, isProse: isProse, isSetting: byte != UInt8(ascii: "("))
        let isSecret = (byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":")) && Self.namesSecret(word)
        word.removeAll(keepingCapacity: true)
        if isSecret { return }
      }
    }
    if !word.isEmpty { add(word: word, isProse: isProse, isSetting: true) }
  }

  /// Whether a name is that of a secret, so that what follows it must not be kept.
  private static func namesSecret(_ word: [UInt8]) -> Bool {
    let name = String(decoding: word, as: UTF8.self).lowercased()
    return ["secret", "passw", "token", "api_key", "apikey", "access_key", "private", "credential"].contains {
      name.contains($0)
    }
  }

  private mutating func add(word written: [UInt8], isProse: Bool, isSetting: Bool) {
    guard written.count <= 80, !isFull else { return }
    let isOption = written.starts(with: Array("--".utf8))
    var word = written[...]
    while let first = word.first, !Self.isLetter(first) { word = word.dropFirst() }
    while let last = word.last, !Self.isLetter(last), !Self.isDigit(last) { word = word.dropLast() }
    guard (3...64).contains(word.count) else { return }
    if word.contains(UInt8(ascii: ".")), !isOption {
      // `self.store.get`: each part is a name; the whole is one too where it reads like a setting.
      let parts = word.split(separator: UInt8(ascii: "."))
      for part in parts { add(word: Array(part), isProse: isProse, isSetting: false) }
      guard isSetting, parts.count == 2 || parts.count == 3,
        parts.allSatisfy({ $0.count > 2 && $0.allSatisfy(Self.isLower) }),
        !isProse, parts.first.map({ !Self.receivers.contains(String(decoding: $0, as: UTF8.self)) }) ?? false
      else { return }
    }
    // A hash or an id is not a name.
    guard word.count < 12 || !word.allSatisfy(Self.isHexadecimal) else { return }
    let text = String(decoding: word, as: UTF8.self)
    let isStructured = isOption || Self.isStructured(word)
    guard isStructured || (!isProse && !Self.keywords.contains(text.lowercased())), seen.insert(text).inserted else {
      return
    }
    if isStructured {
      structured.append(text)
    } else if plain.count < Limits.changeTermsMax {
      plain.append(text)
    }
  }

  /// Whether a word is made of parts: joined by `_`, `-` or `.`, or humped.
  private static func isStructured(_ word: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in word {
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") { return true }
      if (65...90).contains(byte), (97...122).contains(previous) { return true }
      previous = byte
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (97...102).contains(byte) || (65...70).contains(byte)
  }
  private static func isLower(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
  private static func isPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  private static let receivers: Set<String> = ["self", "this", "super", "that"]

  /// Words of programming languages and of nearly every program; they say nothing about a change.
  private static let keywords: Set<String> = [
    "and", "any", "args", "array", "assert", "async", "await", "bool", "boolean", "break", "byte", "case", "catch",
    "char",
    "class", "const", "continue", "data", "def", "default", "defer", "del", "dict", "double", "echo", "elif", "else",
    "end",
    "enum", "err", "error", "except", "exit", "export", "extends", "false", "final", "finally", "float", "for",
    "foreach",
    "from", "func", "function", "get", "global", "goto", "guard", "here", "http", "https", "if", "implements", "import",
    "include", "init", "int", "integer", "interface", "internal", "into", "key", "kwargs", "lambda", "len", "let",
    "list",
    "long", "main", "make", "map", "match", "module", "mut", "namespace", "new", "nil", "none", "not", "null", "object",
    "open", "out", "package", "pass", "private", "print", "protected", "public", "raise", "range", "require", "return",
    "select", "self", "set", "short", "static", "str", "string", "struct", "super", "switch", "test", "that", "the",
    "then",
    "this", "throw", "throws", "true", "try", "type", "typeof", "undefined", "use", "using", "val", "value", "var",
    "void",
    "while", "with", "yield",
  ]
}
