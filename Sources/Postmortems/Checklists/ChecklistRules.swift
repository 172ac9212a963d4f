package import Incidents

/// What may stand in a checklist.
extension Checklist {
  /// The content as it may be recorded: texts in bounds, numbers kept, new lines numbered.
  ///
  /// A number stays with its line for ever; one that was taken out may come back under its own.
  package func checked(_ written: ChecklistContent) throws(IncidentRefusal) -> ChecklistContent {
    var content = written
    content.process = try Self.process(written.process)
    content.title = try TextCheck.line(written.title, "title", max: IncidentLimits.titleScalarsMax)
    guard written.lines.count <= PostmortemLimits.checklistLinesMax else {
      throw IncidentRefusal(
        .limitPassed, place: "lines",
        message: "there are \(written.lines.count) lines, and \(PostmortemLimits.checklistLinesMax) are possible",
        hint: "a checklist that is read is a short one: make two of it, or take lines out")
    }
    var next = lineNext
    var seen: Set<Int> = []
    for index in content.lines.indices {
      var line = try Self.checked(content.lines[index])
      if line.number == 0 {
        line.number = next
        next += 1
      } else {
        guard records[line.number] != nil else {
          throw IncidentRefusal(
            .unknownPart, place: "lines", message: "there is no line \(line.number)",
            hint: "leave out the number of a new line; it gets the next one")
        }
        guard seen.insert(line.number).inserted else {
          throw IncidentRefusal(
            .invalidText, place: "lines", message: "line \(line.number) stands there twice",
            hint: "leave out the number of the new one")
        }
      }
      content.lines[index] = line
    }
    return content
  }

  /// A line as it may be recorded.
  package static func checked(_ written: ChecklistLine) throws(IncidentRefusal) -> ChecklistLine {
    var line = written
    line.text = try TextCheck.required(written.text, "text", max: PostmortemLimits.partScalarsMax)
    switch (line.expects, line.check ?? "") {
    case (.check, ""):
      throw IncidentRefusal(
        .empty, place: "check", message: "a check is expected, and no guard is named",
        hint: "name the guard that must hold, or expect done, yes, no or words")
    case (.check, let name):
      guard isSlug(name) else { throw notASlug(name, "check", "guard") }
    default: line.check = nil
    }
    if let reading = line.reading {
      guard !reading.isEmpty else {
        line.reading = nil
        return line
      }
      guard isSlug(reading) else { throw notASlug(reading, "reading", "reading") }
    }
    return line
  }

  /// The name of a process, as addresses and commands have it.
  package static func process(_ name: String) throws(IncidentRefusal) -> String {
    guard isSlug(name) else { throw notASlug(name, "process", "process") }
    return name
  }

  /// Lower-case letters, digits and dashes, up to 60, not beginning with a dash.
  static func isSlug(_ name: String) -> Bool {
    (1...60).contains(name.utf8.count) && name.first != "-"
      && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  static func notASlug(_ name: String, _ place: String, _ what: String) -> IncidentRefusal {
    IncidentRefusal(
      .invalidText, place: place, message: "'\(name.prefix(60))' cannot be the name of a \(what)",
      hint: "use lower-case letters, digits and dashes, up to 60: 'deploy'")
  }
}
