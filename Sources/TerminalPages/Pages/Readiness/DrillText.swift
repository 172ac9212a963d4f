package import Drills
import Plans

/// A drill for one person in a terminal: what came, and for whoever leads it what is still to come.
package struct DrillText {
  private let whole: DrillWhole

  package init(_ whole: DrillWhole) { self.whole = whole }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    lines.add(Self.head(whole.drill), style: .strong)
    lines.add(state, style: .faint)
    for (part, names) in DrillListText.people(whole.drill) { lines.add("\(part): \(names)") }
    if whole.drill.state == .planned, !whole.knowsAnswer {
      lines.add("What it is about is shown once it begins, as it would be.")
    }
    if !whole.situation.isEmpty {
      lines.gap()
      MarkdownLines(whole.situation).add(to: &lines, indent: 0)
    }
    let files = DrillFilesText(whole)
    for message in whole.messages {
      Self.add(message, to: &lines)
      files.add(message, to: &lines)
    }
    if !whole.upcoming.isEmpty { upcoming(&lines) }
    if !whole.expectations.isEmpty { expectations(&lines) }
    if let answer = whole.answer, !answer.isEmpty {
      lines.heading("What really happens")
      MarkdownLines(answer).add(to: &lines, indent: 0)
    }
    if !whole.notes.isEmpty {
      lines.heading("Written down")
      for note in whole.notes { lines.add("·", "\(note.kind.words): \(note.words)", columns: 2) }
    }
    return lines.text
  }

  private var state: String {
    var parts = [whole.drill.state.rawValue]
    if let seconds = whole.seconds {
      let of = whole.minutes.map { " of \($0)" } ?? ""
      parts.append("\(seconds / 60)\(of) min of drill time")
    } else if let minutes = whole.minutes {
      parts.append("\(minutes) min of drill time")
    }
    if whole.drill.speed > 1 { parts.append("\(whole.drill.speed) times faster than the clock") }
    if let incident = whole.drill.incident { parts.append("INC-\(incident)") }
    if let postmortem = whole.drill.postmortem { parts.append("PM-\(postmortem)") }
    if let reason = whole.cancelReason { parts.append(reason) }
    return parts.joined(separator: " · ")
  }

  static func head(_ drill: DrillListing) -> String {
    "Drill \(drill.number)" + (drill.title.map { ": \($0)" } ?? "")
  }

  /// Something that came: when, from whom, then its words.
  package static func add(_ message: DrillWhole.Message, to lines: inout TextLines) {
    lines.gap()
    let at = message.cameSeconds.map { "+\(minutes($0))" } ?? ""
    let kind = message.kind.map { $0.rawValue.uppercased() } ?? "MESSAGE"
    let from = message.from.isEmpty ? "" : "  \(message.from)"
    lines.add("\(at)  \(kind)\(from)", style: .strong)
    for line in message.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if message.kind == .evidence { lines.add(String(line), verbatim: 2) } else { lines.add(String(line), indent: 2) }
    }
  }

  private func upcoming(_ lines: inout TextLines) {
    lines.heading("Still to come")
    for message in whole.upcoming {
      let at =
        message.skipped.map { "left out: \($0)" } ?? message.dueSeconds.map { "at \(Self.minutes($0))" } ?? "by hand"
      let words = message.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      lines.add(
        message.inject, "\(at)  \(message.kind?.rawValue ?? "message") \(message.from): \(words)", columns: 4,
        style: message.skipped == nil ? nil : .faint)
      for file in message.files { lines.add("", "with \(file.name)", columns: 4, style: .faint) }
    }
  }

  private func expectations(_ lines: inout TextLines) {
    lines.heading("What a good response shows")
    for line in whole.expectations {
      let within = line.withinSeconds.map { " (within \(PlanDuration.words(seconds: $0)))" } ?? ""
      let said = line.judgement.map { "  \($0.words)" } ?? (line.isForFacilitator ? "  to be judged" : "")
      lines.add("\(line.place)", line.text + within + said, columns: 4)
    }
  }

  /// `7 min`, `0 min`.
  static func minutes(_ seconds: Int) -> String { "\(seconds / 60) min" }
}

/// All drills, the newest first.
package struct DrillListText {
  private let drills: [DrillListing]

  package init(drills: [DrillListing]) { self.drills = drills }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    guard !drills.isEmpty else {
      lines.add("No drill was planned yet. What to play first: mayday drill next")
      return lines.text
    }
    for drill in drills {
      lines.add(DrillText.head(drill), style: .strong)
      var parts = [drill.state.rawValue]
      if let day = drill.day { parts.append("\(day)") }
      if let incident = drill.incident { parts.append("INC-\(incident)") }
      lines.add("", parts.joined(separator: " · "), columns: 2, style: .faint)
      for (part, names) in Self.people(drill) { lines.add("", "\(part): \(names)", columns: 2) }
    }
    return lines.text
  }

  static func people(_ drill: DrillListing) -> [(part: String, names: String)] {
    DrillPerson.Part.allCases.compactMap { part in
      let names = drill.people.filter { $0.part == part }.map(\.name)
      return names.isEmpty ? nil : (part.words(names.count), names.joined(separator: ", "))
    }
  }
}

/// What can be played, and what to play next.
package struct ScenarioListText {
  private let scenarios: [ScenarioListing]

  package init(scenarios: [ScenarioListing]) { self.scenarios = scenarios }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for scenario in scenarios {
      lines.add(scenario.name, style: .strong)
      var parts: [String] = []
      if let minutes = scenario.minutes { parts.append("\(minutes) min") }
      parts.append("\(scenario.injectCount) messages")
      parts.append(scenario.lastPlayed.map { "last played \($0)" } ?? "never played")
      if !scenario.isOurs { parts.append("ships with Mayday") }
      if scenario.errorCount + scenario.warningCount > 0 {
        parts.append("\(scenario.errorCount + scenario.warningCount) to mend")
      }
      lines.add("", parts.joined(separator: " · "), columns: 2, style: .faint)
    }
    return lines.text
  }
}

/// What to rehearse next.
package struct DrillSuggestionsText {
  private let suggestions: [DrillSuggestion]

  package init(_ suggestions: [DrillSuggestion]) { self.suggestions = suggestions }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    guard let first = suggestions.first else {
      lines.add("There is no plan with steps yet. Ten are ready to adopt: mayday plan adopt --all")
      return lines.text
    }
    lines.add("Play this one: \(first.planTitle)", style: .strong)
    add(first, &lines)
    for (index, suggestion) in suggestions.dropFirst().prefix(4).enumerated() {
      if index == 0 { lines.heading("Then") }
      lines.add("·", suggestion.planTitle, columns: 2)
      lines.add("", suggestion.why, columns: 2, style: .faint)
    }
    return lines.text
  }

  private func add(_ suggestion: DrillSuggestion, _ lines: inout TextLines) {
    lines.add("", suggestion.why, columns: 2, style: .faint)
    if let scenario = suggestion.scenario {
      lines.add("", "alone: mayday drill run \(scenario)", columns: 2)
      lines.add("", "together: mayday drill plan \(scenario) --facilitator NAME --responder NAME", columns: 2)
    } else if let incident = suggestion.incident {
      lines.add(
        "",
        "as it was: mayday drill scenario from INC-\(incident) > ours.md; read it; mayday drill scenario save ours.md",
        columns: 2)
    } else {
      lines.add("", "there is no scenario for it: write one, then mayday drill scenario save FILE", columns: 2)
    }
  }
}
