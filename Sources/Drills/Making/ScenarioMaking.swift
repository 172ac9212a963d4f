import Chronology
import Documents
import Findings
package import Incidents
import Plans

/// A scenario made from an incident of our own: what came then comes again, and the cause stands for the facilitator alone.
///
/// It names nobody. A person should read it before it is played: what was written in haste may still tell the cause.
package struct ScenarioMaking {
  private let incident: Incident
  private let plan: String?
  private let cause: String
  private let idea: [String]
  private let names: PlainNames
  private let excerpts: [String: [String]]
  private let start: Instant
  /// How much shorter the drill is than the incident was: 1 where it is as long.
  private let pace: Double
  private let minutes: Int

  /// - Parameters:
  ///   - incident: all of it, as its events add up.
  ///   - plan: name of the plan that is rehearsed.
  ///   - cause: what was behind it, as its postmortem says; nil: not known.
  ///   - idea: words of the right idea; none: those of changes that were confirmed as contributing.
  ///   - excerpts: lines around moments of the evidence, masked as they are shown, by the reference of each; they become
  ///     files.
  package init(
    _ incident: Incident, plan: String?, cause: String? = nil, idea: [String] = [], excerpts: [String: [String]] = [:]
  ) {
    self.incident = incident
    self.plan = plan
    self.cause = cause ?? ""
    self.excerpts = excerpts
    let confirmed = incident.suspects.filter { $0.standing == .confirmed }.map(\.title)
    self.idea = (idea.isEmpty ? confirmed : idea).prefix(DrillLimits.ideaPhrasesMax).map(Self.line)
      .filter { !IdeaWords($0).isEmpty }
    names = PlainNames(incident)
    let first = [InstantName.detected, .impactStarted, .declared].compactMap { incident.instants[$0]?.at }.first
    let start = first ?? incident.entries.map(\.at).min() ?? Instant(seconds: 0)
    self.start = start
    let end = incident.instants[.mitigated]?.at ?? incident.instants[.resolved]?.at ?? incident.entries.map(\.at).max()
    let seconds = max(0, end?.seconds(since: start) ?? 0)
    minutes = min(max(20, Int((seconds / 60).rounded(.up))), DrillLimits.madeMinutesMax)
    pace = max(1, seconds / Double(DrillLimits.madeMinutesMax * 60))
  }

  /// The whole document; it reads back without findings above a note.
  package var text: String {
    let title = "As it was in INC-\(incident.number): \(Self.line(incident.facts.title))"
    let bare = PlanName.made(from: "inc-\(incident.number) \(incident.facts.title)")
    var head = PostmortemWriter.line("scenario", .text(bare)) + PostmortemWriter.line("title", .text(title))
    head += PostmortemWriter.line("plan", .text(plan ?? ""))
    if let severity = incident.facts.severity { head += PostmortemWriter.line("severity", .text("SEV\(severity)")) }
    head += PostmortemWriter.line("minutes", .text("\(minutes)"))
    head += PostmortemWriter.line("components", .list(incident.components))
    head += PostmortemWriter.line("idea", .list(idea))
    let injects = chosen
    return """
      ---
      \(head)---
      # \(MarkdownText.inline(title))

      ## Situation
      \(situation)

      ## Injects
      \(table(injects))

      ## What a good response shows
      \(expectations)

      ## For the facilitator
      \(facilitator(injects))

      """ + files(injects)
  }

  /// One line of bounded length.
  private static func line(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return String(words.prefix(IncidentLimits.titleScalarsMax))
  }

  // MARK: Situation

  private var situation: String {
    let days = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"]
    let day = CivilDate(start)
    let weekday = days[((day.daysSinceEpoch % 7) + 7) % 7]
    let clock = start.rfc3339.split(separator: "T").last.map { String($0.prefix(5)) } ?? "00:00"
    var parts = ["It is \(weekday), \(clock) UTC."]
    if let impact = impact { parts.append(MarkdownText.inline("What users notice: \(impact)")) }
    parts.append("Nobody knows yet why, or how far it goes.")
    return parts.joined(separator: " ")
  }

  /// What users felt, where that does not tell the cause.
  private var impact: String? {
    guard let impact = incident.facts.impact, IdeaWords.found(idea, in: impact) == nil else { return nil }
    let words = names.replaced(in: Self.line(impact))
    return words.last.map { ".!?".contains($0) } ?? true ? words : words + "."
  }

  // MARK: Injects

  private struct Moment {
    var minute: Int
    var kind: InjectKind
    var from: String
    var text: String
    /// Reference of the moment whose lines come with it.
    var reference: String?
    /// Lower is kept first where there are too many.
    var rank: Int
  }

  /// Minute of the drill that an instant of the incident becomes.
  private func minute(_ instant: Instant) -> Int {
    min(max(0, Int((instant.seconds(since: start) / 60 / pace).rounded())), minutes)
  }

  private var chosen: [Moment] {
    let all = [beginning] + complaint + incident.entries.compactMap(moment)
    let kept = all.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .prefix(DrillLimits.madeInjectsMax)
    return kept.sorted { ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset) }.map(\.element)
  }

  /// The title may be what was found out in the end: it is told only where nothing else is known and it tells nothing.
  private var beginning: Moment {
    let title = names.replaced(in: incident.facts.title)
    let telling = impact ?? (IdeaWords.found(idea, in: title) == nil ? title : "Something is wrong; see the screens.")
    let parts = incident.components.isEmpty ? "" : " (\(incident.components.joined(separator: ", ")))"
    return Moment(minute: 0, kind: .alert, from: "monitoring", text: "FIRING: \(telling)\(parts)", rank: 0)
  }

  private var complaint: [Moment] {
    guard let impact else { return [] }
    return [
      Moment(
        minute: 3, kind: .customer, from: "mail to support",
        text: "I see this: \(impact) Is it only me? When does it work again?", rank: 1)
    ]
  }

  private func moment(_ entry: IncidentEntry) -> Moment? {
    let words = names.replaced(in: String(entry.text.prefix(600)))
    let text = words.prefix(1).uppercased() + words.dropFirst()
    let minute = minute(entry.at)
    switch entry.kind {
    case .moment:
      return Moment(
        minute: minute, kind: .evidence, from: entry.reference ?? "evidence", text: text, reference: entry.reference,
        rank: 2)
    case .evidence: return Moment(minute: minute, kind: .evidence, from: "files", text: text, rank: 3)
    case .missed:
      let audience = incident.missed.first { $0.due == entry.at }?.audience.words ?? "people"
      return Moment(
        minute: minute, kind: .management, from: "management",
        text: "When do \(audience) hear from us? They have waited longer than we promised.", rank: 4)
    case .note where entry.by != "mayday" && IdeaWords.found(idea, in: entry.text) == nil:
      return Moment(minute: minute, kind: .colleague, from: names.role(of: entry.by), text: text, rank: 5)
    default: return nil
    }
  }

  private func table(_ injects: [Moment]) -> String {
    let all = injects.enumerated().map { index, inject in (inject, file(of: inject, number: index + 1)?.name ?? "") }
    let hasFiles = all.contains { !$0.1.isEmpty }
    let rows = all.enumerated().map { index, row in
      let (inject, file) = row
      let cells = ["\(index + 1)", "\(inject.minute) min", inject.kind.rawValue, inject.from, inject.text]
      return "| " + (cells + (hasFiles ? [file] : [])).map(SourceCells.cell).joined(separator: " | ") + " |"
    }
    let head = ["| # | at | kind | from | what comes |", "|---|----|------|------|------------|"]
    return (zip(head, [" file |", "------|"]).map { hasFiles ? $0 + $1 : $0 } + rows).joined(separator: "\n")
  }

  // MARK: Files

  /// The lines around a moment, as a file that comes with it; nil where none are known.
  private func file(of inject: Moment, number: Int) -> ScenarioFile? {
    guard let reference = inject.reference, let lines = excerpts[reference], !lines.isEmpty else { return nil }
    let source = reference.split(separator: "/").last?.split(separator: ":").first.map(String.init) ?? "evidence.log"
    let text = names.replaced(in: lines.joined(separator: "\n")) + "\n"
    guard text.utf8.count <= DrillLimits.fileBytesMax else { return nil }
    return ScenarioFile(
      name: ScenarioFile.name(from: "\(number)-\(source)"), text: text,
      span: TextSpan(line: 1, column: 1, endLine: 1, endColumn: 2))
  }

  private func files(_ injects: [Moment]) -> String {
    let all = injects.enumerated().compactMap { index, inject in file(of: inject, number: index + 1) }
    return all.isEmpty ? "" : "\n## Files\n" + all.map { "\n" + $0.section }.joined()
  }

  // MARK: Afterwards

  private var expectations: String {
    let idea = self.idea.isEmpty ? "facilitator" : "idea"
    return """
      | within | what one sees | measured by |
      |--------|---------------|-------------|
      | 5 min | the incident is declared | declared |
      | 5 min | somebody leads | lead |
      | 15 min | first word to customers | first word |
      | \(minutes * 2 / 3) min | what is behind it is written down | \(idea) |
      | \(minutes) min | users are not affected any more | mitigated |
      | \(minutes) min | nobody is blamed in what is written | facilitator |
      """
  }

  private func facilitator(_ injects: [Moment]) -> String {
    let cause =
      self.cause.isEmpty
      ? "> Its postmortem does not say yet: read INC-\(incident.number) before you play it."
      : names.replaced(in: self.cause).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    let shorter =
      pace > 1
      ? " It is played in \(minutes) min; then it took \(PlanDuration.words(seconds: Int(pace * Double(minutes * 60))))."
      : ""
    let told = known.map { "- \($0.minute) min: \(MarkdownText.inline($0.text))" }.joined(separator: "\n")
    return """
      **What really happened.** This is INC-\(incident.number), with its times counted from its first sign.\(shorter)

      \(cause)

      **What people knew, and when.**

      \(told.isEmpty ? "- Nothing was written down." : told)

      **What each inject is for.** The first says that something is wrong; \(injects.count - 1) more come as they came \
      then. Read all of them before: what was written in haste may tell the cause.

      **Hints.** When nobody moves on: "What changed before the first sign?" When all wait: "By when do you decide?"

      **How to end.** At \(minutes) min, or when users are not affected any more.

      **For the talk afterwards**
      1. What did we see sooner than last time, and what later?
      2. What did we learn from INC-\(incident.number) that helped nobody today?
      3. What in the plan would have brought us there sooner?
      """
  }

  /// Decisions and what held the right idea: what responders are not told.
  private var known: [(minute: Int, text: String)] {
    incident.entries.filter { entry in
      entry.kind == .decision || entry.kind == .state
        || (entry.kind == .note && IdeaWords.found(idea, in: entry.text) != nil)
    }.sorted { ($0.at, $0.version) < ($1.at, $1.version) }.prefix(30).map { entry in
      (minute(entry.at), names.replaced(in: String(entry.text.prefix(300))))
    }
  }
}
