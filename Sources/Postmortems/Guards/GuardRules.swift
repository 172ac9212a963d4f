package import Chronology
package import Incidents

/// What may be said of a guard.
extension GuardDeclaration {
  /// The declaration as it may be recorded; how it is checked is held to its own rules where it can be read.
  package func checked() throws(IncidentRefusal) -> GuardDeclaration {
    var copy = self
    guard Checklist.isSlug(name) else { throw Checklist.notASlug(name, "name", "guard") }
    copy.title = try TextCheck.line(title, "title", max: IncidentLimits.titleScalarsMax)
    let text = try TextCheck.optional(definition ?? "", "definition", max: 4000)
    copy.definition = text.isEmpty ? nil : text
    if let everyMinutes, copy.definition == nil || !(1...44_640).contains(everyMinutes) {
      throw IncidentRefusal(
        .invalidText, place: "everyMinutes",
        message: copy.definition == nil
          ? "the server cannot check what is defined in the file of another machine"
          : "\(everyMinutes) minutes are outside of 1 to 44640",
        hint: copy.definition == nil ? "say how it is checked, or leave the minutes out" : "15 is a good beginning")
    }
    return copy
  }

  /// As the file of a machine tells of it: what it says takes the place of what was known, how it is checked stays there.
  package func told(by file: GuardDeclaration?) -> GuardDeclaration {
    guard let file, definition == nil else { return self }
    var copy = self
    copy.title = file.title
    copy.incident = file.incident ?? incident
    copy.action = file.action ?? action
    return copy
  }
}

extension GuardReport {
  package func checked() throws(IncidentRefusal) -> GuardReport {
    var copy = self
    copy.summary = try TextCheck.line(summary, "summary", max: 1000)
    copy.detail = try TextCheck.optional(detail, "detail", max: PostmortemLimits.guardDetailScalarsMax)
    copy.place = try TextCheck.optional(place, "place", max: 200)
    return copy
  }
}

extension GuardRecord {
  /// Whether the same result was recorded so shortly before that it is not recorded again.
  package func isQuiet(about standing: GuardStanding, at now: Instant) -> Bool {
    guard let last = results.first, last.content.standing == standing else { return false }
    return (0..<PostmortemLimits.guardQuietSeconds).contains(now.seconds(since: last.at))
  }
}
