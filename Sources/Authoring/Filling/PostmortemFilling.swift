package import Chronology
import Documents
import EvidenceRecords
package import Incidents
package import Postmortems
package import TimelineBuilding

/// A first postmortem from what the record of an incident and its evidence hold, so that nobody copies anything by hand.
///
/// Words carry what reads as sentences and tables; lines of the timeline, factors and actions are parts of their own.
/// What is not known is a question to the author (see ``PostmortemDraft/askMark``). People stand in it as sources and
/// owners; in sentences they are their role.
package struct PostmortemFilling {
  let incident: Incident?
  let report: TimelineReport?
  let policy: Policy
  let board: StatusBoard?
  let clock: DraftClock

  /// - Parameters:
  ///   - incident: all of it, as its events add up; nil without one.
  ///   - report: what the evidence shows; nil without evidence.
  ///   - policy: names severities and roles, and says what was due.
  ///   - board: the components with their names and states; nil: what the updates said.
  ///   - zoneLabel: the zone in which times are written, as a person says it: `UTC`, `America/New_York`.
  ///   - offsetSeconds: seconds east of UTC at an instant.
  package init(
    incident: Incident?, report: TimelineReport?, policy: Policy = .standard, board: StatusBoard? = nil,
    zoneLabel: String, offsetSeconds: @escaping @Sendable (Instant) -> Int
  ) {
    self.incident = incident
    self.report = report
    self.policy = policy
    self.board = board
    clock = DraftClock(zoneLabel: zoneLabel, offsetSeconds: offsetSeconds)
  }

  /// The events that begin the postmortem, its start first.
  ///
  /// - Parameters:
  ///   - title: nil: that of the incident, or one made from the evidence.
  ///   - facilitator: who leads the conversation.
  ///   - source: where evidence without an incident came from.
  /// - Returns: start and details, then lines of the timeline, factors and actions with their numbers from 1.
  package func events(
    title: String? = nil, facilitator: String? = nil, source: String? = nil
  ) -> [PostmortemEvent] {
    let title = title ?? workingTitle
    var events: [PostmortemEvent] = [
      .started(
        PostmortemStart(
          incident: incident?.number, origin: incident == nil ? .evidence : .incident, title: title,
          text: text(title: title), source: source, facts: incident == nil ? facts(title) : nil))
    ]
    events.append(
      .detailsWritten(PostmortemDetails(title: title, authors: [], participants: sources, facilitator: facilitator)))
    let lines = lines()
    if !lines.isEmpty { events.append(.linesWritten(LinesWritten(lines: lines))) }
    events += factors().map { .factorWritten($0) }
    events += proposals().enumerated().map { .actionWritten(ActionWritten(action: $0.offset + 1, content: $0.element)) }
    return events
  }

  /// The postmortem that these events add up to, outside of any record.
  func postmortem(number: Int = 0, title: String? = nil) -> Postmortem {
    var postmortem = Postmortem(number: number)
    let now = Instant(seconds: 0)
    for (index, event) in events(title: title).enumerated() {
      postmortem.apply(event, EventStamp(version: Int64(index + 1), recorded: now, actor: ""))
    }
    return postmortem
  }

  // MARK: The text

  private func text(title: String) -> String {
    let stated = { (instant: Instant?) in PostmortemWriter.FrontMatterValue.text(instant.map(clock.stated) ?? "") }
    let severity = incident?.facts.severity.map(policy.severityName) ?? ""
    var keys: [(key: String, value: PostmortemWriter.FrontMatterValue)] = [
      ("title", .text(title)), ("owner", ""), ("authors", .list([])), ("participants", .list(sources)),
      ("severity", .text(severity)), ("status", "draft"), ("started", stated(started)), ("ended", stated(ended)),
      ("detected", stated(detected)), ("zone", .text(clock.zoneLabel)),
    ]
    if let incident { keys.append(("incident", .text("INC-\(incident.number)"))) }
    return PostmortemWriter(
      title: title, frontMatter: keys,
      bodies: Dictionary(uniqueKeysWithValues: SectionKind.allCases.map { ($0, body(of: $0)) })
    ).write()
  }

  private func body(of kind: SectionKind) -> String {
    let parts: [String?] =
      switch kind {
      case .titleAndOwnership: ownership()
      case .dateAndTime: times()
      case .participants: people()
      case .status: status()
      case .summary: summary()
      case .impact: impact()
      case .rootCause: causes()
      case .timeline: timeline()
      case .actions: actions()
      case .lessons: lessons()
      }
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func facts(_ title: String) -> IncidentFacts {
    let whole = { (instant: Instant?) in instant.flatMap { Instant(rfc3339: clock.stated($0)) } }
    return IncidentFacts(
      title: title, status: "not known", started: whole(started), ended: whole(ended), detected: whole(detected))
  }

  // MARK: What the sections share

  func ask(_ question: String) -> String { "\(PostmortemDraft.askMark) \(question)" }

  func plain(_ text: String) -> String { MarkdownText.inline(text) }

  /// What the evidence shows is no statement of the incident's: it stands beside what people said.
  var started: Instant? { incident == nil ? report?.impactWindow?.from : incident?.instants[.impactStarted]?.at }

  var ended: Instant? {
    if let incident { return incident.instants[.resolved]?.at }
    return report?.hasSignOfCalm == true ? report?.impactWindow?.to : nil
  }

  var detected: Instant? { incident == nil ? firstAlert?.instant : incident?.instants[.detected]?.at }

  var firstAlert: TimelineMoment? {
    guard let report, let onset = report.onset else { return nil }
    return report.moments.first { $0.kind == .alert && $0.instant >= onset.from }
  }

  /// Moments at which something failed, from the onset on, the most important first.
  var failures: [TimelineMoment] {
    guard let report, let onset = report.onset else { return [] }
    return report.moments
      .filter { [.first, .burst, .shift, .silence, .connection].contains($0.kind) && $0.instant >= onset.from }
      .sorted { $0.rank < $1.rank }
  }

  /// Services that the first failures name, at most four.
  var affectedServices: [String] {
    var names: [String] = []
    for moment in failures.prefix(8) {
      if let service = moment.service, !names.contains(service) { names.append(service) }
    }
    return Array(names.prefix(4))
  }

  private var workingTitle: String {
    if let incident { return incident.facts.title }
    guard let window = report?.impactWindow ?? report?.window else { return "Incident" }
    let services = affectedServices.isEmpty ? "" : ": " + DraftText.list(affectedServices)
    return "Incident of \(clock.date(window.from))\(services)"
  }

  /// Everybody who held a role, declared, decided or wrote something down: those to ask, in that order.
  var sources: [String] {
    guard let incident else { return [] }
    let people =
      incident.holdings.map(\.person) + [incident.declaredBy].compactMap(\.self)
      + incident.decisions.flatMap { [$0.record.by] + $0.dissents.map(\.by) }
      + incident.entries.filter { $0.kind == .note || $0.kind == .moment }.map(\.by)
    var seen: Set<String> = []
    return people.filter { !$0.isEmpty && $0 != Self.itself && seen.insert($0).inserted }
      .prefix(PostmortemLimits.peopleMax).map(\.self)
  }

  /// The name under which Mayday itself writes into the record.
  private static let itself = "mayday"

  /// Where to look, as code; empty without evidence.
  func place(_ moment: TimelineMoment) -> String {
    moment.evidence.first.map { MarkdownText.code($0.reference.label) } ?? ""
  }
}
