package import Chronology

/// Which plan to rehearse next: those that lack nothing but a drill that they hold in, then what was longest not played,
/// weighed by risk.
///
/// Readiness and the drills ask here, so that both say the same.
package struct DrillChoice: Hashable, Sendable {
  package var plan: PlanRegister.Entry
  /// Whole months since it was played; nil when it never was.
  package var months: Int?
  /// Risk from 1 to 9, times months.
  package var score: Int
  /// In words, so that nobody has to believe a number.
  package var why: String

  /// A plan that was never played counts as one that was not for so many months; longer ago counts no more.
  package static let monthsMax = 24

  /// A plan that did not hold counts as one that was not played for so many months, from when on it is due anyway: those
  /// who played it have to change it first.
  package static let monthsUnproven = 12

  /// All plans that have steps, the one to play first at the head; the same for the same register and day.
  package static func ranked(_ register: PlanRegister, today: CivilDate) -> [DrillChoice] {
    register.entries.filter { $0.stepCount > 0 }.map { DrillChoice($0, today: today) }.sorted { left, right in
      if left.lacksOnlyDrill != right.lacksOnlyDrill { return left.lacksOnlyDrill }
      if left.score != right.score { return left.score > right.score }
      if (left.months == nil) != (right.months == nil) { return left.months == nil }
      if left.plan.risk != right.plan.risk { return left.plan.risk > right.plan.risk }
      return left.plan.name < right.plan.name
    }
  }

  /// Whether a drill is what keeps the plan from being ready.
  package var lacksOnlyDrill: Bool { plan.readiness == .unrehearsed || plan.readiness == .failed }

  private init(_ entry: PlanRegister.Entry, today: CivilDate) {
    plan = entry
    months = entry.lastPlayed.map { Self.months(from: $0, to: today) }
    let since = months ?? Self.monthsMax
    let counted = min(entry.shortfall == nil ? since : max(since, Self.monthsUnproven), Self.monthsMax)
    score = entry.risk * counted
    let risk =
      switch (entry.likelihood, entry.impact) {
      case (let likelihood?, let impact?): "\(likelihood.rawValue), and \(impact.rawValue) when it comes"
      case (let likelihood?, nil): "\(likelihood.rawValue); how bad it is nobody has judged"
      case (nil, let impact?): "\(impact.rawValue) when it comes; how often nobody has judged"
      case (nil, nil): "nobody has judged how often it comes and how bad it is"
      }
    var played =
      switch months {
      case nil: "never played"
      case 0?: "played less than a month ago"
      case 1?: "played a month ago"
      case let months?: "played \(months) months ago"
      }
    if let shortfall = entry.shortfall { played += ", and it did not hold: \(shortfall)" }
    let first =
      entry.readiness == .faulty ? "mend it first; " : entry.readiness == .stale ? "read it again first; " : ""
    why = "\(first)\(played); \(risk)"
  }

  /// Whole months of the calendar; 0 for a day that is still to come.
  private static func months(from day: CivilDate, to today: CivilDate) -> Int {
    let months = (today.year - day.year) * 12 + today.month - day.month
    return max(0, today.day < day.day ? months - 1 : months)
  }
}
