/// Which patterns of a service say the same thing with another word: `colour=green` and `colour=red`.
struct PatternKin {
  private static let wordsMin = 4
  /// Patterns of one beginning that are compared.
  private static let comparedMax = 300

  private let catalogue: PatternCatalogue
  private var families: [Family: [Int]] = [:]

  private struct Family: Hashable {
    var service: String
    var words: Int
    var lead: String
    var isFailure: Bool
  }

  init(_ catalogue: PatternCatalogue) {
    self.catalogue = catalogue
    for (index, pattern) in catalogue.patterns.enumerated() {
      guard let family = Self.family(pattern) else { continue }
      if families[family, default: []].count < Self.comparedMax { families[family, default: []].append(index) }
    }
  }

  /// The kin of a pattern, earliest first, without itself.
  func kin(of index: Int) -> [Int] {
    let pattern = catalogue.patterns[index]
    guard let family = Self.family(pattern) else { return [] }
    return (families[family] ?? []).filter { $0 != index && Self.isKin(pattern, catalogue.patterns[$0]) }
  }

  func isKin(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (catalogue.patterns[left], catalogue.patterns[right])
    return Self.family(left).map { $0 == Self.family(right) } ?? false && Self.isKin(left, right)
  }

  /// Whether two lines of a service differ in a word or two, be one of them a failure.
  func isVariant(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (catalogue.patterns[left], catalogue.patterns[right])
    guard var first = Self.family(left), let second = Self.family(right) else { return false }
    first.isFailure = second.isFailure
    return first == second && Self.isKin(left, right)
  }

  private static func family(_ pattern: CataloguePattern) -> Family? {
    let words = pattern.template.split(separator: " ")
    // The status of a request is what it says.
    guard words.count >= wordsMin, pattern.failure.status == nil else { return nil }
    let lead = words.first { word in word != "<*>" && word.count { $0.isLetter } >= 3 }
    return Family(
      service: pattern.service, words: words.count, lead: lead.map(String.init) ?? "",
      isFailure: pattern.failure.isFailure)
  }

  /// Whether at most a third of the words differ.
  private static func isKin(_ left: CataloguePattern, _ right: CataloguePattern) -> Bool {
    let (left, right) = (left.template.split(separator: " "), right.template.split(separator: " "))
    guard left.count == right.count else { return false }
    return zip(left, right).count { $0 != $1 } * 3 <= left.count
  }
}
