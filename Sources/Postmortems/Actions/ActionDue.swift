package import Chronology
package import Incidents

/// When actions are due where nobody has said a day.
package enum ActionDue {
  /// The day on which an action would be due by the policy.
  ///
  /// Counted from the day of the resolution in UTC, by the days of the severity, or ``ActionDueDays/standard``; from today
  /// where nothing is resolved, and where that day has passed already: nobody can keep it any more.
  package static func suggestedDue(
    term: ActionTerm, severity: Severity?, resolved: Instant?, today: CivilDate
  ) -> CivilDate {
    let days = severity?.actionDueDays ?? .standard
    let within = term == .immediate ? days.immediate : days.longTerm
    func later(than day: CivilDate) -> CivilDate { CivilDate(daysSinceEpoch: day.daysSinceEpoch + within) }
    let byResolution = resolved.map { later(than: CivilDate($0)) }
    return byResolution.flatMap { $0 < today ? nil : $0 } ?? later(than: today)
  }
}

extension PostmortemAction {
  /// How far up a board an action stands: overdue and immediate first, then overdue, then immediate, then the rest that
  /// is to be done, then what waits to be verified, then what is closed.
  package func urgency(on day: CivilDate) -> Int {
    switch state {
    case .proposed, .accepted:
      switch (isOverdue(on: day), content.term) {
      case (true, .immediate): 0
      case (true, .longTerm): 1
      case (false, .immediate): 2
      case (false, .longTerm): 3
      }
    case .done: 4
    case .verified: 5
    case .declined: 6
    }
  }
}
