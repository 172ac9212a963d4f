import Chronology
package import SafetySurveys
package import TerminalPages

/// Results of the survey on a terminal.
package struct SurveyText {
  private let report: SurveyReport

  package init(report: SurveyReport) { self.report = report }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    if report.teams.isEmpty {
      lines.add("Nobody has been asked yet.")
      lines.add("mayday survey open --team NAME --people ann,ben,cem,dua,eva", unbroken: 2)
    }
    for team in report.teams { add(team, to: &lines) }
    lines.heading("If you lead")
    for prompt in LeaderPrompt.all {
      lines.add("\(prompt.title): \(prompt.text)", indent: 2, hanging: 2)
      if let command = prompt.command { lines.add(command, verbatim: 4) }
    }
    lines.heading("Near misses told, of all teams; this number should rise")
    lines.table(report.quarters.map { [$0.quarter, String($0.nearMisses)] })
    return lines.text
  }

  private func add(_ team: SurveyReport.Team, to lines: inout TextLines) {
    lines.heading(team.team)
    lines.table(team.rounds.map { [String($0.id), $0.lastDay.description, Self.words($0)] })
    if team.latestResult != nil { lines.add("In brackets: \(SurveyResult.intervalWords)", indent: 2, style: .faint) }
    if let change = team.change { lines.add(change.words, indent: 2) }
    guard let result = team.latestResult else { return }
    lines.gap()
    lines.add("Statement by statement, 1 to 7, turned so that more is better:", indent: 2)
    lines.table(
      result.items.map { [$0.words, SurveyItem.all[$0.item - 1].goodness + ($0.isLow ? " (low)" : "")] }, indent: 4)
    for mean in result.toBeginWith {
      let item = SurveyItem.all[mean.item - 1]
      lines.gap()
      lines.add("\(mean.isLow ? "Begin with" : "None is low; the lowest is"): \(item.topic), \(mean.words)", indent: 2)
      for help in item.help { lines.add("- " + help, indent: 4, hanging: 2) }
    }
  }

  /// One round on a line.
  static func words(_ round: SurveyRound) -> String {
    switch round.state {
    case .waiting: return "begins on \(round.firstDay)"
    case .open:
      let own = round.awaitsReader ? "; you are asked: mayday survey answer" : ""
      return "open: \(round.drawn) of \(round.invited.count) have drawn a ticket\(own)"
    case .closed:
      guard let result = round.result else { return round.withheld?.words ?? "over, and being counted" }
      return "\(result.mean.words) (\(ScaleText.digit(result.low)) to \(ScaleText.digit(result.high))), "
        + "\(result.answered) of \(round.invited.count) answered"
    }
  }

  /// What somebody reads before the first statement.
  static func question(_ round: SurveyRound) -> String {
    """
    How is it here, in '\(TerminalText.harmless(round.team))'? Seven statements, each from 1 to 7:
    1 \(SurveyItem.scaleWords.lowest), 7 \(SurveyItem.scaleWords.highest).
    Asked are \(round.invited.count): \(TerminalText.harmless(round.invited.prefix(30).joined(separator: ", "))).
    Your ticket is made and blinded on this machine; your answer is sent without your token.
    """
  }
}
