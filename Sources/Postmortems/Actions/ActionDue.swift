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
