package import Chronology
package import Incidents

/// What the record holds that answers an auditor, of what whoever asks may know of.
package struct AuditFacts: Sendable {
  /// A plan with what is known of it beside its text.
  package struct KeptPlan: Sendable {
    package var plan: Plan
    package var record: TextRecord
    package var entry: PlanRegister.Entry

    package init(plan: Plan, record: TextRecord, entry: PlanRegister.Entry) {
      self.plan = plan
      self.record = record
      self.entry = entry
    }
  }

  /// A postmortem of an incident of ours, with how far its actions are.
  package struct Postmortem: Hashable, Sendable {
    /// `PM-3`.
    package var name: String
    package var title: String
    /// Number of its incident.
    package var incident: Int?
    package var isFinal: Bool
    package var verifiedCount = 0
    /// Done, and nobody has shown yet that it does what it was for.
    package var doneCount = 0
    package var openCount = 0
    /// Of the open ones, those whose day has passed.
    package var overdueCount = 0

    package init(name: String, title: String, incident: Int?, isFinal: Bool) {
      self.name = name
      self.title = title
      self.incident = incident
      self.isFinal = isFinal
    }
  }

  /// The newest event of the record, for who may know how much there is in it.
  package struct Head: Hashable, Sendable {
    package var eventCount: Int
    package var hash: String
    package var recorded: Instant?

    package init(eventCount: Int, hash: String, recorded: Instant?) {
      self.eventCount = eventCount
      self.hash = hash
      self.recorded = recorded
    }
  }

  /// Days that are looked at, both included.
  package var from: CivilDate
  package var until: CivilDate
  package var today: CivilDate
  package var policy: Policy
  package var covers: [RoleCover]
  /// The greatest risk first.
  package var plans: [KeptPlan]
  /// Of these days, the oldest first; drills are not among them.
  package var incidents: [AuditIncident] = []
  package var drillCount = 0
  package var nearMissCount = 0
  /// Of ``incidents``.
  package var postmortems: [Postmortem] = []
  package var guardCount = 0
  package var guardsHolding = 0
  package var head: Head?

  package init(
    from: CivilDate, until: CivilDate, today: CivilDate, policy: Policy, covers: [RoleCover], plans: [KeptPlan]
  ) {
    self.from = from
    self.until = until
    self.today = today
    self.policy = policy
    self.covers = covers
    self.plans = plans
  }

  /// Whether a plan was played within a year of today.
  func wasPlayed(_ kept: KeptPlan) -> Bool {
    guard let last = kept.entry.lastPlayed else { return false }
    return today.daysSinceEpoch - last.daysSinceEpoch <= 366
  }

  /// Incidents that turned out to be some.
  var real: [AuditIncident] { incidents.filter { ![.declined, .cancelled, .merged].contains($0.state) } }
}

/// What an auditor asks of one incident.
package struct AuditIncident: Hashable, Sendable {
  /// What became of the steps of a plan that it followed.
  package struct Followed: Hashable, Sendable {
    package var plan: String
    package var done: Int
    package var replaced: Int
    package var skipped: Int
    package var open: Int
    package var begun: Instant
  }

  package var number: Int
  package var title: String
  package var state: IncidentState
  /// As the policy calls it; nil where nobody graded it.
  package var severity: String?
  package var needsPostmortem: Bool
  package var declared: Instant?
  /// When its severity became what it is.
  package var graded: Instant?
  /// When somebody first had the lead.
  package var led: Instant?
  /// When users were well again.
  package var wellAgain: Instant?
  package var plans: [Followed]
  package var updateCount: Int
  package var missedCount: Int
  package var evidenceCount: Int
  package var isPrivate: Bool

  package var name: String { "INC-\(number)" }

  package init(_ incident: Incident, policy: Policy) {
    number = incident.number
    title = incident.facts.title
    state = incident.state
    let level = policy.severity(incident.facts.severity)
    severity = incident.facts.severity.map { policy.severityName($0) }
    needsPostmortem = level?.needsPostmortem ?? false
    declared = incident.instants[.declared]?.at
    graded = incident.facts.severity == nil ? nil : incident.severitySince
    led = incident.holdings.first { $0.role == RoleDefinition.commander }?.from
    wellAgain = (incident.instants[.mitigated] ?? incident.instants[.resolved])?.at
    plans = incident.plans.filter { $0.dropped == nil }.map { plan in
      func count(_ state: StepTicked.State) -> Int { plan.steps.count { $0.state == state } }
      return Followed(
        plan: plan.content.plan, done: count(.done), replaced: count(.replaced), skipped: count(.skipped),
        open: plan.openCount, begun: plan.begun)
    }
    updateCount = incident.updates.count { $0.published != nil }
    missedCount = incident.missed.count
    evidenceCount = incident.evidence.count
    isPrivate = incident.isPrivate
  }

  /// Seconds from its declaration; nil where one of the two is not known, or it came before.
  func seconds(to instant: Instant?) -> Double? {
    guard let declared, let instant, instant >= declared else { return nil }
    return instant.seconds(since: declared)
  }
}
