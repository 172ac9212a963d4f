import Foundation

/// Holds the readings of a shelf to the words of a team.
struct ReadingMatcher {
  /// What was found of a term: the cues that speak of it, the weightiest kind first, in the order given.
  private var hits: [ReadingTerm: [ReadingCue]] = [:]
  /// How telling a term is: the fewer readings have it, the more.
  private var rarity: [ReadingTerm: Double] = [:]

  private struct CueText {
    let cue: ReadingCue
    let head: CueWords
    let body: CueWords

    /// A name is a name wherever it stands; a common word may stand once by chance.
    func speaks(of term: ReadingTerm, _ phrases: [CuePhrase]) -> Bool {
      if phrases.contains(where: { $0.count(in: head) > 0 }) { return true }
      let inBody = phrases.reduce(0) { $0 + $1.count(in: body) }
      if case .technology = term { return inBody > 0 }
      return inBody > 1
    }
  }

  /// Further incidents that speak of the same count a little, up to so many.
  private static let repeatsMax = 4
  private static let repeatShare = 0.2

  init(shelf: [ReadingDocument], cues: [ReadingCue]) {
    let words = cues.map { CueText(cue: $0, head: CueWords($0.name + " " + $0.text), body: CueWords($0.body)) }
    var counts: [ReadingTerm: Int] = [:]
    for reading in shelf { for term in Set(Self.terms(of: reading)) { counts[term, default: 0] += 1 } }
    for (term, count) in counts {
      rarity[term] = log(1 + Double(shelf.count) / Double(count))
      let phrases = term.phrases
      let speaking = words.filter { $0.speaks(of: term, phrases) }.map(\.cue)
      if !speaking.isEmpty {
        hits[term] = speaking.enumerated().sorted {
          ($0.element.kind.rawValue, $0.offset) < ($1.element.kind.rawValue, $1.offset)
        }.map(\.element)
      }
    }
  }

  func next(_ reading: ReadingDocument) -> NextRead {
    let found = Self.terms(of: reading).compactMap { term in hits[term].map { (term, $0, worth(term, $0)) } }
    let score = found.reduce(0) { $0 + $1.2 }
    return NextRead(reading: reading.name, score: (score * 1000).rounded() / 1000, reasons: reasons(found))
  }

  private static func terms(of reading: ReadingDocument) -> [ReadingTerm] {
    var seen: Set<ReadingTerm> = []
    let all = reading.technologies.map { ReadingTerm.technology($0) } + reading.kinds.map { ReadingTerm.kind($0) }
    return all.filter { seen.insert($0).inserted }
  }

  private func worth(_ term: ReadingTerm, _ cues: [ReadingCue]) -> Double {
    guard let best = cues.first?.kind.weight else { return 0 }
    let repeats = Double(min(cues.count - 1, Self.repeatsMax))
    return (rarity[term] ?? 0) * term.weight * best * (1 + Self.repeatShare * repeats)
  }

  /// Sentences, the weightiest first; what one cue says of several terms is one of them, in the order of the reading.
  private func reasons(_ found: [(term: ReadingTerm, cues: [ReadingCue], worth: Double)]) -> [String] {
    var sentences: [String] = []
    var told: Set<String> = []
    let weightiest = found.enumerated().sorted { ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset) }
    for (_, (_, cues, _)) in weightiest {
      guard sentences.count < ReadingLimits.reasonsMax, let cue = cues.first else { break }
      let key = "\(cue.kind.rawValue) \(cue.name)"
      guard told.insert(key).inserted else { continue }
      let terms = found.filter { $0.cues.first == cue }.map(\.term)
      sentences.append(Self.sentence(cue, terms, others: cues.dropFirst().filter { $0.kind == .incident }))
    }
    return sentences
  }

  private static func sentence(_ cue: ReadingCue, _ terms: [ReadingTerm], others: [ReadingCue]) -> String {
    let technologies = terms.compactMap { if case .technology(let name) = $0 { name } else { nil } }
    let kinds = terms.compactMap { if case .kind(let kind) = $0 { kind.words } else { nil } }
    let names = list(Array(technologies.prefix(3)))
    let topics = list(Array(kinds.prefix(2)))
    switch cue.kind {
    case .component:
      return technologies.isEmpty ? "\(cue.name) has to do with \(topics)." : "You run \(names) (\(cue.name))."
    case .plan:
      return "Your plan \(cue.name) speaks of \(technologies.isEmpty ? topics : names)."
    case .incident:
      let also =
        others.isEmpty ? "" : ", and so \(others.count == 1 ? "was \(others[0].name)" : "were \(others.count) more")"
      if kinds.isEmpty { return "\(cue.name) had to do with \(names)\(also)." }
      return "\(cue.name) was about \(topics)\(also)."
    }
  }

  private static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
