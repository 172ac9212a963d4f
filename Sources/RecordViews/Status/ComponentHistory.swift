internal import Chronology
internal import Incidents
internal import PublicStatus

/// What one component went through.
struct ComponentHistory {
  /// One day in UTC.
  struct Day {
    var date: CivilDate
    /// Nil: not known, as before the component was listed.
    var worst: ComponentCondition?
    /// Numbers.
    var incidents: [Int]
  }

  /// When it was first listed; before that nothing is known.
  let listed: Instant?
  /// Oldest first.
  private let stretches: [StatusBoard.Stretch]

  init(_ component: String, _ board: StatusBoard) {
    listed = board.since[component]
    stretches = board.stretches.filter { $0.change.component == component }
  }

  /// Since when it is as it is; nil where it never was otherwise.
  var since: Instant? {
    guard let condition = stretches.last?.change.condition else { return nil }
    return stretches.reversed().prefix { $0.change.condition == condition }.last?.from
  }

  func condition(before instant: Instant) -> ComponentCondition {
    stretches.last { $0.from < instant }?.change.condition ?? .operational
  }

  /// The last ``StatusReport/historyDays`` days, the newest last.
  func days(until now: Instant, incidents known: Set<Int>) -> [Day] {
    let daySeconds: Int64 = 86_400
    let today = Int64(now.clock().date.daysSinceEpoch)
    return (0..<Int64(StatusReport.historyDays)).reversed().map { back in
      let start = Instant(seconds: (today - back) * daySeconds)
      let end = min(Instant(seconds: (today - back + 1) * daySeconds), now)
      let date = CivilDate(daysSinceEpoch: Int(today - back))
      guard let listed, listed <= end else { return Day(date: date, worst: nil, incidents: []) }
      let touching = stretches.enumerated().filter { index, stretch in
        stretch.from <= end && (index + 1 == stretches.count || stretches[index + 1].from > start)
      }.map(\.element)
      let before: [ComponentCondition] =
        stretches.first.map { $0.from > start } ?? true ? [.operational] : []
      let worst = (touching.map(\.change.condition) + before).max {
        ComponentState($0).weight < ComponentState($1).weight
      }
      var numbers: [Int] = []
      for stretch in touching where stretch.change.condition != .operational {
        if let number = stretch.change.incident, known.contains(number), !numbers.contains(number) {
          numbers.append(number)
        }
      }
      return Day(date: date, worst: worst ?? .operational, incidents: numbers)
    }
  }
}
