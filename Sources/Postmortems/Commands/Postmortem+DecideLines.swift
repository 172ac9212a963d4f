import Chronology
import Incidents

extension Postmortem {
  func lined(_ command: PostmortemCommand, in context: PostmortemContext) throws(IncidentRefusal) -> PostmortemEvent {
    switch command {
    case .writeLines(let lines): return .linesWritten(LinesWritten(lines: try written(lines, in: context)))
    case .removeLines(let numbers):
      for number in numbers { _ = try line(number) }
      guard !numbers.isEmpty else { throw .nothingNew("lines") }
      return .linesRemoved(LinesRemoved(numbers: numbers))
    case .arrangeLines(let numbers): return .linesArranged(try arranged(numbers))
    case .explainGap(var gap):
      _ = try line(gap.after)
      gap.text = try PartCheck.optional(gap.text, "text")
      guard gap.text != gaps[gap.after] ?? "" else { throw .nothingNew("line \(gap.after)") }
      return .gapExplained(gap)
    default: preconditionFailure("only lines are decided here")
    }
  }

  private func line(_ number: Int) throws(IncidentRefusal) -> TimelineLine {
    guard let line = lines.first(where: { $0.number == number }) else {
      throw PartCheck.unknown("line", number, among: lines.map(\.number))
    }
    return line
  }

  private func written(
    _ lines: [TimelineLine], in context: PostmortemContext
  ) throws(IncidentRefusal) -> [TimelineLine] {
    var news: [TimelineLine] = []
    var next = lineNext
    var taken = Set(self.lines.compactMap(\.source))
    for line in lines {
      let old = line.number == 0 ? nil : try self.line(line.number)
      var checked = try checked(line, in: context)
      if let old {
        // Where a line was taken from stays with it, whatever its words become.
        if checked.originID == nil { (checked.origin, checked.originID) = (old.origin, old.originID) }
        if checked != old { news.append(checked) }
        continue
      }
      // The same moment, entry or account stands in a timeline once.
      if let source = checked.source, !taken.insert(source).inserted { continue }
      checked.number = next
      next += 1
      news.append(checked)
    }
    guard !news.isEmpty else { throw .nothingNew("lines") }
    let added = news.count { $0.number >= lineNext }
    try PartCheck.room(self.lines.count + added, PostmortemLimits.linesMax, "lines", isAdding: false)
    return news
  }

  private func checked(
    _ line: TimelineLine, in context: PostmortemContext
  ) throws(IncidentRefusal) -> TimelineLine {
    if let at = line.at { try CommandCheck.instant(at, "at", now: context.now) }
    if let until = line.until {
      try CommandCheck.instant(until, "until", now: context.now)
      guard let at = line.at, at <= until else {
        throw IncidentRefusal(
          .invalidInstant, place: "until", message: "it ends before it begins, or its beginning is not known",
          hint: "say when it began, and an end after that")
      }
    }
    var line = line
    line.text = try PartCheck.text(line.text, "text")
    line.references = try PartCheck.references(line.references, "references")
    let group = try TextCheck.optional(line.group ?? "", "group", max: PostmortemLimits.groupScalarsMax)
    line.group = group.isEmpty ? nil : try TextCheck.line(group, "group", max: PostmortemLimits.groupScalarsMax)
    if line.at == nil { line.basis = .unknown }
    return line
  }

  private func arranged(_ numbers: [Int]) throws(IncidentRefusal) -> LinesArranged {
    for number in numbers { _ = try line(number) }
    guard Set(numbers).count == numbers.count else {
      throw IncidentRefusal(
        .invalidText, place: "numbers", message: "a line stands in it twice", hint: "name each line once")
    }
    var copy = self
    let event = LinesArranged(numbers: numbers)
    copy.apply(.linesArranged(event), EventStamp(version: version, recorded: Instant(seconds: 0), actor: ""))
    guard copy.lines != lines else {
      throw IncidentRefusal(
        .nothingNew, place: "numbers", message: "they stand in that order already, or their instants say otherwise",
        hint: "lines of different instants stand in the order of their instants")
    }
    return event
  }
}

extension TimelineLine {
  /// What it was taken from; nil for one that somebody wrote.
  package var source: String? { originID.map { "\(origin.rawValue) \($0)" } }
}
