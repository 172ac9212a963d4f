/// Finds templates that differ only in a word with very many values, and makes one template of them.
///
/// Looked at are templates with the same number of blank-separated words. Where at least ``valuesMin`` of them are equal
/// but for one word, that word becomes `<*>`; so long as this finds something it is done again, so that two such words
/// are found one after the other. Fewer values are enough for what stands behind `key=`, and for two words that vary
/// together (`buy 5 at EAST`, `sell 5 at WEST`). Words that carry meaning by themselves (a request's status, its method,
/// the name of an exception, how something ended) stay.
package struct TemplateMerging: Sendable {
  /// Values of a word from which on it varies.
  package var valuesMin = 8
  /// The same for the first word, which mostly says what a line is about.
  package var firstWordValuesMin = 16
  /// The same for the value of a `key=value` whose key does not say how something ended.
  package var keyedValuesMin = 4
  /// Words of a template up to which pairs of words are looked at.
  private static let pairWordsMax = 24
  /// Templates up to which pairs are looked at.
  private static let pairTemplatesMax = 4000
  /// Words that must stay the same where two vary.
  private static let frameWordsMin = 5
  private static let roundsMax = 4

  package init() {}

  /// The template that each template becomes; templates that stay are left out.
  package func generalised(_ templates: [String]) -> [String: String] {
    var current = templates.map { Template($0) }
    for _ in 0..<Self.roundsMax {
      // Pairs only where single words find nothing more: a pair is the weaker sign.
      guard generaliseOnce(&current) || generalisePairs(&current) else { break }
    }
    absorb(&current)
    var result: [String: String] = [:]
    for (before, after) in zip(templates, current) where before != after.text { result[before] = after.text }
    return result
  }

  private func generaliseOnce(_ templates: inout [Template]) -> Bool {
    // Different templates with the same hole differ in the word that stands there: counting them counts its values.
    var values: [Hole: Int] = [:]
    var seen = Set<UInt64>(minimumCapacity: templates.count)
    for template in templates where seen.insert(template.sum).inserted {
      for place in template.words.indices where template.mayVary(at: place) {
        values[template.hole(at: place), default: 0] += 1
      }
    }
    var isChanged = false
    for index in templates.indices {
      let template = templates[index]
      for place in template.words.indices where template.mayVary(at: place) {
        guard values[template.hole(at: place), default: 0] >= valuesMin(template, place) else { continue }
        templates[index].vary(at: place)
        isChanged = true
      }
    }
    return isChanged
  }

  private func valuesMin(_ template: Template, _ place: Int) -> Int {
    place == 0 ? firstWordValuesMin : template.isKeyed(at: place) ? keyedValuesMin : valuesMin
  }

  /// Templates that are equal but for two words, each of which takes several values.
  private func generalisePairs(_ templates: inout [Template]) -> Bool {
    guard templates.count <= Self.pairTemplatesMax else { return false }
    var seen = Set<UInt64>(minimumCapacity: templates.count)
    let different = templates.filter { seen.insert($0.sum).inserted }
    var counts: [Pair: Int] = [:]
    for template in different {
      for pair in pairs(template) { counts[template.pair(pair), default: 0] += 1 }
    }
    counts = counts.filter { $0.value >= valuesMin }
    guard !counts.isEmpty else { return false }
    var found: [Pair: Values] = [:]
    for template in different {
      for pair in pairs(template) where counts[template.pair(pair)] != nil {
        found[template.pair(pair), default: Values()].add(template, pair)
      }
    }
    var isChanged = false
    for index in templates.indices {
      let template = templates[index]
      for pair in pairs(template) where found[template.pair(pair)]?.vary(valuesMin) ?? false {
        templates[index].vary(at: pair.first)
        templates[index].vary(at: pair.second)
        isChanged = true
        break
      }
    }
    return isChanged
  }

  private func pairs(_ template: Template) -> [(first: Int, second: Int)] {
    guard template.words.count <= Self.pairWordsMax else { return [] }
    guard template.wordsWithLetters - 2 >= Self.frameWordsMin, let lead = template.lead else { return [] }
    let places = template.words.indices.filter { $0 > lead && template.mayVary(at: $0) }
    return places.enumerated().flatMap { at, first in places[(at + 1)...].map { (first, $0) } }
  }

  /// A template that is another one with a value where that one varies belongs to it.
  private func absorb(_ templates: inout [Template]) {
    let present = Set(templates.map(\.sum))
    for index in templates.indices {
      let template = templates[index]
      let isLong = template.wordsWithLetters - 1 >= Self.frameWordsMin
      let single = template.words.indices.dropFirst().first { place in
        template.mayVary(at: place) && (isLong || template.isKeyed(at: place))
          && present.contains(template.sum &+ template.change(at: place))
      }
      if let single {
        templates[index].vary(at: single)
      } else if let pair = pairs(template).first(where: { pair in
        present.contains(template.sum &+ template.change(at: pair.first) &+ template.change(at: pair.second))
      }) {
        templates[index].vary(at: pair.first)
        templates[index].vary(at: pair.second)
      }
    }
  }
}

/// A template with one of its words left out.
private struct Hole: Hashable {
  var place: Int
  var rest: UInt64
}

/// A template with two of its words left out.
private struct Pair: Hashable {
  var first: Int
  var second: Int
  var rest: UInt64
}

/// What stands in the two places of a pair.
private struct Values {
  private var first = Set<String>()
  private var second = Set<String>()
  private var count = 0

  mutating func add(_ template: Template, _ pair: (first: Int, second: Int)) {
    first.insert(template.words[pair.first])
    second.insert(template.words[pair.second])
    count += 1
  }

  /// Whether both vary freely: most of their combinations are there.
  func vary(_ valuesMin: Int) -> Bool {
    first.count >= 2 && second.count >= 2 && count >= valuesMin && 2 * count > first.count * second.count
  }
}

private struct Template {
  var words: [String]
  private var hashes: [UInt64]
  private var isFixed: [Bool]
  /// Over all places, each hash weighed by its place: cheap to take one word out of.
  private(set) var sum: UInt64

  init(_ text: String) {
    words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    hashes = words.map { StableHash.mixed(StableHash.word($0)) }
    sum = UInt64(words.count)
    isFixed = words.map(Self.isFixed)
    for place in words.indices { sum &+= weighed(place) }
    // A line's only word is what the line says.
    if words.count(where: { $0.utf8.contains { $0 > 64 } }) < 2 { isFixed = words.map { _ in true } }
  }

  var text: String { words.joined(separator: " ") }

  func hole(at place: Int) -> Hole { Hole(place: place, rest: sum &- weighed(place)) }

  func pair(_ places: (first: Int, second: Int)) -> Pair {
    Pair(
      first: places.first, second: places.second, rest: sum &- weighed(places.first) &- weighed(places.second))
  }

  func mayVary(at place: Int) -> Bool { !isFixed[place] }

  /// The first word that says something: who writes, or what about.
  var lead: Int? { words.firstIndex { $0.utf8.count { $0 > 64 } >= 3 && !$0.contains("<*>") } }

  /// Words that hold a letter.
  var wordsWithLetters: Int { words.count { $0 != "<*>" && $0.utf8.contains { $0 > 64 } } }

  /// Whether the word is `key=value` with a key that does not say how something ended.
  func isKeyed(at place: Int) -> Bool {
    guard let equals = words[place].firstIndex(of: "="), equals != words[place].startIndex else { return false }
    let key = words[place][..<equals].lowercased()
    return !Self.outcomeKeys.contains(String(key.split { !$0.isLetter }.last ?? ""))
  }

  private static let outcomeKeys: Set<String> = [
    "error", "err", "errors", "reason", "status", "state", "result", "outcome", "level", "lvl", "severity", "code",
    "exception", "cause", "msg", "message", "event", "action", "kind", "type", "colour", "color", "health", "ok",
    "method", "op", "operation", "phase", "step", "name", "title", "class", "subject", "text", "detail",
  ]
  /// Words that say how something ended: in a place that varies too, they stay.
  private static let outcomes: Set<String> = [
    "ok", "up", "down", "on", "off", "started", "stopped", "starting", "stopping", "failed", "succeeded", "success",
    "failure", "opened", "closed", "open", "accepted", "rejected", "refused", "enabled", "disabled", "passed", "true",
    "false", "yes", "no", "not", "lost", "found", "missing", "timeout", "healthy", "unhealthy", "green", "red",
  ]

  private func weighed(_ place: Int) -> UInt64 { hashes[place] &* (UInt64(place) &* 2 &+ 3) }

  /// Whether a word carries meaning by itself.
  private static func isFixed(_ word: String) -> Bool {
    // The key before the value of key=<*> says what the line is about; digits that were kept are a status or a code.
    word.isEmpty || word == "<*>" || word.hasSuffix("=<*>") || word.utf8.contains { $0 >= 48 && $0 <= 57 }
      || ["Error", "Exception", "Error:", "Exception:"].contains { word.hasSuffix($0) } || methods.contains(word)
      || outcomes.contains(word.lowercased())
  }

  /// What varying a word adds to the sum.
  func change(at place: Int) -> UInt64 {
    StableHash.mixed(StableHash.word(varied(at: place))) &* (UInt64(place) &* 2 &+ 3) &- weighed(place)
  }

  private func varied(at place: Int) -> String {
    guard let equals = words[place].firstIndex(of: "="), equals != words[place].startIndex else { return "<*>" }
    return words[place][...equals] + "<*>"
  }

  mutating func vary(at place: Int) {
    let word = varied(at: place)
    sum &-= weighed(place)
    words[place] = word
    hashes[place] = StableHash.mixed(StableHash.word(words[place]))
    isFixed[place] = true
    sum &+= weighed(place)
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
