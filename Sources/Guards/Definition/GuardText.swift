/// Small words that definitions, results and problems share.
enum GuardText {
  /// A number without needless digits: `1`, `0.99`.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int64(value)) }
    return String(value)
  }

  /// Seconds with at most one digit behind the point: `2 s`, `0.3 s`.
  static func seconds(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == 0 && value > 0 ? "under 0.1 s" : "\(number(tenths)) s"
  }

  /// A text of at most `limit` characters, its end cut.
  static func shortened(_ text: some StringProtocol, to limit: Int) -> String {
    text.count <= limit ? String(text) : text.prefix(limit - 1) + "…"
  }

  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// The name among `names` that was most likely meant; nil where none is near.
  static func nearest(to word: String, among names: [String]) -> String? {
    let limit = word.count <= 4 ? 1 : word.count <= 8 ? 2 : 3
    let near = names.map { (name: $0, distance: distance(word.lowercased(), $0)) }.filter { $0.distance <= limit }
    return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// Characters to insert, remove, replace, or swap with their neighbour, from one word to the other (optimal string
  /// alignment).
  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.prefix(80))
    let right = Array(right)
    var before: [Int] = []
    var row = Array(0...right.count)
    for i in left.indices {
      var next = [i + 1]
      for j in right.indices {
        var cost = min(row[j] + (left[i] == right[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      before = row
      row = next
    }
    return row[right.count]
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at its ends.
  var trimmingSpaces: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
