internal import Foundation
internal import Postmortems

/// All cases by their traits, to find those that are like another.
///
/// Words are weighed by how rare they are among the cases that may be seen (TF-IDF; Spärck Jones, "A statistical
/// interpretation of term specificity", 1972) and compared by the cosine of their angle, so that a case that is hidden
/// from somebody changes nothing of what they are told. A query costs one pass over all words: milliseconds for
/// thousands of cases.
package struct LikenessIndex: Sendable {
  /// One case that is like the one asked about.
  package struct Match: Hashable, Sendable {
    package var id: CaseID
    package var score: Double
    package var isStrong: Bool
    /// How they read there, the heaviest first.
    package var patterns: [String]
    /// The most telling first.
    package var words: [String]
    package var components: [String]
    package var services: [String]
  }

  private var words = Numbers()
  private var shapes = Numbers()
  private var cases: [CaseID: KnownCase] = [:]

  package init() {}

  package var count: Int { cases.count }

  /// Puts a case in, or in place of what was known of it; nil takes it out.
  package mutating func set(_ traits: Traits?, for id: CaseID) {
    guard let traits else {
      cases[id] = nil
      return
    }
    cases[id] = KnownCase(
      words: traits.words.counts.map { (words.number(of: $0.key), $0.value / ($0.value + 1)) }
        .sorted { $0.0 < $1.0 },
      shapes: traits.patterns.map { (shapes.number(of: $0.shape), $0.weight, $0.title) },
      components: traits.components, services: traits.services, kinds: traits.kinds)
  }

  /// Cases that share something that says more than chance, best first: those with patterns of evidence in common
  /// before those with words.
  ///
  /// `isCandidate` says which cases may be told of; the others do not even count.
  package func matches(
    for traits: Traits, limit: Int = LearningLimits.likenessesMax, among isCandidate: (CaseID) -> Bool
  ) -> [Match] {
    let candidates = cases.filter { isCandidate($0.key) }
    let query = Query(traits, words, shapes, candidates.values)
    var matches: [Match] = []
    for (id, known) in candidates {
      guard let match = match(query, traits, id, known) else { continue }
      matches.append(match)
    }
    matches.sort { left, right in
      let isFirst = !left.patterns.isEmpty
      guard isFirst == !right.patterns.isEmpty else { return isFirst }
      return (right.score, left.id) < (left.score, right.id)
    }
    return Array(matches.prefix(limit))
  }

  /// How much some words say about each of some cases, 0 for none; see ``matches(for:limit:among:)`` for what counts.
  package func weights(of text: String, in ids: [CaseID], among isCandidate: (CaseID) -> Bool) -> [Double] {
    let wanted = WordCounts.words(in: text).compactMap { words.known($0) }
    guard !wanted.isEmpty else { return ids.map { _ in 0 } }
    let candidates = cases.filter { isCandidate($0.key) }
    var frequency: [Int32: Int] = [:]
    let asked = Set(wanted)
    for known in candidates.values {
      for (word, _) in known.words where asked.contains(word) { frequency[word, default: 0] += 1 }
    }
    return ids.map { id in
      (cases[id]?.words ?? []).reduce(0) { sum, entry in
        guard asked.contains(entry.word), let count = frequency[entry.word] else { return sum }
        return sum + entry.weight * Query.rarity(count, of: candidates.count)
      }
    }
  }

  private func match(_ query: Query, _ traits: Traits, _ id: CaseID, _ known: KnownCase) -> Match? {
    let shared = known.shapes.filter { query.shapes[$0.shape] != nil }.sorted {
      (query.shapeWeight($1.shape, $1.weight), $0.title) < (query.shapeWeight($0.shape, $0.weight), $1.title)
    }
    let evidence =
      query.shapeSum > 0 ? shared.reduce(0) { $0 + query.shapeWeight($1.shape, $1.weight) } / query.shapeSum : 0
    let (cosine, telling) = query.compare(known.words)
    let components = known.components.intersection(traits.components).sorted()
    let services = known.services.intersection(traits.services).sorted()
    guard !shared.isEmpty || telling.count >= 2 && cosine >= 0.08 || !components.isEmpty && cosine >= 0.05 else {
      return nil
    }
    let place = Double(components.count) / Double(max(1, known.components.union(traits.components).count))
    let kinds = Double(known.kinds.intersection(traits.kinds).count) / Double(max(1, traits.kinds.count))
    let service = Double(services.count) / Double(max(1, traits.services.count))
    let score =
      traits.patterns.isEmpty
      ? 0.78 * cosine + 0.18 * place + 0.04 * kinds
      : 0.58 * evidence + 0.28 * cosine + 0.08 * place + 0.04 * service + 0.02 * kinds
    let isStrong = shared.count >= 2 && evidence >= 0.25 || telling.count >= 3 && cosine >= 0.3
    return Match(
      id: id, score: (min(1, score) * 1e6).rounded() / 1e6, isStrong: isStrong, patterns: shared.map(\.title),
      words: telling.prefix(6).map { words.names[Int($0)] }, components: components, services: services)
  }
}

/// What is kept of a case to compare it.
private struct KnownCase: Sendable {
  /// Numbers of its words, and how much each says: saturating, so that a word said ten times is not ten words.
  var words: [(word: Int32, weight: Double)]
  /// Numbers of its shapes, with how each reads in it.
  var shapes: [(shape: Int32, weight: Double, title: String)]
  var components: Set<String>
  var services: Set<String>
  var kinds: Set<Factor.Kind>
}

/// Texts by numbers, so that comparing is comparing integers.
private struct Numbers: Sendable {
  private var numbers: [String: Int32] = [:]
  private(set) var names: [String] = []

  mutating func number(of name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    return number
  }

  func known(_ name: String) -> Int32? { numbers[name] }
}

/// What is asked about, weighed by the cases that may be seen.
private struct Query {
  /// By the number of the word: how rare it is.
  private let rarities: [Double]
  /// Whether it can be a reason: a word that most cases have is none.
  private let isTelling: [Bool]
  private var words: [Int32: Double] = [:]
  private var names: [Int32: String] = [:]
  private var norm = 0.0
  private(set) var shapes: [Int32: Double] = [:]
  private(set) var shapeSum = 0.0

  init(
    _ traits: Traits, _ wordNumbers: Numbers, _ shapeNumbers: Numbers,
    _ cases: some Collection<KnownCase>
  ) {
    var frequencies = [Int](repeating: 0, count: wordNumbers.names.count)
    var shapeFrequencies: [Int32: Int] = [:]
    for known in cases {
      for (word, _) in known.words { frequencies[Int(word)] += 1 }
      for entry in known.shapes { shapeFrequencies[entry.shape, default: 0] += 1 }
    }
    let caseCount = cases.count
    rarities = frequencies.map { Self.rarity($0, of: caseCount) }
    isTelling = frequencies.map { Double($0) <= max(2, 0.3 * Double(caseCount)) }
    // In a fixed order: sums of fractions depend on it.
    for (name, count) in traits.words.counts.sorted(by: { $0.key < $1.key }) {
      let number = wordNumbers.known(name)
      let weight = count / (count + 1) * (number.map { rarities[Int($0)] } ?? Self.rarity(0, of: caseCount))
      norm += weight * weight
      guard let number else { continue }
      words[number] = weight
      names[number] = name
    }
    norm = norm.squareRoot()
    for pattern in traits.patterns {
      let number = shapeNumbers.known(pattern.shape)
      let count = number.flatMap { shapeFrequencies[$0] } ?? 0
      let weight = pattern.weight * Self.rarity(count, of: caseCount)
      shapeSum += weight
      if let number { shapes[number] = weight }
    }
  }

  /// Always above 0: where there are few cases, what they share still counts.
  static func rarity(_ count: Int, of all: Int) -> Double {
    log(1 + (Double(all) + 0.5) / (Double(count) + 0.5))
  }

  func shapeWeight(_ shape: Int32, _ weight: Double) -> Double { min(1, weight + 0.4) * (shapes[shape] ?? 0) }

  /// The cosine, and the words that make it, the heaviest first.
  func compare(_ other: [(word: Int32, weight: Double)]) -> (cosine: Double, words: [Int32]) {
    var product = 0.0
    var square = 0.0
    var shared: [(word: Int32, weight: Double)] = []
    for (word, weight) in other {
      let own = weight * rarities[Int(word)]
      square += own * own
      guard let asked = words[word] else { continue }
      product += own * asked
      if isTelling[Int(word)] { shared.append((word, own * asked)) }
    }
    guard product > 0, norm > 0 else { return (0, []) }
    shared.sort { ($1.weight, names[$0.word] ?? "") < ($0.weight, names[$1.word] ?? "") }
    return (product / (norm * square.squareRoot()), shared.map(\.word))
  }
}
