internal import Postmortems

/// Factors that say nearly the same in several postmortems.
///
/// Each factor joins the earliest group whose first factor shares half of all their words (Jaccard index), at least two
/// of them; groups are found by their rarer words, so that thousands of factors need no comparing of all pairs.
struct FactorClusters {
  private struct Entry {
    /// Index of its lesson, and of the factor in it.
    var lesson: Int
    var factor: Int
    /// Numbers of its words, in order.
    var words: [Int32]
  }

  /// Lists of groups by word; longer ones are of words too common to find anything by.
  private static let groupsPerWordMax = 60

  private let lessons: [Lesson]
  private var entries: [Entry] = []
  private var names: [String] = []
  /// Groups as indices into ``entries``.
  private var groups: [[Int]] = []

  /// Lessons in the order in which they happened.
  init(_ lessons: [Lesson]) {
    self.lessons = lessons
    var numbers: [String: Int32] = [:]
    for (place, lesson) in lessons.enumerated() {
      for (factor, content) in lesson.factors.enumerated()
      where entries.count < LearningLimits.factorsComparedMax {
        let words = WordCounts.words(in: content.text).map { word in
          if let known = numbers[word] { return known }
          let number = Int32(names.count)
          numbers[word] = number
          names.append(word)
          return number
        }
        entries.append(Entry(lesson: place, factor: factor, words: words.sorted()))
      }
    }
    group()
  }

  private mutating func group() {
    var byWord = [[Int]](repeating: [], count: names.count)
    // How many words a group shares with the factor at hand; 0 again after each.
    var shared: [Int] = []
    for (index, entry) in entries.enumerated() where entry.words.count >= 2 {
      var touched: [Int] = []
      for word in entry.words {
        for group in byWord[Int(word)] {
          if shared[group] == 0 { touched.append(group) }
          shared[group] += 1
        }
      }
      var best: (group: Int, likeness: Double)?
      for group in touched {
        defer { shared[group] = 0 }
        guard shared[group] >= 2 else { continue }
        let other = entries[groups[group][0]].words
        let common = Self.common(other, entry.words)
        let likeness = Double(common) / Double(other.count + entry.words.count - common)
        guard likeness >= 0.5 else { continue }
        if let known = best, (known.likeness, -known.group) >= (likeness, -group) { continue }
        best = (group, likeness)
      }
      if let best {
        groups[best.group].append(index)
        continue
      }
      for word in entry.words where byWord[Int(word)].count < Self.groupsPerWordMax {
        byWord[Int(word)].append(groups.count)
      }
      groups.append([index])
      shared.append(0)
    }
  }

  /// How many numbers two ordered lists have in common.
  private static func common(_ left: [Int32], _ right: [Int32]) -> Int {
    var (count, first, second) = (0, 0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] { count += 1 }
      let isBehind = left[first] <= right[second]
      if left[first] >= right[second] { second += 1 }
      if isBehind { first += 1 }
    }
    return count
  }

  private func factor(_ entry: Entry) -> Lesson.LessonFactor {
    lessons[entry.lesson].factors[entry.factor]
  }

  /// Those of at least two postmortems, the most frequent first.
  func recurring() -> [RecurringFactor] {
    // Only those that are told are put into words.
    let ranked = groups.filter { group in
      group.contains {
        lessons[entries[$0].lesson].number != lessons[entries[group[0]].lesson].number
      }
    }.map { (group: $0, text: factor(entries[$0[0]]).text) }
      .sorted { ($1.group.count, $0.text) < ($0.group.count, $1.text) }
    return ranked.prefix(LearningLimits.recurringMax).map { group, text in
      let first = entries[group[0]]
      let words = group.dropFirst().reduce(into: Set(first.words)) {
        $0.formIntersection(entries[$1].words)
      }
      return RecurringFactor(
        text: text, kind: factor(first).kind, words: words.map { names[Int($0)] }.sorted(),
        places: group.map { index in
          let entry = entries[index]
          let lesson = lessons[entry.lesson]
          return RecurringFactor.Place(
            postmortem: lesson.name, incident: lesson.incident.map { "INC-\($0)" },
            factor: factor(entry).number,
            text: factor(entry).text)
        })
    }
  }

  /// One factor of a group.
  struct Kin {
    var postmortem: Int
    var factor: Int
    var text: String
  }

  /// Groups of at least two factors.
  func kin() -> [[Kin]] {
    groups.filter { $0.count > 1 }.map { group in
      group.map { index in
        let entry = entries[index]
        return Kin(
          postmortem: lessons[entry.lesson].number, factor: factor(entry).number,
          text: factor(entry).text)
      }
    }
  }
}
