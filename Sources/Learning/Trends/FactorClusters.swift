internal import Postmortems

/// Factors that say nearly the same in several postmortems.
///
/// Each factor joins the earliest group whose first factor shares half of all their words (Jaccard index), at least two
/// of them; groups are found by their rarer words, so that thousands of factors need no comparing of all pairs.
struct FactorClusters {
  private struct Entry {
    var lesson: Lesson
    var factor: Lesson.LessonFactor
    var words: Set<String>
  }

  /// Lists of groups by word; longer ones are of words too common to find anything by.
  private static let groupsPerWordMax = 60

  private let entries: [Entry]

  /// Lessons in the order in which they happened.
  init(_ lessons: [Lesson]) {
    entries = Array(
      lessons.flatMap { lesson in
        lesson.factors.map { Entry(lesson: lesson, factor: $0, words: Set(WordCounts.words(in: $0.text))) }
      }.prefix(LearningLimits.factorsComparedMax))
  }

  /// Groups as indices into ``entries``.
  private func groups() -> [[Int]] {
    var groups: [[Int]] = []
    var byWord: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() where entry.words.count >= 2 {
      var shared: [Int: Int] = [:]
      for word in entry.words {
        for group in byWord[word] ?? [] { shared[group, default: 0] += 1 }
      }
      var best: (group: Int, likeness: Double)?
      for (group, count) in shared where count >= 2 {
        let other = entries[groups[group][0]].words
        let common = other.intersection(entry.words).count
        let likeness = Double(common) / Double(other.count + entry.words.count - common)
        guard likeness >= 0.5 else { continue }
        if let known = best, (known.likeness, -known.group) >= (likeness, -group) { continue }
        best = (group, likeness)
      }
      if let best {
        groups[best.group].append(index)
        continue
      }
      for word in entry.words where byWord[word, default: []].count < Self.groupsPerWordMax {
        byWord[word, default: []].append(groups.count)
      }
      groups.append([index])
    }
    return groups
  }

  /// Those of at least two postmortems, the most frequent first.
  func recurring() -> [RecurringFactor] {
    let found = groups().compactMap { group -> RecurringFactor? in
      guard Set(group.map { entries[$0].lesson.number }).count >= 2 else { return nil }
      let first = entries[group[0]]
      let words = group.dropFirst().reduce(first.words) { $0.intersection(entries[$1].words) }
      return RecurringFactor(
        text: first.factor.text, kind: first.factor.kind, words: words.sorted(),
        places: group.map { index in
          let entry = entries[index]
          return RecurringFactor.Place(
            postmortem: entry.lesson.name, incident: entry.lesson.incident.map { "INC-\($0)" },
            factor: entry.factor.number, text: entry.factor.text)
        })
    }
    return Array(
      found.sorted { ($1.places.count, $0.text) < ($0.places.count, $1.text) }.prefix(LearningLimits.recurringMax))
  }

  /// Numbers of postmortems with the factor that says nearly the same, by postmortem.
  func kin() -> [Int: [(postmortem: Int, factor: Int, text: String)]] {
    var kin: [Int: [(postmortem: Int, factor: Int, text: String)]] = [:]
    for group in groups() where group.count > 1 {
      for index in group {
        let own = entries[index].lesson.number
        for other in group where entries[other].lesson.number != own {
          kin[own, default: []].append(
            (entries[other].lesson.number, entries[other].factor.number, entries[other].factor.text))
        }
      }
    }
    return kin
  }
}
