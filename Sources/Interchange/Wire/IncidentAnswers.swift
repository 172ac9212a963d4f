package import Chronology
package import Incidents
package import Plans
package import Schemas
import WireSchemas

/// An incident as lists show it.
package struct IncidentSummaryAnswer: Codable, Hashable, Sendable {
  /// `INC-12`.
  package var id: String
  package var title: String
  /// 1 is the worst; absent when it is not known.
  package var severity: Int?
  package var severityName: String
  /// Absent where only a document speaks of it.
  package var state: IncidentState?
  /// The state in a word or two, whoever spoke of it.
  package var status: String
  package var isRunning: Bool
  package var isPrivate: Bool
  package var isDrill: Bool
  package var impact: String?
  package var components: [String]
  package var commander: String?
  package var impactStarted: Instant?
  package var declared: Instant?
  /// When users were no longer affected.
  package var ended: Instant?
  /// The soonest word that is due.
  package var nextWord: PromiseAnswer?
  /// `PM-5`.
  package var postmortem: String?

  package init(
    id: String, title: String, severity: Int?, severityName: String, state: IncidentState?, status: String,
    isPrivate: Bool, isDrill: Bool, impact: String?, components: [String], commander: String?, impactStarted: Instant?,
    declared: Instant?, ended: Instant?, nextWord: PromiseAnswer?, postmortem: String?
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.severityName = severityName
    self.state = state
    self.status = status
    isRunning = state?.isRunning ?? false
    self.isPrivate = isPrivate
    self.isDrill = isDrill
    self.impact = impact
    self.components = components
    self.commander = commander
    self.impactStarted = impactStarted
    self.declared = declared
    self.ended = ended
    self.nextWord = nextWord
    self.postmortem = postmortem
  }

  package static let schema = Schema.object(
    [
      .required("id", WireSchema.incidentName), .required("title", WireSchema.anyText),
      .optional("severity", WireSchema.count), .required("severityName", WireSchema.anyText),
      .optional("state", .choice(of: IncidentState.self)), .required("status", WireSchema.anyText),
      .required("isRunning", .flag), .required("isPrivate", .flag), .required("isDrill", .flag),
      .optional("impact", WireSchema.anyText), .required("components", .list(of: WireSchema.anyText, max: 1000)),
      .optional("commander", WireSchema.anyText), .optional("impactStarted", .instant),
      .optional("declared", .instant), .optional("ended", .instant), .optional("nextWord", PromiseAnswer.schema),
      .optional("postmortem", WireSchema.anyText),
    ], name: "IncidentSummary")
}

/// All that is known of an incident but the older part of its timeline.
package struct IncidentAnswer: Codable, Hashable, Sendable {
  /// How many of the newest entries come with it; all of them come page by page.
  package static let entriesMax = 200

  package var summary: IncidentSummaryAnswer
  /// Of its newest event; its entity tag is made of it.
  package var version: Int64
  /// The moment as of which it is told; absent: as it is now.
  package var asOf: Instant?
  package var publicState: PublicState?
  package var isBackfilled: Bool
  package var stateSince: Instant?
  /// The states that can follow.
  package var nextStates: [IncidentState]
  package var declaredBy: String?
  /// Who may see it although it is private.
  package var members: [String]
  /// `INC-3`, of which it is part, where the reader may know of that one.
  package var mergedInto: String?
  /// Incidents that are part of it.
  package var mergedFrom: [String]
  /// All of them, those that are not known without `at`.
  package var instants: [InstantAnswer]
  package var spans: [SpanAnswer]
  package var roles: [RoleAnswer]
  package var promises: [PromiseAnswer]
  /// In their order.
  package var tasks: [IncidentTask]
  package var decisions: [DecisionAnswer]
  package var updates: [UpdateAnswer]
  package var evidence: [EvidenceAnswer]
  /// How suspects were judged.
  package var suspects: [SuspectJudged]
  /// Newest first, at most ``entriesMax``.
  package var entries: [IncidentEntry]
  package var entryCount: Int

  /// `now` is the moment by which promises are measured; `mergedInto` and `mergedFrom` are what the reader may see.
  package init(
    summary: IncidentSummaryAnswer, _ incident: Incident, policy: Policy, promises: [Promise], now: Instant,
    asOf: Instant? = nil, mergedInto: String? = nil, mergedFrom: [String] = [], calls: CallList = CallList(),
    names: KnownNames = KnownNames()
  ) {
    self.summary = summary
    version = incident.version
    self.asOf = asOf
    publicState = incident.publicState
    isBackfilled = incident.isBackfilled
    stateSince = incident.stateSince
    nextStates = incident.state.next
    declaredBy = incident.declaredBy
    members = incident.members.sorted()
    self.mergedInto = mergedInto
    self.mergedFrom = mergedFrom
    instants = InstantName.allCases.map { InstantAnswer($0, incident.instants[$0]) }
    spans = IncidentSpan.allCases.map { SpanAnswer($0, incident.length(of: $0)) }
    roles = RoleAnswer.all(of: incident, policy: policy, calls: calls, names: names)
    self.promises = promises.map { PromiseAnswer($0, now: asOf ?? now) }
    tasks = incident.tasks.sorted { ($0.order, $0.number) < ($1.order, $1.number) }
    decisions = incident.decisions.map(DecisionAnswer.init)
    updates = incident.updates.map { UpdateAnswer($0) }
    evidence = incident.evidence.map(EvidenceAnswer.init)
    suspects = incident.suspects
    entries = Array(incident.entriesInOrder.reversed().prefix(Self.entriesMax))
    entryCount = incident.entries.count
  }

  package static let schema = Schema.object(
    [
      .required("summary", IncidentSummaryAnswer.schema), .required("version", WireSchema.version),
      .optional("asOf", .instant), .optional("publicState", .choice(of: PublicState.self)),
      .required("isBackfilled", .flag), .optional("stateSince", .instant),
      .required("nextStates", .list(of: .choice(of: IncidentState.self), max: 20)),
      .optional("declaredBy", WireSchema.anyText), .required("members", .list(of: WireSchema.anyText, max: 1000)),
      .optional("mergedInto", WireSchema.incidentName),
      .required("mergedFrom", .list(of: WireSchema.incidentName, max: 10_000)),
      .required("instants", .list(of: InstantAnswer.schema, max: 20)),
      .required("spans", .list(of: SpanAnswer.schema, max: 20)),
      .required("roles", .list(of: RoleAnswer.schema, max: 100)),
      .required("promises", .list(of: PromiseAnswer.schema, max: 20)),
      .required("tasks", .list(of: EntrySchemas.task, max: 10_000)),
      .required("decisions", .list(of: DecisionAnswer.schema, max: 50_000)),
      .required("updates", .list(of: UpdateAnswer.schema, max: 10_000)),
      .required("evidence", .list(of: EvidenceAnswer.schema, max: 50_000)),
      .required("suspects", .list(of: EntrySchemas.suspect, max: 10_000)),
      .required("entries", .list(of: EntrySchemas.entry, max: entriesMax)),
      .required("entryCount", WireSchema.count),
    ], name: "Incident")
}

extension Incident {
  /// The timeline by when things happened, the oldest first.
  package var entriesInOrder: [IncidentEntry] { entries.sorted { ($0.at, $0.version) < ($1.at, $1.version) } }
}
