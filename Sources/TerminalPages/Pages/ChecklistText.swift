import Chronology
package import Interchange
import Postmortems

/// A checklist whole: its lines with where they came from and what they caught, and how the newest runs went.
package struct ChecklistText {
  private static let runsMax = 5

  private let checklist: ChecklistAnswer
  private let zone: DisplayZone

  package init(checklist: ChecklistAnswer, zone: DisplayZone) {
    self.checklist = checklist
    self.zone = zone
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    lines.add(ChecklistLineText.heading(checklist), hanging: 2, style: .strong)
    for line in checklist.lines {
      lines.add("\(line.number).", line.text, columns: 5)
      lines.add("", Self.expectation(line), columns: 5, style: .faint)
      lines.add("", ChecklistLineText.origin(line, zone: zone), columns: 5, style: .faint)
      if line.asksToBeRetired {
        lines.add(
          "", "Asked \(line.askedCount) times, and it never caught anything. Is it still needed?", columns: 5,
          style: .late)
      }
    }
    if checklist.lines.isEmpty {
      lines.add("No lines yet: mayday checklist add \(checklist.process) \"What to ask\"", indent: 2)
    }
    lines.heading(checklist.runCount == 1 ? "Gone through once" : "Gone through \(checklist.runCount) times")
    for run in checklist.runs.prefix(Self.runsMax) {
      lines.add(ChecklistRunText.line(run, zone: zone), indent: 2, hanging: 2, style: run.isGood ? nil : .wrong)
    }
    return lines.text
  }

  private static func expectation(_ line: ChecklistAnswer.Line) -> String {
    switch line.expects {
    case .done: "done or not"
    case .yes: "must be answered yes"
    case .no: "must be answered no"
    case .words: "answered in words"
    case .check: "checked by the guard \(line.check ?? "that it names")"
    }
  }
}

/// All checklists, a few lines each.
package struct ChecklistsText {
  private let checklists: [ChecklistAnswer]
  private let zone: DisplayZone

  package init(checklists: [ChecklistAnswer], zone: DisplayZone) {
    self.checklists = checklists
    self.zone = zone
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for checklist in checklists {
      lines.gap()
      lines.add(ChecklistLineText.heading(checklist), hanging: 2, style: .strong)
      let count = checklist.lines.count
      let caught = checklist.lines.reduce(0) { $0 + $1.caughtCount }
      lines.add(
        "\(count == 1 ? "1 line" : "\(count) lines") · gone through \(ChecklistLineText.times(checklist.runCount))"
          + " · stopped by a line \(ChecklistLineText.times(caught))", indent: 2, style: .faint)
      if let run = checklist.runs.first { lines.add(ChecklistRunText.line(run, zone: zone), indent: 2, hanging: 2) }
    }
    if checklists.isEmpty { lines.add("No checklists yet: mayday checklist add deploy \"What to ask\"") }
    return lines.text
  }
}

/// What is said beside one line of a checklist.
package enum ChecklistLineText {
  /// `from INC-1, since 2012-08-02; has stopped 2 of 14 since`.
  package static func origin(_ line: ChecklistAnswer.Line, zone: DisplayZone) -> String {
    let reading = line.reading.map { "the reading \($0)" }
    let sources = [line.incident, line.action, reading].compactMap(\.self).joined(separator: ", ")
    let since = line.since.map { "since \(zone.date($0))" }
    let lead = [sources.isEmpty ? nil : "from \(sources)", since].compactMap(\.self).joined(separator: ", ")
    let record =
      switch (line.askedCount, line.caughtCount) {
      case (0, _): "not asked yet"
      case (let asked, 0): "asked \(times(asked)), has caught nothing"
      case (let asked, let caught): "has stopped \(caught) of \(asked) since"
      }
    return lead.isEmpty ? record : "\(lead); \(record)"
  }

  /// `deploy  To the order routers`; the name alone where the title says no more.
  static func heading(_ checklist: ChecklistAnswer) -> String {
    let isSaid = checklist.title.lowercased().replacing(" ", with: "-") == checklist.process
    return isSaid ? checklist.process : "\(checklist.process)  \(checklist.title)"
  }

  static func times(_ count: Int) -> String { count == 1 ? "once" : count == 0 ? "never" : "\(count) times" }
}

/// How a run ended.
package struct ChecklistRunText {
  private let run: ChecklistRunAnswer
  private let notReached: [Int]

  /// `notReached` are the numbers of the lines behind the one that stopped it.
  package init(run: ChecklistRunAnswer, notReached: [Int] = []) {
    self.run = run
    self.notReached = notReached
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for answer in run.answers where !answer.isGood {
      lines.add("✕ \(answer.line).", answer.text, indent: 0, columns: 6, style: .wrong)
      if !answer.answer.isEmpty { lines.add("", answer.answer, indent: 0, columns: 6) }
    }
    let subject = run.subject.isEmpty ? "" : " for \(run.subject)"
    if run.isGood {
      let count = run.answers.count
      lines.add(
        "\(run.process)\(subject): \(count == 1 ? "the line is good" : "all \(count) lines are good"). Recorded.",
        style: .good)
    } else {
      let stops = run.stoppedBy.map(String.init).joined(separator: ", ")
      if !notReached.isEmpty {
        lines.add("Not reached: \(notReached.map(String.init).joined(separator: ", ")).", style: .faint)
      }
      lines.add(
        "\(run.process)\(subject): stopped by \(run.stoppedBy.count == 1 ? "line" : "lines") \(stops). Recorded.",
        style: .wrong)
    }
    return lines.text
  }

  static func line(_ run: ChecklistRunAnswer, zone: DisplayZone) -> String {
    let stops = run.stoppedBy.map(String.init).joined(separator: ", ")
    let end = run.isGood ? "✓ all good" : "✕ stopped by \(run.stoppedBy.count == 1 ? "line" : "lines") \(stops)"
    let subject = run.subject.isEmpty ? "" : " · \(run.subject)"
    return "\(zone.dateAndTime(run.at))  \(end)\(subject) · \(run.by)"
  }
}

/// A checklist on paper: a box and a place to write for each line.
package struct ChecklistPaper {
  private let checklist: ChecklistAnswer

  package init(checklist: ChecklistAnswer) { self.checklist = checklist }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    lines.add(checklist.title)
    lines.gap()
    lines.add("For: ______________________________   By: ______________   At: ______________")
    for line in checklist.lines {
      lines.gap()
      lines.add("[ ] \(line.number).", line.text, indent: 0, columns: 8)
      switch line.expects {
      case .done: break
      case .yes: lines.add("", "[ ] yes   [ ] no: stop", indent: 0, columns: 8)
      case .no: lines.add("", "[ ] no   [ ] yes: stop", indent: 0, columns: 8)
      case .words: lines.add("", String(repeating: "_", count: 60), indent: 0, columns: 8)
      case .check: lines.add("", "mayday guard run \(line.check ?? "")   [ ] held", indent: 0, columns: 8)
      }
      if let source = line.incident ?? line.reading { lines.add("", "from \(source)", indent: 0, columns: 8) }
    }
    lines.gap()
    lines.add("Stop at the first line that is not good. Version \(checklist.version).")
    return lines.text
  }
}
