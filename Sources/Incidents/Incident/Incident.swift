package import Chronology

/// An incident as its events add up.
package struct Incident: Codable, Hashable, Sendable {
  /// Stands where the event that named the incident was erased.
  package static let erasedFacts = IncidentFacts(title: "(erased)", status: "erased")

  package let number: Int
  /// Of the newest event.
  package internal(set) var version: Int64 = 0
  package internal(set) var facts: IncidentFacts
  package internal(set) var state: IncidentState = .resolved
  /// When it came into its state.
  package internal(set) var stateSince: Instant?
  /// When its severity became what it is.
  package internal(set) var severitySince: Instant?
  /// Whether it was declared in Mayday, not read out of a document alone.
  package internal(set) var isDeclared = false
  package internal(set) var isPrivate = false
  package internal(set) var isDrill = false
  /// Seconds of the incident in one second: what is due comes so many times sooner in a drill that is played faster.
  package internal(set) var pace = 1
  /// When the clock of a drill's incident stood still, in order.
  package internal(set) var halts: [ClockHalt] = []
  package internal(set) var isBackfilled = false
  package internal(set) var declaredBy: String?
  /// Those who may see it although it is private, beside its declarer and whoever has a role.
  package internal(set) var members: Set<String> = []
  package internal(set) var components: [String] = []
  /// Number of the incident that it is part of.
  package internal(set) var mergedInto: Int?
  package internal(set) var instants: [InstantName: NamedInstant] = [:]
  /// In the order of their beginning.
  package internal(set) var holdings: [RoleHolding] = []
  package internal(set) var entries: [IncidentEntry] = []
  package internal(set) var decisions: [IncidentDecision] = []
  package internal(set) var tasks: [IncidentTask] = []
  /// Plans that it follows or followed, in the order of their beginning.
  package internal(set) var plans: [IncidentPlan] = []
  package internal(set) var updates: [IncidentUpdate] = []
  /// What customers read it under: its title when the last word to them went out; nil before the first.
  package internal(set) var headline: String?
  package internal(set) var evidence: [IncidentEvidence] = []
  /// The newest judgement of each suspect.
  package internal(set) var suspects: [SuspectJudged] = []
  package internal(set) var missed: [PromiseMissed] = []
  package internal(set) var timeline: AttachedTimeline?
  /// Number of the postmortem that is about it.
  package internal(set) var postmortem: Int?

  /// An incident without events, or as far as it is kept elsewhere.
  package init(
    number: Int, facts: IncidentFacts = Incident.erasedFacts, timeline: AttachedTimeline? = nil, postmortem: Int? = nil
  ) {
    self.number = number
    self.facts = facts
    self.timeline = timeline
    self.postmortem = postmortem
  }
}

extension Incident {
  /// Whether a person may know of it.
  ///
  /// Administrators may know of all; that is for the caller to add.
  package func isVisible(to account: String) -> Bool {
    !isPrivate || declaredBy == account || members.contains(account)
      || holdings.contains { $0.person == account && $0.until == nil }
  }

  /// Who has a role now.
  package func holder(of role: String) -> String? {
    holdings.last { $0.role == role && $0.until == nil }?.person
  }

  /// Who had a role at an instant.
  package func holder(of role: String, at instant: Instant) -> String? {
    holdings.last { $0.role == role && $0.from <= instant && ($0.until.map { $0 > instant } ?? true) }?.person
  }

  /// Roles that its severity asks for and nobody has; none once it is over.
  package func rolesToFill(by policy: Policy) -> [RoleDefinition] {
    guard state.isRunning else { return [] }
    return (policy.severity(facts.severity)?.roles ?? [RoleDefinition.commander])
      .filter { holder(of: $0) == nil }.compactMap(policy.role)
  }

  /// How long a span took, or why that is not known.
  package func length(of span: IncidentSpan) -> IncidentSpan.Length {
    let (from, to) = span.ends
    guard let start = instants[from]?.at, let end = instants[to]?.at else {
      return .missing([from, to].filter { instants[$0] == nil })
    }
    return end < start ? .invalid : .seconds(end.seconds(since: start))
  }

  /// Pairs of instants that cannot both be right, as they stand in life: what should come first, and what before it.
  package var contradictions: [(earlier: InstantName, later: InstantName)] {
    IncidentSpan.allCases.compactMap { span in
      length(of: span) == .invalid ? (span.ends.from, span.ends.to) : nil
    }
  }

  /// What people outside read it under.
  ///
  /// Its title today is the team's own until the next word goes out.
  package var publicTitle: String { headline ?? facts.title }

  /// Since when people were told that it is, where that is earlier than the record says, or the record says nothing.
  package var toldBeginning: (at: Instant, update: IncidentUpdate)? {
    let told = updates.filter(\.isOut).compactMap { update in update.text.since.map { (at: $0, update: update) } }
    guard let first = told.min(by: { $0.at < $1.at }) else { return nil }
    if let known = instants[.impactStarted]?.at, known <= first.at { return nil }
    return first
  }

  /// What people outside were told last; what its state says where they were told nothing.
  package var publicState: PublicState? {
    updates.last { $0.isOut && $0.audience == .customers }?.state ?? state.publicState
  }
}
