/// Which patterns of a service say the same thing with another word: `colour=green` and `colour=red`.
struct PatternKin {
  private static let wordsMin = 4
  /// Patterns of one beginning that are compared.
  private static let comparedMax = 300

  private var families: [Family: [Int]] = [:]
  /// What is compared of each pattern, taken apart once: its family, nil where it has none, and its words.
  private let taken: [(family: Family?, words: [Substring.UTF8View])]

  private struct Family: Hashable {
    var service: String
    var words: Int
    var lead: String
    var isFailure: Bool
  }

  init(_ catalogue: PatternCatalogue) {
    taken = catalogue.patterns.map { pattern in
      let words = pattern.template.split(separator: " ")
      return (Self.family(pattern, words: words), words.map(\.utf8))
    }
    for (index, part) in taken.enumerated() {
      guard let family = part.family else { continue }
      if families[family, default: []].count < Self.comparedMax { families[family, default: []].append(index) }
    }
  }

  /// The kin of a pattern, earliest first, without itself.
  func kin(of index: Int) -> [Int] {
    guard let family = taken[index].family else { return [] }
    return (families[family] ?? []).filter { $0 != index && hasMostWords(of: index, $0) }
  }

  func isKin(_ left: Int, _ right: Int) -> Bool {
    guard let family = taken[left].family else { return false }
    return family == taken[right].family && hasMostWords(of: left, right)
  }

  /// Whether two lines of a service differ in a word or two, be one of them a failure.
  func isVariant(_ left: Int, _ right: Int) -> Bool {
    guard var first = taken[left].family, let second = taken[right].family else { return false }
    first.isFailure = second.isFailure
    return first == second && hasMostWords(of: left, right)
  }

  private static func family(_ pattern: CataloguePattern, words: [Substring]) -> Family? {
    // The status of a request is what it says.
    guard words.count >= wordsMin, pattern.failure.status == nil else { return nil }
    let lead = words.first { word in word != "<*>" && word.count { $0.isLetter } >= 3 }
    return Family(
      service: pattern.service, words: words.count, lead: lead.map(String.init) ?? "",
      isFailure: pattern.failure.isFailure)
  }

  /// Whether at most a third of the words differ.
  private func hasMostWords(of left: Int, _ right: Int) -> Bool {
    let (left, right) = (taken[left].words, taken[right].words)
    guard left.count == right.count else { return false }
    let differentMax = left.count / 3
    var different = 0
    for index in left.indices where !left[index].elementsEqual(right[index]) {
      different += 1
      if different > differentMax { return false }
    }
    return true
  }
}
