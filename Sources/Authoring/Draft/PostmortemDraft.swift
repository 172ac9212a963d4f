package import Chronology
import Documents
import EvidenceReading
import EvidenceRecords
package import TimelineBuilding

/// A first postmortem from evidence alone: what the evidence shows is filled in, with its references; everything else
/// is a question to its author.
///
/// A question stands as a quotation that begins with ``askMark``; the reviewer finds those that are left.
package struct PostmortemDraft {
  /// How a question to the author begins.
  package static let askMark = "> **Ask:**"

  private let report: TimelineReport
  private let clock: DraftClock

  /// - Parameters:
  ///   - report: what the evidence shows.
  ///   - zoneLabel: the zone in which times are written, as a person says it: `UTC`, `America/New_York`.
  ///   - offsetSeconds: seconds east of UTC at an instant.
  package init(
    report: TimelineReport, zoneLabel: String, offsetSeconds: @escaping @Sendable (Instant) -> Int
  ) {
    self.report = report
    self.clock = DraftClock(zoneLabel: zoneLabel, offsetSeconds: offsetSeconds)
  }

  /// The draft as Markdown with front matter.
  package func markdown() -> String {
    PostmortemWriter(
      title: workingTitle, frontMatter: frontMatter(),
      bodies: Dictionary(uniqueKeysWithValues: SectionKind.allCases.map { ($0, body(of: $0)) })
    ).write()
  }

  private func frontMatter() -> [(key: String, value: PostmortemWriter.FrontMatterValue)] {
    let window = report.impactWindow
    let ended = report.hasSignOfCalm ? window?.to : nil
    return [
      ("title", .text(workingTitle)), ("owner", ""), ("severity", ""), ("status", "draft"),
      ("started", .text(stated(window?.from))), ("ended", .text(stated(ended))),
      ("detected", .text(stated(firstAlert?.instant))), ("zone", .text(clock.zoneLabel)), ("authors", ""),
      ("participants", ""),
    ]
  }

  private func stated(_ instant: Instant?) -> String {
    instant.map { clock.stated($0) } ?? ""
  }

  private func body(of kind: SectionKind) -> String {
    switch kind {
    case .titleAndOwnership: titleAndOwnership()
    case .dateAndTime: dateAndTime()
    case .participants:
      ask(
        "Who wrote this, and who saw it happen? First-hand sources, not culprits: name them so that they can be asked.")
    case .status:
      "Draft, made from evidence.\n\n"
        + ask("Who reviews this, by when, and what is still missing for it to be final?")
    case .summary: summary()
    case .impact: impact()
    case .rootCause: rootCause()
    case .timeline: timeline()
    case .actions: actions()
    case .lessons: lessons()
    }
  }

  // MARK: What happened, when

  private func titleAndOwnership() -> String {
    """
    \(ask("What did people outside notice, in one line? That is the title."))

    \(ask("Who owns this document until it is final?"))
    """
  }

  private func dateAndTime() -> String {
    guard let onset = report.onset, let window = report.impactWindow else {
      let seen = report.window.map { "The evidence reaches from \(clock.dated($0.from)) to \(clock.dated($0.to))." }
      return [
        seen, "No onset stands out in it.",
        ask("When did it begin, when was it noticed, and when was it over? How is each of these known?"),
      ].compactMap(\.self).joined(separator: "\n\n")
    }
    var rows = [
      ["Began", "\(clock.dated(onset.from)) to \(clock.timed(onset.to))", reference(near: onset.from)]
    ]
    if let alert = firstAlert {
      rows.append(["First alert", clock.dated(alert.instant), place(alert)])
    }
    if report.hasSignOfCalm {
      rows.append(["Last sign of recovery", clock.dated(window.to), reference(near: window.to)])
      rows.append(["Between the two", DraftText.duration(window.to.seconds(since: window.from)), "from the two above"])
    }
    return DraftText.table(["What", "When (\(clock.zoneLabel))", "Evidence"], rows) + "\n\n"
      + ask("When was it declared, acknowledged, first told to customers, mitigated, resolved? Missing stays missing.")
  }

  private func summary() -> String {
    let window = report.impactWindow
    let times = window.map { "on \(clock.date($0.from)) from \(clock.timed($0.from))" } ?? "at a time still to be found"
    let services = affectedServices.isEmpty ? "" : " The evidence names \(DraftText.list(affectedServices))."
    return """
      It began \(times) (\(clock.zoneLabel)).\(MarkdownText.inline(services))

      \(ask("What could people not do, for how long, and how many were they?"))

      \(ask("Why could it happen, and what keeps it from happening again? One sentence each, without jargon."))
      """
  }

  // MARK: What it did, and how it came about

  private func impact() -> String {
    var parts: [String] = []
    let failing = failures.prefix(5)
    if !failing.isEmpty {
      parts.append("What the evidence shows failing:")
      parts.append(
        failing.map { moment in
          let place = place(moment)
          return
            "- \(clock.timed(moment.instant)) \(MarkdownText.inline(moment.title)) (\(MarkdownText.inline(moment.reason))) \(place)"
        }.joined(separator: "\n"))
    }
    parts.append(ask("How many people, orders or requests were affected? Measured, or estimated from what?"))
    parts.append(ask("What did it cost: money, data, trust, promises broken? Where is the harm not repaired yet?"))
    return parts.joined(separator: "\n\n")
  }

  private func rootCause() -> String {
    var parts: [String] = []
    if !report.suspects.isEmpty {
      parts.append("Worth examining, best first. Candidates from the evidence, not verdicts:")
      parts.append(
        report.suspects.prefix(3).enumerated().map { index, suspect in
          let place = suspect.evidence.first.map { " \(MarkdownText.code($0.label))" } ?? ""
          let head =
            "\(index + 1). \(MarkdownText.inline(suspect.change.title)), \(clock.dated(suspect.change.instant))\(place)"
          return ([head] + suspect.reasons.map { "   - \(MarkdownText.inline($0))" }).joined(separator: "\n")
        }.joined(separator: "\n"))
    }
    if !report.noChange.reasons.isEmpty {
      parts.append("For \"no change of ours did it\": \(MarkdownText.inline(DraftText.list(report.noChange.reasons))).")
    }
    parts.append(ask("Which of these was it, and what shows that? Which others had to be true at the same time?"))
    parts.append(ask("How did that come to be? And that? Go on until the answer is something that can be changed."))
    parts.append(ask("What did we believe that turned out otherwise? What would have shown it before?"))
    return parts.joined(separator: "\n\n")
  }

  // MARK: Timeline, actions, lessons

  private func timeline() -> String {
    let rows = report.story().map { moment in
      [
        clock.dated(moment.instant), Self.lead(of: moment.kind) + MarkdownText.inline(moment.title), place(moment),
      ]
    }
    let questions = """
      \(ask("What was known at each decision, and what did people see on their screens? What is missing from this list?"))
      """
    guard !rows.isEmpty else { return questions }
    var parts: [String] = []
    if !report.clockNotes.isEmpty {
      parts.append(report.clockNotes.map { "- \(MarkdownText.inline($0))" }.joined(separator: "\n"))
    }
    parts.append(DraftText.table(["Time (\(clock.zoneLabel))", "What happened", "Evidence"], rows))
    parts.append(questions)
    return parts.joined(separator: "\n\n")
  }

  private func actions() -> String {
    """
    | Action | Owner | Due | How it is verified |
    |---|---|---|---|

    \(ask("What stops this from happening tomorrow? A thing that can be done this week, its owner, its date."))

    \(ask("For each factor above: what prevents it, what would show it within minutes, what would soften it? How will each be verified?"))
    """
  }

  private func lessons() -> String {
    """
    \(ask("What went well and should stay so? Where were we lucky?"))

    \(ask("What surprised us? Which line belongs in which checklist, so that the process remembers?"))
    """
  }

  // MARK: What the parts share

  /// Where to look, as code; empty without evidence.
  private func place(_ moment: TimelineMoment) -> String {
    moment.evidence.first.map { MarkdownText.code($0.reference.label) } ?? ""
  }

  /// What a line of a log does not say by itself: that it is new, grows, changes its rate, or has stopped.
  private static func lead(of kind: MomentKind) -> String {
    switch kind {
    case .first: "First seen: "
    case .burst: "Rises: "
    case .shift: "Changes: "
    case .silence: "Falls silent: "
    case .calm: "Ends: "
    case .change, .alert, .said, .decision, .connection: ""
    }
  }

  private func ask(_ question: String) -> String { "\(Self.askMark) \(question)" }

  private var workingTitle: String {
    guard let window = report.impactWindow ?? report.window else { return "Incident" }
    let services = affectedServices.isEmpty ? "" : ": " + DraftText.list(affectedServices)
    return "Incident of \(clock.date(window.from))\(services)"
  }

  private var firstAlert: TimelineMoment? {
    guard let onset = report.onset else { return nil }
    return report.moments.first { $0.kind == .alert && $0.instant >= onset.from }
  }

  /// Moments at which something failed, from the onset on, the most important first.
  private var failures: [TimelineMoment] {
    guard let onset = report.onset else { return [] }
    return report.moments
      .filter { [.first, .burst, .shift, .silence, .connection].contains($0.kind) && $0.instant >= onset.from }
      .sorted { $0.rank < $1.rank }
  }

  /// Services that the first failures name, at most four.
  private var affectedServices: [String] {
    var names: [String] = []
    for moment in failures.prefix(8) {
      if let service = moment.service, !names.contains(service) { names.append(service) }
    }
    return Array(names.prefix(4))
  }

  private func reference(near instant: Instant) -> String {
    let nearest = report.story().min {
      abs($0.instant.seconds(since: instant)) < abs($1.instant.seconds(since: instant))
    }
    return nearest.map(place) ?? ""
  }
}
