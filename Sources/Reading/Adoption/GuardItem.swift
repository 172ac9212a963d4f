/// A guard as an item of a list in YAML: its lines, moved to another indentation.
enum GuardItem {
  /// The lines with their dash behind so many spaces, without blank lines around, each with a line end.
  static func indented(_ lines: [String], by indentation: Int, lineEnd: String = "\n") -> String {
    var lines = lines[...]
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    let own = lines.first.map(Self.indentation) ?? 0
    return lines.map { line in
      guard !isBlank(line) else { return lineEnd }
      let depth = max(0, Self.indentation(line) - own + indentation)
      return String(repeating: " ", count: depth) + line.drop { $0 == " " } + lineEnd
    }.joined()
  }

  static func isBlank(_ line: some StringProtocol) -> Bool { line.allSatisfy(\.isWhitespace) }

  static func indentation(_ line: some StringProtocol) -> Int { line.prefix { $0 == " " }.count }
}
