package import Chronology
package import Incidents

/// When actions are due where nobody has said a day.
package enum ActionDue {
  /// The day on which an action would be due by the policy; nil while the incident is not resolved.
  ///
  /// Counted from the day of the resolution in UTC, by the days of the severity, or ``ActionDueDays/standard``.
  package static func suggestedDue(term: ActionTerm, severity: Severity?, resolved: Instant?) -> CivilDate? {
    guard let resolved else { return nil }
    let days = severity?.actionDueDays ?? .standard
    let within = term == .immediate ? days.immediate : days.longTerm
    return CivilDate(daysSinceEpoch: CivilDate(resolved).daysSinceEpoch + within)
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
