package import Chronology
package import Incidents

/// An incident as lists show it.
package struct IncidentSummaryAnswer: Codable, Hashable, Sendable {
  /// `INC-12`.
  package var id: String
  package var title: String
  /// 1 is the worst; absent when it is not known.
  package var severity: Int?
  package var severityName: String
  package var state: IncidentState
  package var publicState: PublicState?
  package var isRunning: Bool
  package var isPrivate: Bool
  package var isDrill: Bool
  package var isBackfilled: Bool
  package var impact: String?
  package var components: [String]
  package var commander: String?
  package var impactStarted: Instant?
  package var declared: Instant?
  package var resolved: Instant?
  /// `INC-3`, of which it is part.
  package var mergedInto: String?
  /// The soonest word that is due.
  package var nextWord: PromiseAnswer?
  package var openTaskCount: Int
  /// `PM-5`.
  package var postmortem: String?
  /// Of its newest event; its entity tag is made of it.
  package var version: Int64

  package init(_ incident: Incident, policy: Policy, now: Instant) {
    id = WireName.incident(incident.number)
    title = incident.facts.title
    severity = incident.facts.severity
    severityName = policy.severityName(incident.facts.severity)
    state = incident.state
    publicState = incident.publicState
    isRunning = incident.state.isRunning
    isPrivate = incident.isPrivate
    isDrill = incident.isDrill
    isBackfilled = incident.isBackfilled
    impact = incident.facts.impact.flatMap { $0.isEmpty ? nil : $0 }
    components = incident.components
    commander = incident.holder(of: RoleDefinition.commander)
    impactStarted = incident.instants[.impactStarted]?.at
    declared = incident.instants[.declared]?.at
    resolved = incident.instants[.resolved]?.at
    mergedInto = incident.mergedInto.map(WireName.incident)
    nextWord = incident.promises(by: policy).first.map { PromiseAnswer($0, now: now) }
    openTaskCount = incident.openTasks.count
    postmortem = incident.postmortem.map(WireName.postmortem)
    version = incident.version
  }

  static let properties: [Schema.Property] = [
    .required("id", WireSchema.incidentName), .required("title", WireSchema.anyText),
    .optional("severity", WireSchema.count), .required("severityName", WireSchema.anyText),
    .required("state", .choice(of: IncidentState.self)), .optional("publicState", .choice(of: PublicState.self)),
    .required("isRunning", .flag), .required("isPrivate", .flag), .required("isDrill", .flag),
    .required("isBackfilled", .flag), .optional("impact", WireSchema.anyText),
    .required("components", .list(of: WireSchema.anyText, max: 1000)), .optional("commander", WireSchema.anyText),
    .optional("impactStarted", .instant), .optional("declared", .instant), .optional("resolved", .instant),
    .optional("mergedInto", WireSchema.incidentName), .optional("nextWord", PromiseAnswer.schema),
    .required("openTaskCount", WireSchema.count), .optional("postmortem", WireSchema.anyText),
    .required("version", WireSchema.version),
  ]
  package static let schema = Schema.object(properties, name: "IncidentSummary")
}

/// All that is known of an incident but the older part of its timeline.
package struct IncidentAnswer: Codable, Hashable, Sendable {
  /// How many of the newest entries come with it; all of them come page by page.
  package static let entriesMax = 200

  package var summary: IncidentSummaryAnswer
  /// The moment as of which it is told; absent: as it is now.
  package var asOf: Instant?
  package var stateSince: Instant?
  /// The states that can follow.
  package var nextStates: [IncidentState]
  package var declaredBy: String?
  /// Who may see it although it is private.
  package var members: [String]
  package var instants: [InstantAnswer]
  package var spans: [SpanAnswer]
  package var roles: [RoleAnswer]
  package var promises: [PromiseAnswer]
  package var tasks: [IncidentTask]
  package var decisions: [DecisionAnswer]
  package var updates: [UpdateAnswer]
  package var evidence: [EvidenceAnswer]
  package var suspects: [SuspectJudged]
  /// Newest first, at most ``entriesMax``.
  package var entries: [IncidentEntry]
  package var entryCount: Int

  package init(_ incident: Incident, policy: Policy, now: Instant, asOf: Instant? = nil) {
    summary = IncidentSummaryAnswer(incident, policy: policy, now: asOf ?? now)
    self.asOf = asOf
    stateSince = incident.stateSince
    nextStates = incident.state.next
    declaredBy = incident.declaredBy
    members = incident.members.sorted()
    instants = InstantName.allCases.map { InstantAnswer($0, incident.instants[$0]) }
    spans = IncidentSpan.allCases.map { SpanAnswer($0, incident.length(of: $0)) }
    roles = RoleAnswer.all(of: incident, policy: policy)
    promises = incident.promises(by: policy).map { PromiseAnswer($0, now: asOf ?? now) }
    tasks = incident.tasks.sorted { ($0.order, $0.number) < ($1.order, $1.number) }
    decisions = incident.decisions.map(DecisionAnswer.init)
    updates = incident.updates.map { UpdateAnswer($0) }
    evidence = incident.evidence.map(EvidenceAnswer.init)
    suspects = incident.suspects
    let ordered = incident.entries.sorted { ($0.at, $0.version) > ($1.at, $1.version) }
    entries = Array(ordered.prefix(Self.entriesMax))
    entryCount = incident.entries.count
  }

  package static let schema = Schema.object(
    [
      .required("summary", IncidentSummaryAnswer.schema), .optional("asOf", .instant),
      .optional("stateSince", .instant),
      .required("nextStates", .list(of: .choice(of: IncidentState.self), max: 20)),
      .optional("declaredBy", WireSchema.anyText), .required("members", .list(of: WireSchema.anyText, max: 1000)),
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
