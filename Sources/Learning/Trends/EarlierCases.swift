internal import Chronology
internal import Postmortems

/// Postmortems with actions, and where they are found when an incident looks like theirs.
struct EarlierCases {
  private struct Place {
    var postmortem: Int
    var began: Instant
    /// When its last action was verified for good; nil: one never was.
    var settled: Instant?

    /// Whether an incident that began then came after it, and before all its actions were verified.
    func isOpen(at instant: Instant) -> Bool {
      began < instant && settled.map { instant < $0 } ?? true
    }
  }

  /// Words of a title and its factors that two cases of one component share at least.
  private static let sharedWordsMin = 2

  /// By number of the postmortem.
  let cases: [Int: LearnedCase]
  private var byKey: [EvidencePattern.Key: [Place]] = [:]
  private var byComponent: [String: [Place]] = [:]
  private var places: [Int: Place] = [:]
  private var words: [Int: Set<String>] = [:]
  private let kin: [[FactorClusters.Kin]]
  /// By number of the postmortem: indices into ``kin``, with its own factors left to be told from the others'.
  private var kinOf: [Int: [Int]] = [:]

  /// Of ours, those that have actions and a beginning.
  init(_ ours: [LearnedCase]) {
    cases = Dictionary(
      ours.compactMap { known in
        known.lesson.flatMap { $0.actions.isEmpty ? nil : ($0.number, known) }
      }
    ) { first, _ in first }
    kin = FactorClusters(ours.compactMap(\.lesson).sorted { $0.number < $1.number }).kin()
    for (group, members) in kin.enumerated() {
      for number in Set(members.map(\.postmortem)) { kinOf[number, default: []].append(group) }
    }
    for (number, known) in cases {
      guard let began = known.began, let lesson = known.lesson else { continue }
      let place = Place(postmortem: number, began: began, settled: Self.settled(lesson))
      places[number] = place
      for key in Set(known.patterns.flatMap(\.keys)) { byKey[key, default: []].append(place) }
      for component in known.components { byComponent[component, default: []].append(place) }
      words[number] = Self.words(of: known)
    }
  }

  private static func settled(_ lesson: Lesson) -> Instant? {
    var last: Instant?
    for action in lesson.actions {
      guard action.state == .verified, let at = action.steps.last?.at else { return nil }
      last = max(last ?? at, at)
    }
    return last
  }

  /// Numbers of earlier postmortems that an incident is like and of which an action was not verified, with reasons.
  func alike(_ known: LearnedCase) -> [Int: [String]] {
    guard let began = known.began else { return [:] }
    let own = known.lesson?.number
    var reasons = patterns(known, began)
    for group in own.flatMap({ kinOf[$0] }) ?? [] {
      for other in kin[group] where places[other.postmortem]?.isOpen(at: began) ?? false {
        reasons[other.postmortem, default: []].append(
          "its factor F\(other.factor) says nearly the same: '\(other.text)'")
      }
    }
    let words = own.flatMap { self.words[$0] } ?? Self.words(of: known)
    for component in known.components {
      for place in byComponent[component] ?? [] where place.isOpen(at: began) {
        let common = words.intersection(self.words[place.postmortem] ?? [])
        guard common.count >= Self.sharedWordsMin else { continue }
        reasons[place.postmortem, default: []].append(
          "the component \(component), and the words \(common.sorted().prefix(6).joined(separator: ", "))"
        )
      }
    }
    if let own { reasons[own] = nil }
    return reasons
  }

  private func patterns(_ known: LearnedCase, _ began: Instant) -> [Int: [String]] {
    var shared: [Int: [String]] = [:]
    for pattern in known.patterns {
      var found: Set<Int> = []
      for key in pattern.keys {
        for place in byKey[key] ?? []
        where place.isOpen(at: began) && found.insert(place.postmortem).inserted {
          shared[place.postmortem, default: []].append(pattern.title)
        }
      }
    }
    return shared.mapValues { titles in
      [
        titles.count == 1
          ? "shares a pattern of its evidence: '\(titles[0])'"
          : "shares \(titles.count) patterns of its evidence, first '\(titles[0])'"
      ]
    }
  }

  private static func words(of known: LearnedCase) -> Set<String> {
    let texts =
      [known.title, known.incident?.title ?? ""] + (known.lesson?.factors.map(\.text) ?? [])
    return Set(texts.flatMap { WordCounts.words(in: $0) })
  }
}
