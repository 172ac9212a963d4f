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

  private var words = Numbers<String>()
  private var shapes = Numbers<EvidencePattern.Key>()
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
      patterns: traits.patterns.map { pattern in
        KnownCase.Pattern(
          keys: pattern.keys.map { shapes.number(of: $0) }, weight: pattern.weight,
          title: pattern.title)
      },
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
  ///
  /// `beginning` is that of words which count as well.
  package func weights(
    of text: String, beginning: String? = nil, in ids: [CaseID], among isCandidate: (CaseID) -> Bool
  ) -> [Double] {
    // By the numbers of words: looked up for every word of every case.
    var isAsked = [Bool](repeating: false, count: words.names.count)
    for word in WordCounts.words(in: text) {
      if let number = words.known(word) { isAsked[Int(number)] = true }
    }
    if let beginning = beginning?.lowercased().utf8, !beginning.isEmpty {
      for (number, name) in words.names.enumerated() where name.utf8.starts(with: beginning) {
        isAsked[number] = true
      }
    }
    guard isAsked.contains(true) else { return ids.map { _ in 0 } }
    var frequencies = [Int](repeating: 0, count: words.names.count)
    var candidateCount = 0
    for (id, known) in cases where isCandidate(id) {
      candidateCount += 1
      for (word, _) in known.words where isAsked[Int(word)] { frequencies[Int(word)] += 1 }
    }
    let rarities = frequencies.map { $0 == 0 ? 0 : Query.rarity($0, of: candidateCount) }
    return ids.map { id in
      (cases[id]?.words ?? []).reduce(0) { sum, entry in
        isAsked[Int(entry.word)] ? sum + entry.weight * rarities[Int(entry.word)] : sum
      }
    }
  }

  private func match(_ query: Query, _ traits: Traits, _ id: CaseID, _ known: KnownCase) -> Match? {
    let shared = query.shared(known.patterns)
    let evidence = query.patternSum > 0 ? shared.reduce(0) { $0 + $1.weight } / query.patternSum : 0
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
  struct Pattern: Sendable {
    /// Numbers of all that it is known by, the surest first.
    var keys: [Int32]
    var weight: Double
    /// As it reads in this case.
    var title: String
  }

  /// Numbers of its words, and how much each says: saturating, so that a word said ten times is not ten words.
  var words: [(word: Int32, weight: Double)]
  var patterns: [Pattern]
  var components: Set<String>
  var services: Set<String>
  var kinds: Set<Factor.Kind>
}

/// Texts by numbers, so that comparing is comparing integers.
private struct Numbers<Name: Hashable & Sendable>: Sendable {
  private var numbers: [Name: Int32] = [:]
  private(set) var names: [Name] = []

  mutating func number(of name: Name) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    return number
  }

  func known(_ name: Name) -> Int32? { numbers[name] }
}

/// What is asked about, weighed by the cases that may be seen.
private struct Query {
  /// By the number of the word: how rare it is.
  private let rarities: [Double]
  /// Whether it can be a reason: a word that most cases have is none.
  private let isTelling: [Bool]
  /// By the number of the word; 0: not asked about.
  private var words: [Double]
  private var names: [Int32: String] = [:]
  private var norm = 0.0
  /// Of the patterns asked about.
  private var patternWeights: [Double] = []
  /// By the number of a key: which of the patterns asked about has it.
  private var owners: [Int32: Int] = [:]
  private(set) var patternSum = 0.0

  init(
    _ traits: Traits, _ wordNumbers: Numbers<String>, _ keyNumbers: Numbers<EvidencePattern.Key>,
    _ cases: some Collection<KnownCase>
  ) {
    var frequencies = [Int](repeating: 0, count: wordNumbers.names.count)
    var keyFrequencies = [Int](repeating: 0, count: keyNumbers.names.count)
    for known in cases {
      for (word, _) in known.words { frequencies[Int(word)] += 1 }
      for pattern in known.patterns { for key in pattern.keys { keyFrequencies[Int(key)] += 1 } }
    }
    let caseCount = cases.count
    rarities = frequencies.map { Self.rarity($0, of: caseCount) }
    isTelling = frequencies.map { Double($0) <= max(2, 0.3 * Double(caseCount)) }
    words = [Double](repeating: 0, count: frequencies.count)
    // In a fixed order: sums of fractions depend on it.
    for (name, count) in traits.words.counts.sorted(by: { $0.key < $1.key }) {
      let number = wordNumbers.known(name)
      let weight = count / (count + 1) * (number.map { rarities[Int($0)] } ?? Self.rarity(0, of: caseCount))
      norm += weight * weight
      guard let number else { continue }
      words[Int(number)] = weight
      names[number] = name
    }
    norm = norm.squareRoot()
    for (place, pattern) in traits.patterns.enumerated() {
      let keys = pattern.keys.compactMap { keyNumbers.known($0) }
      let count = keys.map { keyFrequencies[Int($0)] }.max() ?? 0
      patternWeights.append(pattern.weight * Self.rarity(count, of: caseCount))
      patternSum += patternWeights[place]
      for key in keys where owners[key] == nil { owners[key] = place }
    }
  }

  /// Always above 0: where there are few cases, what they share still counts.
  static func rarity(_ count: Int, of all: Int) -> Double {
    log(1 + (Double(all) + 0.5) / (Double(count) + 0.5))
  }

  /// Patterns of a case that are asked about, each of those once, as they read in the case; the heaviest first.
  func shared(_ others: [KnownCase.Pattern]) -> [(title: String, weight: Double)] {
    var best: [Int: (title: String, weight: Double)] = [:]
    for other in others {
      guard let place = other.keys.lazy.compactMap({ owners[$0] }).first else { continue }
      let own = (title: other.title, weight: min(1, other.weight + 0.4) * patternWeights[place])
      if let known = best[place], (own.weight, known.title) <= (known.weight, own.title) {
        continue
      }
      best[place] = own
    }
    return best.values.sorted { ($1.weight, $0.title) < ($0.weight, $1.title) }
  }

  /// The cosine, and the words that make it, the heaviest first.
  func compare(_ other: [(word: Int32, weight: Double)]) -> (cosine: Double, words: [Int32]) {
    var product = 0.0
    var square = 0.0
    var shared: [(word: Int32, weight: Double)] = []
    for (word, weight) in other {
      let own = weight * rarities[Int(word)]
      square += own * own
      let asked = words[Int(word)]
      guard asked > 0 else { continue }
      product += own * asked
      if isTelling[Int(word)] { shared.append((word, own * asked)) }
    }
    guard product > 0, norm > 0 else { return (0, []) }
    shared.sort { ($1.weight, names[$0.word] ?? "") < ($0.weight, names[$1.word] ?? "") }
    return (product / (norm * square.squareRoot()), shared.map(\.word))
  }
}
