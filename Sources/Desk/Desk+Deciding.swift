import Accounts
import Chronology
import EvidenceRecords
import Findings
import Incidents
import Journal
import RecordViews
import TimelineBuilding

extension Desk {
  /// Decides a command on an incident as it stands.
  func plan(
    _ command: IncidentCommand, on id: IncidentID, by caller: Caller, terms: WriteTerms
  ) async throws -> WritePlan {
    let incident = try await visibleIncident(id, to: caller)
    try checkIsFresh(terms, incident.version, place: "\(id)")
    let context = try await context(for: caller)
    let decided = try incident.events(for: try await completed(command, incident, caller, context), in: context)
    var appends: [StreamAppend] = []
    if !decided.isEmpty {
      appends.append(
        try append(decided, to: StreamName("incident", number: id.number), at: incident.version, by: caller))
    }
    if case .publishUpdate(let release) = command,
      let news = try await componentsNews(of: release.update, try incident.meant(by: release, in: context), caller)
    {
      appends.append(news)
    }
    return WritePlan(
      appends: appends,
      receipt: WriteReceipt(
        incident: id, version: incident.version + Int64(decided.count),
        number: decided.compactMap(\.event.number).first))
  }

  func context(for caller: Caller) async throws -> CommandContext {
    let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
    return CommandContext(
      actor: caller.account, now: clock.now, policy: policy, components: try await board().list.components.map(\.id))
  }

  /// Fills in what the caller does not say: from the attached timeline, from the reviewer.
  private func completed(
    _ command: IncidentCommand, _ incident: Incident, _ caller: Caller, _ context: CommandContext
  ) async throws -> IncidentCommand {
    switch command {
    case .pickMoment(let picked, _):
      guard let moment = folds.report(of: incident)?.moments.first(where: { $0.id == picked.moment }) else {
        throw Self.notInTimeline("moment", picked.moment)
      }
      let reference = moment.evidence.first?.reference.label ?? ""
      guard isOfStory(moment.instant, incident) else {
        return .pickMoment(
          MomentPicked(moment: moment.id, text: moment.title, reference: reference), at: moment.instant)
      }
      // Among the lines of a drill it stands where it was taken; its own instant goes before it.
      let text = "\(moment.instant.rfc3339): \(moment.title)"
      return .pickMoment(MomentPicked(moment: moment.id, text: text, reference: reference), at: clock.now)
    case .judgeSuspect(var judgement):
      guard let suspect = folds.report(of: incident)?.suspects.first(where: { $0.change.id == judgement.suspect })
      else { throw Self.notInTimeline("suspect", judgement.suspect) }
      judgement.title = suspect.change.title
      return .judgeSuspect(judgement)
    case .publishUpdate(var release):
      let meant = try incident.meant(by: release, in: context)
      guard let update = meant.updates.first(where: { $0.number == release.update }) else { return command }
      let findings = try await findings(on: update.draft, of: incident)
      release.held = Set(findings.filter { $0.severity == .error }.map(\.rule)).sorted()
      return .publishUpdate(release)
    case .changeState(let change):
      if change.state == .merged, let into = change.into { try await checkTarget(into, of: incident, caller) }
      return command
    default: return command
    }
  }

  /// Whether an instant is of the story that a drill tells: its files keep their stamps, whenever it is played.
  private func isOfStory(_ instant: Instant, _ incident: Incident) -> Bool {
    guard incident.isDrill, let declared = incident.instants[.declared]?.at else { return false }
    return instant > clock.now || instant.seconds(since: declared) < -86_400
  }

  private static func notInTimeline(_ what: String, _ id: String) -> IncidentRefusal {
    IncidentRefusal(
      .unknownEntry, place: what, message: "the incident's evidence shows no \(what) '\(id)'",
      hint: "take it from the newest timeline: it changes when evidence is added")
  }

  /// An incident leads on to one that whoever sees it may see, and never back to itself.
  private func checkTarget(_ number: Int, of incident: Incident, _ caller: Caller) async throws {
    var target = try await visibleIncident(IncidentID(number: number), to: caller)
    guard incident.isPrivate || !target.isPrivate else {
      throw IncidentRefusal(
        .privateIncident, place: "into",
        message: "INC-\(number) is private, and those who see INC-\(incident.number) would read of it",
        hint: "merge it the other way round")
    }
    var passed: Set<Int> = []
    while let next = target.mergedInto, passed.insert(target.number).inserted {
      guard next != incident.number else {
        throw IncidentRefusal(
          .wrongState, place: "into", message: "INC-\(number) was itself merged into INC-\(incident.number)",
          hint: "open that one again first")
      }
      target = try await fold(next)
    }
  }

  /// What the status page says of components once an update is out; nil where it says nothing new.
  ///
  /// Only what customers are told of a real incident that everybody may know of changes their page.
  private func componentsNews(of number: Int, _ incident: Incident, _ caller: Caller) async throws -> StreamAppend? {
    guard let update = incident.updates.first(where: { $0.number == number }), update.audience == .customers,
      !incident.isPrivate, !incident.isDrill
    else { return nil }
    let board = try await board()
    let known = Set(board.list.components.map(\.id))
    let news = update.components.filter { known.contains($0.key) && board.condition(of: $0.key) != $0.value }
    guard !news.isEmpty else { return nil }
    let events = news.sorted { $0.key < $1.key }.map { component, condition in
      ComponentEvent.stateChanged(
        ComponentStateChange(component: component, condition: condition, incident: incident.number))
    }
    return append(try events.map { try $0.document() }, to: Self.components, at: board.version, by: caller)
  }

  static let components = StreamName("components")
}

extension IncidentEvent {
  /// Number of the task, update or piece of evidence that it is about.
  fileprivate var number: Int? {
    switch self {
    case .taskAdded(let content): content.task
    case .taskChanged(let content): content.task
    case .evidenceAdded(let content): content.evidence
    case .planFollowed(let content): content.number
    case .stepTicked(let content): content.number
    case .planDropped(let content): content.number
    case .updateDrafted(let content): content.update
    case .updateApproved(let content): content.update
    case .updatePublished(let content): content.update
    case .updateCorrected(let content): content.update
    case .updateWithdrawn(let content): content.update
    default: nil
    }
  }
}
