/// The few shapes that a draft uses.
enum DraftText {
  static func table(_ head: [String], _ rows: [[String]]) -> String {
    let lines =
      ["| " + head.joined(separator: " | ") + " |", "|" + String(repeating: "---|", count: head.count)]
      + rows.map { "| " + $0.joined(separator: " | ") + " |" }
    return lines.joined(separator: "\n")
  }

  /// `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `one action`, `3 actions`.
  static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "one \(noun)" : "\(count) \(noun)s"
  }

  /// `3 minutes 12 seconds`, `2 hours 5 minutes`, `4 days 3 hours`.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(max(0, seconds).rounded())
    let units = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
    guard let first = units.firstIndex(where: { whole >= $0.0 }) else { return "less than a second" }
    var parts: [String] = []
    var rest = whole
    for (length, name) in units[first..<min(first + 2, units.count)] {
      let count = rest / length
      rest %= length
      if count > 0 { parts.append("\(count) \(name)\(count == 1 ? "" : "s")") }
    }
    return parts.joined(separator: " ")
  }
}
