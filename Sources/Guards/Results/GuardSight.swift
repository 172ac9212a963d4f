/// What one check saw, before it is a result.
struct GuardSight: Sendable {
  var outcome: GuardOutcome
  /// One line.
  var summary: String
  /// More of it, bounded; may be empty.
  var detail: String = ""

  static func held(_ summary: String, detail: String = "") -> GuardSight {
    GuardSight(outcome: .held, summary: summary, detail: detail)
  }

  static func broken(_ summary: String, detail: String = "") -> GuardSight {
    GuardSight(outcome: .broken, summary: summary, detail: detail)
  }

  static func unknown(_ summary: String, detail: String = "") -> GuardSight {
    GuardSight(outcome: .unknown, summary: summary, detail: detail)
  }

  static func late(afterSeconds seconds: Double, detail: String = "") -> GuardSight {
    .unknown("stopped after \(GuardText.seconds(seconds)), its limit", detail: detail)
  }

  static let cancelled = GuardSight.unknown("stopped before it was done")
}
