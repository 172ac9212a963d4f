import Yams

/// Finds and reads the front matter of a document; what cannot be read becomes a problem with its line.
struct FrontMatterReader {
  static let bytesMax = 64 * 1024
  /// Deepest indentation, in columns, and most indicators of nesting in one line.
  static let nestingMax = 32
  /// Anchors and aliases: a document has no use for many, and each alias can double what is read.
  static let aliasesMax = 8
  static let valuesMax = 1_000

  let lines: LineTable

  func read() -> FrontMatter {
    var result = FrontMatter()
    guard isFence(1, ["---"]) else { return result }
    guard let end = (2...max(2, lines.count)).first(where: { isFence($0, ["---", "..."]) }) else {
      if isKey(line: 2) {
        result.problems.append(
          FrontMatter.Problem(
            line: 1, column: 1, message: "the front matter is not closed", hint: "End it with a line of three dashes."))
      }
      return result
    }
    // A thematic break at the head of a text that has another one is not front matter unless keys stand between them.
    guard (2..<end).contains(where: { isKey(line: $0) }) || end == 2 else { return result }
    result.lineCount = end
    if let problem = limitProblem(2..<end) {
      result.problems.append(problem)
      return result
    }
    compose(2..<end, into: &result)
    return result
  }

  private func compose(_ range: Range<Int>, into result: inout FrontMatter) {
    let yaml = lines.text(in: lines.start(ofLine: range.lowerBound)..<lines.start(ofLine: range.upperBound))
    do {
      guard let node = try Yams.compose(yaml: yaml) else { return }
      guard let mapping = node.mapping else {
        result.problems.append(
          FrontMatter.Problem(
            line: 2, column: 1, message: "the front matter is not a list of keys and values",
            hint: "Write one 'key: value' per line."))
        return
      }
      var budget = Self.valuesMax
      for (key, value) in mapping {
        var values: [String] = []
        collect(value, depth: 0, into: &values, budget: &budget)
        let mark = key.mark
        let place = values.isEmpty ? mark : value.mark ?? mark
        result.entries.append(
          FrontMatter.Entry(
            key: key.string ?? "", values: values, line: (mark?.line ?? 1) + 1,
            column: place?.line == mark?.line ? place?.column ?? 1 : mark?.column ?? 1))
      }
    } catch {
      result.problems.append(problem(error))
    }
  }

  /// The scalars below a node; keys of inner mappings are left out.
  private func collect(_ node: Node, depth: Int, into values: inout [String], budget: inout Int) {
    guard depth <= Self.nestingMax, budget > 0 else { return }
    budget -= 1
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      if !isNull { values.append(scalar.string) }
    case .sequence(let sequence):
      for item in sequence { collect(item, depth: depth + 1, into: &values, budget: &budget) }
    case .mapping(let mapping):
      for (_, item) in mapping { collect(item, depth: depth + 1, into: &values, budget: &budget) }
    case .alias: break
    }
  }

  private func problem(_ error: any Error) -> FrontMatter.Problem {
    let hint = "Quote values that hold ': ' or begin with a mark such as @, [ or {."
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return FrontMatter.Problem(
        line: max(1, mark.line) + 1, column: max(1, mark.column),
        message: "the front matter is not valid YAML: \(problem)", hint: hint)
    case .duplicatedKeysInMapping(let duplicates, let context):
      // The mark is that of the mapping; the last line with the key is the one to mend.
      let again = lastLine(of: duplicates.first)
      let keys = duplicates.compactMap { "\($0)" }.sorted().joined(separator: "', '")
      return FrontMatter.Problem(
        line: again ?? max(1, context.mark.line) + 1, column: 1,
        message: "the front matter gives '\(keys)' more than once",
        hint: "Keep one of them.")
    default:
      return FrontMatter.Problem(line: 1, column: 1, message: "the front matter is not valid YAML", hint: hint)
    }
  }

  private func lastLine(of key: String?) -> Int? {
    guard let key, let end = (2...max(2, lines.count)).first(where: { isFence($0, ["---", "..."]) }) else { return nil }
    return (2..<end).last { lines.bytes(ofLine: $0).starts(with: Array("\(key):".utf8)) }
  }

  /// What would make the YAML costly to read; checked on its text, because the YAML library reads recursively.
  private func limitProblem(_ range: Range<Int>) -> FrontMatter.Problem? {
    let size = lines.start(ofLine: range.upperBound) - lines.start(ofLine: range.lowerBound)
    if size > Self.bytesMax {
      return FrontMatter.Problem(
        line: 1, column: 1, message: "the front matter has \(size) bytes, more than \(Self.bytesMax)",
        hint: "Move the text below the front matter.")
    }
    var aliases = 0
    var open = 0
    for line in range {
      let bytes = Array(lines.bytes(ofLine: line))
      let indentation = bytes.prefix { $0 == 32 }.count
      let indicators = zip(bytes, bytes.dropFirst() + [32]).count { ($0 == 45 || $0 == 63 || $0 == 58) && $1 == 32 }
      open += bytes.count { $0 == 91 || $0 == 123 } - bytes.count { $0 == 93 || $0 == 125 }
      let opened = bytes.count { $0 == 91 || $0 == 123 }
      for (index, byte) in bytes.enumerated() where byte == 38 || byte == 42 {
        let before = index == 0 ? 32 : bytes[index - 1]
        let after = index + 1 < bytes.count ? bytes[index + 1] : 32
        if before == 32 || before == 91 || before == 44, after != 32, after != byte { aliases += 1 }
      }
      if indentation > Self.nestingMax || indicators > Self.nestingMax || open > Self.nestingMax
        || opened > Self.nestingMax
      {
        return FrontMatter.Problem(
          line: line, column: 1, message: "the front matter is nested deeper than \(Self.nestingMax) levels",
          hint: "Keep it to plain keys, values and short lists.")
      }
    }
    guard aliases > Self.aliasesMax else { return nil }
    return FrontMatter.Problem(
      line: 1, column: 1, message: "the front matter has \(aliases) anchors and aliases, more than \(Self.aliasesMax)",
      hint: "Write the values out.")
  }

  private func isFence(_ line: Int, _ fences: Set<String>) -> Bool {
    var bytes = lines.bytes(ofLine: line)
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    while let last = bytes.last, last == 32 || last == 9 { bytes = bytes.dropLast() }
    return line <= lines.count && fences.contains(String(decoding: bytes, as: UTF8.self))
  }

  private func isKey(line: Int) -> Bool {
    let bytes = lines.bytes(ofLine: line)
    guard let colon = bytes.firstIndex(of: 58), colon > bytes.startIndex, bytes.first != 32, bytes.first != 35 else {
      return false
    }
    return colon + 1 == bytes.endIndex || bytes[colon + 1] == 32
  }
}
