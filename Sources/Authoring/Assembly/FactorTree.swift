import Postmortems

/// The factors as a list that goes deeper with every "how did that come to be?".
struct FactorTree {
  let factors: [Factor]

  static let hits = "Hit although this was decided before:"
  static let evidence = "Evidence:"
  /// Stands where the factor above is not the one that it answers for, as when that one is missing.
  static let below = "Answers for:"

  // MARK: Writing

  func written() -> String {
    var lines: [String] = []
    var written: Set<Int> = []
    let known = Set(factors.map(\.number))
    for factor in factors where factor.parent.map({ !known.contains($0) }) ?? true {
      write(factor, depth: 0, isUnder: nil, &lines, &written)
    }
    // Those that answer for each other in a circle.
    for factor in factors where !written.contains(factor.number) {
      write(factor, depth: 0, isUnder: nil, &lines, &written)
    }
    return lines.joined(separator: "\n")
  }

  private func write(
    _ factor: Factor, depth: Int, isUnder parent: Int?, _ lines: inout [String], _ written: inout Set<Int>
  ) {
    guard written.insert(factor.number).inserted else { return }
    let indent = String(repeating: "  ", count: depth)
    let head = "\(PartWords.words(factor.kind)), \(factor.sureness.rawValue)"
    lines.append("\(indent)- **F\(factor.number)** (\(head)) \(PartText.line.written(factor.text))")
    if let own = factor.parent, own != parent { lines.append("\(indent)  - \(Self.below) F\(own)") }
    if !factor.evidence.isEmpty {
      lines.append("\(indent)  - \(Self.evidence) \(PartList(text: .line).written(factor.evidence))")
    }
    for item in factor.catches {
      lines.append("\(indent)  - \(PartWords.question(item.means)) \(PartText.line.written(item.answer))")
    }
    if !factor.hits.isEmpty {
      lines.append("\(indent)  - \(Self.hits) \(factor.hits.map(\.description).joined(separator: ", "))")
    }
    for child in factors where child.parent == factor.number && child.number != factor.number {
      write(child, depth: depth + 1, isUnder: factor.number, &lines, &written)
    }
  }

  // MARK: Reading

  /// Reads the items of a list; what is no factor and no detail of one is left out.
  init(reading items: [ListLine]) {
    var factors: [Factor] = []
    var open: [(indent: Int, index: Int)] = []
    var next = (items.compactMap { Self.number(of: $0.text) }.max() ?? 0) + 1
    for item in items {
      while let last = open.last, last.indent >= item.indent { open.removeLast() }
      if var factor = Self.head(item.text) {
        factor.parent = open.last.map { factors[$0.index].number }
        if factor.number == 0 {
          factor.number = next
          next += 1
        }
        open.append((item.indent, factors.count))
        factors.append(factor)
      } else if let index = open.last?.index {
        Self.take(item.text, into: &factors[index])
      }
    }
    self.factors = factors.sorted { $0.number < $1.number }
  }

  init(factors: [Factor]) { self.factors = factors }

  private static func number(of text: String) -> Int? {
    guard text.hasPrefix("**F"), let end = text.ranges(of: "**").dropFirst().first else { return nil }
    return Int(text[text.index(text.startIndex, offsetBy: 3)..<end.lowerBound])
  }

  /// `**F2** (made it possible, likely) the text`.
  private static func head(_ text: String) -> Factor? {
    guard let number = number(of: text), let mark = text.ranges(of: "**").dropFirst().first else { return nil }
    var factor = Factor(number: number, text: "", kind: .condition)
    var rest = String(text[mark.upperBound...]).trimmingSpaces
    if rest.hasPrefix("("), let close = rest.firstIndex(of: ")") {
      let words = rest[rest.index(after: rest.startIndex)..<close].split(separator: ",").map(String.init)
      let kind: Factor.Kind? = words.first.flatMap { PartWords.value($0) { PartWords.words($0) } }
      if let kind {
        factor.kind = kind
        factor.sureness = words.last.flatMap { PartWords.value($0, \.rawValue) } ?? .possible
        rest = String(rest[rest.index(after: close)...]).trimmingSpaces
      }
    }
    factor.text = PartText.line.read(rest)
    return factor
  }

  private static func take(_ text: String, into factor: inout Factor) {
    func rest(_ label: String) -> String? {
      text.hasPrefix(label) ? String(text.dropFirst(label.count)).trimmingSpaces : nil
    }
    if let list = rest(evidence) {
      factor.evidence += PartList(text: .line).read(list)
    } else if let list = rest(hits) {
      factor.hits += list.split { $0 == "," || $0 == " " }.compactMap { ActionID($0) }
    } else if let name = rest(below) {
      factor.parent = Int(name.dropFirst())
    } else if let means = Factor.Catch.Means.allCases.first(where: { text.hasPrefix(PartWords.question($0)) }) {
      let answer = rest(PartWords.question(means)) ?? ""
      factor.catches.append(Factor.Catch(means: means, answer: PartText.line.read(answer)))
    } else {
      factor.text += "\n" + PartText.line.read(text)
    }
  }
}

/// One item of a list with the number of columns before its mark.
struct ListLine {
  var indent: Int
  var text: String

  /// The items among some lines; lines that go on below an item belong to it.
  static func items(of lines: [String]) -> [ListLine] {
    var result: [ListLine] = []
    var isInList = false
    for line in lines {
      let bare = line.trimmingSpaces
      if ["- ", "* ", "+ "].contains(where: { bare.hasPrefix($0) }) || bare == "-" {
        result.append(ListLine(indent: line.prefix { $0 == " " }.count, text: String(bare.dropFirst(2)).trimmingSpaces))
        isInList = true
      } else if bare.isEmpty || bare.hasPrefix("|") {
        isInList = false
      } else if isInList, !result.isEmpty {
        result[result.count - 1].text += " " + bare
      }
    }
    return result
  }
}
