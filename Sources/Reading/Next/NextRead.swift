/// A reading that a team might take next, with the reasons, each of which can be checked.
package struct NextRead: Hashable, Sendable {
  /// Name of the reading.
  package var reading: String
  /// Good for an order, for nothing else; 0 where nothing of the team's points to it.
  package var score: Double
  /// Sentences, the weightiest first.
  ///
  /// `You run PostgreSQL (Orders).`, `INC-4 was about a database.`
  package var reasons: [String]

  /// The shelf in the order in which a team might read it: by what hit it, what it runs and what it planned for.
  ///
  /// Those that were read are left out. The same words give the same order: among equals the short ones first, and where
  /// nothing of the team's points to any, those that most teams can follow without preparation.
  package static func order(
    of shelf: [ReadingDocument], for cues: [ReadingCue], read: Set<String> = []
  ) -> [NextRead] {
    let matcher = ReadingMatcher(shelf: shelf, cues: cues)
    let places = Dictionary(uniqueKeysWithValues: opening.enumerated().map { ($1, $0) })
    func place(_ reading: ReadingDocument) -> Int { places[reading.name] ?? opening.count }
    let found = shelf.filter { !read.contains($0.name) }.map { ($0, matcher.next($0)) }
    let ordered = found.sorted { left, right in
      if left.1.score != right.1.score { return left.1.score > right.1.score }
      let (first, second) = (place(left.0), place(right.0))
      if first != second { return first < second }
      return (left.0.minutes, left.0.name) < (right.0.minutes, right.0.name)
    }
    return ordered.map(\.1)
  }

  /// Where to begin when nothing points anywhere.
  private static let opening = [
    "gitlab-2017", "cloudflare-2019", "knight-capital-2012", "amazon-s3-2017", "facebook-2021", "left-pad-2016",
  ]
}
