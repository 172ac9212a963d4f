package import Chronology

/// All rounds by team, beside what else tells of safety to speak: how many near misses are reported.
///
/// Teams stand in the order of their names. There is no total over teams and no order by result.
package struct SurveyReport: Sendable, Hashable, Codable {
  package struct Team: Sendable, Hashable, Codable {
    package var team: String
    /// The oldest first.
    package var rounds: [SurveyRound]

    package init(team: String, rounds: [SurveyRound]) {
      self.team = team
      self.rounds = rounds
    }

    package var latestResult: SurveyResult? { rounds.last { $0.result != nil }?.result }
    /// What the last two results allow to say.
    package var change: SurveyChange? {
      let results = rounds.compactMap(\.result)
      guard results.count >= 2 else { return nil }
      return SurveyChange(from: results[results.count - 2], to: results[results.count - 1])
    }
  }

  /// Near misses of three months.
  package struct Quarter: Sendable, Hashable, Codable {
    /// `2026 Q1`.
    package var quarter: String
    package var nearMisses: Int

    package init(quarter: String, nearMisses: Int) {
      self.quarter = quarter
      self.nearMisses = nearMisses
    }
  }

  package var teams: [Team]
  /// The oldest first, those without any among them too.
  package var quarters: [Quarter]

  package init(rounds: [SurveyRound], nearMisses: [CivilDate], today: CivilDate) {
    teams = Dictionary(grouping: rounds, by: \.team)
      .map { name, rounds in
        Team(team: name, rounds: rounds.sorted { ($0.firstDay, $0.id) < ($1.firstDay, $1.id) })
      }
      .sorted { $0.team < $1.team }
    quarters = Self.quarters(nearMisses, today: today)
  }

  static let quartersMax = 8

  private static func quarters(_ days: [CivilDate], today: CivilDate) -> [Quarter] {
    func number(_ day: CivilDate) -> Int { day.year * 4 + (day.month - 1) / 3 }
    let last = number(today)
    let first = max(days.map(number).min() ?? last, last - quartersMax + 1)
    let counts = Dictionary(days.map { (number($0), 1) }, uniquingKeysWith: +)
    return (min(first, last)...last).map { quarter in
      Quarter(quarter: "\(quarter / 4) Q\(quarter % 4 + 1)", nearMisses: counts[quarter] ?? 0)
    }
  }
}

/// What two results of a team allow to say of each other.
package enum SurveyChange: String, Sendable, Hashable, Codable {
  case higher
  case lower
  /// The intervals have room for both.
  case unclear

  package init(from before: SurveyResult, to after: SurveyResult) {
    if after.low > before.high {
      self = .higher
    } else if after.high < before.low {
      self = .lower
    } else {
      self = .unclear
    }
  }

  package var words: String {
    switch self {
    case .higher: "Higher than the round before, by more than chance would explain."
    case .lower: "Lower than the round before, by more than chance would explain."
    case .unclear: "Between the last two rounds, chance alone may have made the difference."
    }
  }
}
