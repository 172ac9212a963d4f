import Chronology
package import Documents
import Incidents
import Plans

/// The first words of a drill's postmortem: what was expected and what happened, and what to change.
package struct DrillPostmortem: Sendable {
  /// Something to do that a drill suggests; nobody owns it yet.
  package struct Proposed: Hashable, Sendable {
    package var text: String
    /// How one sees that it is done.
    package var check: String
  }

  private let drill: Drill
  private let comparison: DrillComparison
  private let proposal: PlanProposal?
  private let scenario: Scenario

  package init(_ drill: Drill, comparison: DrillComparison, proposal: PlanProposal? = nil) {
    self.drill = drill
    self.comparison = comparison
    self.proposal = proposal
    scenario = drill.scenario
  }

  package var title: String { "Drill: \(scenario.title.isEmpty ? drill.planned.title : scenario.title)" }

  /// Markdown by section, as a document's start takes it.
  package var bodies: [SectionKind: String] {
    [
      .titleAndOwnership: ownership, .dateAndTime: times, .participants: people, .status: status, .summary: summary,
      .impact: impact, .rootCause: cause, .timeline: timeline, .actions: actionTable, .lessons: lessons,
    ]
  }

  /// The whole document: a title, and all ten sections.
  package var document: String {
    let bodies = bodies
    let sections = SectionKind.allCases.compactMap { kind in bodies[kind].map { "## \(kind.heading)\n\n\($0)\n" } }
    return "# \(plain(title))\n\n" + sections.joined(separator: "\n")
  }

  private func plain(_ text: String) -> String { MarkdownText.inline(text) }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    PostmortemWriter.table(header: header, rows: rows.map { $0.map(plain) })
  }

  // MARK: Sections

  private var ownership: String {
    let plan = comparison.plan ?? drill.planned.plan
    let rehearsed = plan.map { " It rehearsed the plan '\(plain($0))'." } ?? ""
    return "This was drill \(drill.number), a rehearsal of '\(plain(scenario.title))'.\(rehearsed)"
  }

  private var times: String {
    let pace =
      comparison.speed == 1
      ? "on the clock of the wall"
      : "\(comparison.speed) times faster than the clock; times below are those of the drill, and are no measure of how "
        + "fast people are"
    var rows = drill.clock.map { [["Drill began", $0.start.rfc3339]] } ?? []
    if let end = drill.clock?.end { rows.append(["Drill ended", end.rfc3339]) }
    let length = comparison.lengthSeconds.map { PlanDuration.words(seconds: DrillComparison.minutes($0)) }
    return "Played \(pace)\(length.map { ", for \($0) of drill time" } ?? "")."
      + (rows.isEmpty ? "" : "\n\n" + table(["instant", "when"], rows))
  }

  private var people: String {
    let parts = DrillPerson.Part.allCases.compactMap { part -> String? in
      let names = drill.planned.people.filter { $0.part == part }.map { plain($0.name) }
      return names.isEmpty ? nil : "- \(part.words(names.count)): \(names.joined(separator: ", "))"
    }
    return parts.isEmpty ? "Nobody was named before it began." : parts.joined(separator: "\n")
  }

  private var status: String {
    switch drill.state {
    case .ended: "The drill is over."
    case .cancelled: "The drill was broken off: \(plain(drill.cancelReason ?? "no reason was given"))."
    case .planned, .running, .paused: "The drill is not over; what stands below is as far as it went."
    }
  }

  private var summary: String {
    let spans = [
      ["declared", comparison.declared.words], ["somebody leads", comparison.lead.words],
      ["first word to customers", comparison.firstWord.words], ["right idea written down", comparison.ideaTime.words],
      ["mitigated", comparison.mitigated.words],
    ]
    var parts = [
      "A drill: nothing was broken, and nobody was hurt. \(plain(comparison.summary.prefix(1).uppercased() + comparison.summary.dropFirst())).",
      table(["what", "after"], spans),
    ]
    if let idea = comparison.idea {
      let by = idea.phrase.map { "recognised by the words '\(plain($0))'" } ?? "named by whoever led the drill"
      parts.append("The right idea was first written down in this entry, \(by): \"\(plain(idea.text))\"")
    }
    return parts.joined(separator: "\n\n")
  }

  private var impact: String {
    let promised = comparison.promises.map { promise in
      [
        (promise.isFirst ? "first word to " : "next word to ") + promise.audience,
        PlanDuration.words(seconds: DrillComparison.minutes(promise.dueSeconds)), promise.came.words,
        promise.isKept.map { $0 ? "kept" : "not kept" } ?? "not known",
      ]
    }
    let none =
      "A rehearsal on our own screens: nothing of it was meant for anybody outside. Where something real was touched all "
      + "the same, say so here."
    guard !promised.isEmpty else { return none }
    return none + " Words that would have been owed:\n\n"
      + table(["word", "due after", "came after", "kept"], promised)
  }

  private var cause: String {
    scenario.facilitator.isEmpty
      ? "The scenario does not say what was behind it."
      : "What the scenario played, as whoever led it knew it:\n\n\(Self.quoted(scenario.facilitator))"
  }

  private var timeline: String {
    let steps = comparison.steps.map { step in
      [
        step.number, step.task, step.withinSeconds.map { PlanDuration.words(seconds: $0) } ?? "not said",
        Self.state(step),
        step.tookSeconds.map { PlanDuration.words(seconds: DrillComparison.minutes($0)) } ?? "not known", step.words,
      ]
    }
    let expected = comparison.expectations.map { line in
      [
        line.text, line.withinSeconds.map { PlanDuration.words(seconds: $0) } ?? "not said",
        line.isJudged && line.happened.seconds == nil ? "judged, not measured" : line.happened.words,
        line.judgement?.words ?? "not known", line.words,
      ]
    }
    var parts: [String] = []
    if !expected.isEmpty {
      parts.append(table(["expected", "within", "happened after", "met", "words"], expected))
    }
    if !steps.isEmpty {
      parts.append(table(["step", "to do", "may take", "how it was", "took", "what was seen"], steps))
    }
    return parts.isEmpty ? "Nothing could be compared." : parts.joined(separator: "\n\n")
  }

  private static func state(_ step: DrillComparison.Step) -> String {
    let order = step.aheadOf.isEmpty ? "" : ", ahead of step \(step.aheadOf.joined(separator: ", "))"
    return switch step.state {
    case .done?: "done after \(step.ticked.words)\(order)"
    case .replaced?: "something else was done\(order)"
    case .skipped?: "left out"
    case .open?: "not ticked"
    case nil: "not known"
    }
  }

  private var actionTable: String {
    let rows = actions.map { [$0.text, "", "", $0.check] }
    guard !rows.isEmpty else { return "The drill showed nothing that has to change. What did nobody try?" }
    return table(["action", "owner", "due", "how one sees that it is done"], rows)
  }

  private var lessons: String {
    let surprises = comparison.surprises.map { "- \(plain($0))" }
    let head =
      surprises.isEmpty
      ? "Nobody wrote down what surprised them." : "What surprised:\n\n" + surprises.joined(separator: "\n")
    let notes = comparison.notes.map { "- \(plain($0))" }
    return notes.isEmpty ? head : head + "\n\nWhat was seen besides:\n\n" + notes.joined(separator: "\n")
  }

  private static func quoted(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { $0.isEmpty ? ">" : "> \($0)" }
      .joined(separator: "\n")
  }
}

extension DrillPostmortem {
  /// Something to do for each miss: for what was expected and not met, and for the plan.
  package var actions: [Proposed] {
    var result: [Proposed] = comparison.expectations.compactMap { line in
      guard line.judgement == .not || line.judgement == .partly else { return nil }
      let within = line.withinSeconds.map { " within \(PlanDuration.words(seconds: $0))" } ?? ""
      let words = line.words.isEmpty ? "" : " (\(line.words))"
      return Proposed(
        text: "Find out what would have let this happen\(within), and change it: \(line.text)\(words)",
        check: "it is met in the next drill of this plan")
    }
    for promise in comparison.promises where promise.isKept == false {
      let which = promise.isFirst ? "the first word" : "the word that was promised"
      result.append(
        Proposed(
          text: "Make \(which) to \(promise.audience) possible by the time it is due: who writes it, from which words",
          check: "it comes in time in the next drill of this plan"))
    }
    if let proposal, !proposal.changes.isEmpty {
      let count = proposal.changes.count
      result.append(
        Proposed(
          text:
            "Decide on the \(count) change\(count == 1 ? "" : "s") to the plan '\(proposal.plan)' that drill \(drill.number) suggests",
          check: "each is accepted or declined, and the plan's day to be read again is set"))
    }
    for words in proposal?.unplaced ?? [] {
      result.append(
        Proposed(text: "Look at the plan: \(words)", check: "the plan says it, or it is written down why not"))
    }
    return result
  }
}

extension DrillObservation.Judgement {
  /// `met`, `in part`, `not met`.
  package var words: String {
    switch self {
    case .met: "met"
    case .partly: "in part"
    case .not: "not met"
    }
  }
}
