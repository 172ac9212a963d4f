package import Chronology

/// Checks that several commands share.
package enum CommandCheck {
  /// 1990-01-01T00:00:00Z: an instant before it is a slip of the pen.
  private static let earliest = Instant(seconds: 631_152_000)

  package static func instant(_ instant: Instant, _ place: String, now: Instant) throws(IncidentRefusal) {
    guard instant.seconds(since: now) <= IncidentLimits.aheadSecondsMax else {
      throw IncidentRefusal(
        .invalidInstant, place: place,
        message: "\(instant.rfc3339) is in the future; the clock here says \(now.rfc3339)",
        hint: "check the date and the zone, and this machine's clock")
    }
    guard instant >= earliest else {
      throw IncidentRefusal(
        .invalidInstant, place: place, message: "\(instant.rfc3339) is before \(earliest.rfc3339)",
        hint: "check the year")
    }
  }

  package static func components(_ components: [String], known: [String]) throws(IncidentRefusal) {
    guard components.count <= IncidentLimits.componentsMax else {
      throw IncidentRefusal(
        .limitPassed, place: "components",
        message: "there are \(components.count), and \(IncidentLimits.componentsMax) are possible", hint: "name fewer")
    }
    for component in components where !known.contains(component) {
      let hint =
        known.isEmpty ? "no components are set up yet" : "there are: \(known.prefix(20).joined(separator: ", "))"
      throw IncidentRefusal(
        .unknownComponent, place: "components", message: "'\(component)' is not a component", hint: hint)
    }
  }

  package static func person(_ person: String, _ place: String) throws(IncidentRefusal) -> String {
    try TextCheck.line(person, place, max: IncidentLimits.nameScalarsMax)
  }

  package static func needed(_ reason: String?, _ what: String) throws(IncidentRefusal) -> String {
    guard let reason = try TextCheck.reason(reason) else {
      throw IncidentRefusal(
        .needsReason, place: "reason", message: "\(what) needs a reason", hint: "say in a sentence why")
    }
    return reason
  }

  package static func update(_ text: UpdateText) throws(IncidentRefusal) -> UpdateText {
    let max = IncidentLimits.textScalarsMax
    return UpdateText(
      broken: try TextCheck.optional(text.broken, "text/broken", max: max),
      affected: try TextCheck.optional(text.affected, "text/affected", max: max), since: text.since,
      doing: try TextCheck.optional(text.doing, "text/doing", max: max),
      meanwhile: try TextCheck.optional(text.meanwhile, "text/meanwhile", max: max), nextBy: text.nextBy,
      apology: try TextCheck.optional(text.apology, "text/apology", max: max),
      more: try TextCheck.optional(text.more, "text/more", max: max))
  }
}

extension IncidentRefusal {
  package static func unknown(severity level: Int, in policy: Policy) -> IncidentRefusal {
    IncidentRefusal(
      .unknownSeverity, place: "severity", message: "'\(level)' is no severity",
      hint: "there are: \(policy.severities.map { "\($0.level) (\($0.name))" }.joined(separator: ", "))")
  }

  package static func nothingNew(_ place: String) -> IncidentRefusal {
    IncidentRefusal(.nothingNew, place: place, message: "that is how it is already", hint: "nothing was changed")
  }
}
