/// Finds templates that differ only in a word with very many values, and makes one template of them.
///
/// Looked at are templates with the same number of blank-separated words. Where at least ``valuesMin`` of them are equal
/// but for one word, that word becomes `<*>`; so long as this finds something it is done again, so that two such words
/// are found one after the other. Words that carry meaning by themselves (a request's status, its method, the name of
/// an exception) stay.
package struct TemplateMerging: Sendable {
  /// Values of a word from which on it varies.
  package var valuesMin = 8
  /// The same for the first word, which mostly says what a line is about.
  package var firstWordValuesMin = 16
  private static let roundsMax = 4

  package init() {}

  /// The template that each template becomes; templates that stay are left out.
  package func generalised(_ templates: [String]) -> [String: String] {
    var current = templates.map { Template($0) }
    for _ in 0..<Self.roundsMax {
      guard generaliseOnce(&current) else { break }
    }
    var result: [String: String] = [:]
    for (before, after) in zip(templates, current) where before != after.text { result[before] = after.text }
    return result
  }

  private func generaliseOnce(_ templates: inout [Template]) -> Bool {
    var values: [Hole: Set<String>] = [:]
    for template in templates {
      for place in template.words.indices where template.mayVary(at: place) {
        values[template.hole(at: place), default: []].insert(template.words[place])
      }
    }
    var isChanged = false
    for index in templates.indices {
      let template = templates[index]
      for place in template.words.indices where template.mayVary(at: place) {
        let count = values[template.hole(at: place)]?.count ?? 0
        guard count >= (place == 0 ? firstWordValuesMin : valuesMin) else { continue }
        templates[index].vary(at: place)
        isChanged = true
      }
    }
    return isChanged
  }
}

/// A template with one of its words left out.
private struct Hole: Hashable {
  var place: Int
  var rest: UInt64
}

private struct Template {
  var words: [String]
  private var hashes: [UInt64]

  init(_ text: String) {
    words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    hashes = words.map { StableHash.mixed(StableHash.word($0)) }
  }

  var text: String { words.joined(separator: " ") }

  /// The sum over the other places, each weighed by its place: cheap to take one word out of.
  func hole(at place: Int) -> Hole {
    var sum = UInt64(words.count)
    for (index, hash) in hashes.enumerated() where index != place { sum &+= hash &* (UInt64(index) &* 2 &+ 3) }
    return Hole(place: place, rest: sum)
  }

  func mayVary(at place: Int) -> Bool {
    let word = words[place]
    if word.isEmpty || word == "<*>" { return false }
    // The key before the value of key=<*> says what the line is about; digits that were kept are a status or a code.
    if word.hasSuffix("=<*>") || word.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) { return false }
    if word.hasSuffix("Error") || word.hasSuffix("Exception") || word.hasSuffix("Error:")
      || word.hasSuffix("Exception:")
    {
      return false
    }
    return !Self.methods.contains(word)
  }

  mutating func vary(at place: Int) {
    let word = words[place]
    if let equals = word.firstIndex(of: "="), equals != word.startIndex {
      words[place] = word[...equals] + "<*>"
    } else {
      words[place] = "<*>"
    }
    hashes[place] = StableHash.mixed(StableHash.word(words[place]))
  }

  private static let methods: Set<String> = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "CONNECT"]
}

extension TemplateMerging {
  /// Patterns after merging, by first occurrence.
  func merge(_ patterns: [MinedPattern]) -> [MinedPattern] {
    let names = generalised(patterns.map(\.template))
    var merged: [PatternID: MinedPattern] = [:]
    for pattern in patterns {
      var pattern = pattern
      if let name = names[pattern.template] {
        pattern.template = name
        pattern.id = PatternID(template: name)
      }
      if let present = merged[pattern.id] {
        merged[pattern.id] = present.joined(with: pattern)
      } else {
        merged[pattern.id] = pattern
      }
    }
    return merged.values.sorted { ($0.first.line, $0.id) < ($1.first.line, $1.id) }
  }
}

extension MinedPattern {
  /// The lines of two patterns of one source as one pattern.
  func joined(with other: MinedPattern) -> MinedPattern {
    let (early, late) = first.line <= other.first.line ? (self, other) : (other, self)
    var joined = early
    joined.level = max(early.level, late.level)
    joined.count += late.count
    joined.last = early.last.line >= late.last.line ? early.last : late.last
    joined.series.add(late.series)
    joined.isContinuation = early.isContinuation && late.isContinuation
    return joined
  }
}
