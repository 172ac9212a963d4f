package import Chronology
package import Incidents
package import Plans
package import Schemas
import WireSchemas

/// A word that is due.
package struct PromiseAnswer: Codable, Hashable, Sendable {
  package var audience: Audience
  package var due: Instant
  package var standing: Promise.Standing
  /// Negative when it is late.
  package var secondsLeft: Int
  package var isFirst: Bool
  package var speaker: String?
  package var holder: String?
  package var warnFrom: Instant
  /// Whether its clock stands still, as the drill is halted; absent while it goes.
  package var isHalted: Bool?

  package init(_ promise: Promise, now: Instant) {
    audience = promise.audience
    due = promise.due
    standing = promise.standing(at: now)
    secondsLeft = Int(promise.due.seconds(since: promise.clock(at: now)).rounded(.down))
    isHalted = promise.haltedAt == nil ? nil : true
    isFirst = promise.isFirst
    speaker = promise.speaker
    holder = promise.holder
    warnFrom = promise.warnFrom
  }

  package static let schema = Schema.object(
    [
      .required("audience", .choice(of: Audience.self)), .required("due", .instant),
      .required("standing", .choice(["ahead", "soon", "late"])),
      .required("secondsLeft", .integer(-9_007_199_254_740_991...9_007_199_254_740_991)),
      .required("isFirst", .flag), .optional("speaker", WireSchema.anyText), .optional("holder", WireSchema.anyText),
      .required("warnFrom", .instant), .optional("isHalted", .flag),
    ], name: "Promise")
}

extension Promise.Standing: Codable {}

/// One of the named instants; without `at` it is not known.
package struct InstantAnswer: Codable, Hashable, Sendable {
  package var name: InstantName
  package var at: Instant?
  package var basis: NamedInstant.Basis?
  package var reason: String?

  package init(_ name: InstantName, _ known: NamedInstant?) {
    self.name = name
    at = known?.at
    basis = known?.basis
    reason = known?.reason
  }

  package static let schema = Schema.object(
    [
      .required("name", .choice(of: InstantName.self)), .optional("at", .instant),
      .optional("basis", .choice(["event", "stated", "document"])), .optional("reason", WireSchema.anyText),
    ], name: "NamedInstant")
}

/// How long something took, or why that is not known.
package struct SpanAnswer: Codable, Hashable, Sendable {
  package enum Standing: String, Codable, CaseIterable, Hashable, Sendable {
    case known
    case missing
    /// It would end before it began.
    case invalid
  }

  package var name: String
  package var standing: Standing
  package var seconds: Double?
  /// Instants that are not known.
  package var missing: [InstantName]

  package init(_ span: IncidentSpan, _ length: IncidentSpan.Length) {
    name = span.rawValue
    missing = []
    switch length {
    case .seconds(let seconds):
      standing = .known
      self.seconds = seconds
    case .missing(let names):
      standing = .missing
      missing = names
    case .invalid: standing = .invalid
    }
  }

  package static let schema = Schema.object(
    [
      .required("name", .choice(of: IncidentSpan.self)), .required("standing", .choice(of: Standing.self)),
      .optional("seconds", .number(0...1e12)), .required("missing", .list(of: .choice(of: InstantName.self), max: 2)),
    ], name: "Span")
}

/// A role with who has it now and who had it.
package struct RoleAnswer: Codable, Hashable, Sendable {
  package var role: String
  package var name: String
  /// Absent: nobody.
  package var person: String?
  package var since: Instant?
  /// Whether the severity asks for it and nobody has it.
  package var isWanted: Bool
  /// Oldest first, whoever has it now included.
  package var holdings: [RoleHolding]
  /// Who can be asked to take it today, whoever is asked first standing first; empty once the incident is over.
  package var asked: [CallList.Asked] = []
  /// Those who fill it and cannot be called today.
  package var away: [String] = []
  /// What speaks against the name of whoever has it; absent where nothing does.
  package var doubt: NameDoubt?

  /// `calls` and `names` tell of a running incident whom to ask, and whether whoever has a role is known here.
  package static func all(
    of incident: Incident, policy: Policy, calls: CallList = CallList(), names: KnownNames = KnownNames()
  ) -> [RoleAnswer] {
    let wanted = Set(incident.rolesToFill(by: policy).map(\.id))
    let asked = policy.severity(incident.facts.severity)?.roles ?? []
    let held = incident.holdings.map(\.role)
    let next = incident.plans.flatMap(\.next).flatMap(\.content.responsible).compactMap {
      policy.definition(called: $0)?.id
    }
    let known = policy.roles.filter {
      asked.contains($0.id) || held.contains($0.id) || incident.state.isRunning && next.contains($0.id)
    }
    // A role that the policy no longer has was still held by somebody.
    let gone = Set(held).subtracting(policy.roles.map(\.id)).sorted()
    return (known.map { ($0.id, $0.name) } + gone.map { ($0, $0) }).map { id, name in
      let holdings = incident.holdings.filter { $0.role == id }
      let current = holdings.last { $0.until == nil }
      var answer = RoleAnswer(
        role: id, name: name, person: current?.person, since: current?.from, isWanted: wanted.contains(id),
        holdings: holdings)
      guard incident.state.isRunning else { return answer }
      let call = calls.call(for: id)
      answer.asked = call.asked
      answer.away = call.away
      answer.doubt = answer.person.flatMap { names.doubt(about: $0, in: incident) }
      return answer
    }
  }

  package static let schema = Schema.object(
    [
      .required("role", WireSchema.anyText), .required("name", WireSchema.anyText),
      .optional("person", WireSchema.anyText), .optional("since", .instant), .required("isWanted", .flag),
      .required("holdings", .list(of: EntrySchemas.holding, max: 50_000)),
      .required("asked", .list(of: CallSchemas.asked, max: CallList.askedMax)),
      .required("away", .list(of: WireSchema.anyText, max: Roster.peopleMax)),
      .optional("doubt", CallSchemas.doubt),
    ], name: "Role")
}

/// A decision with what was known, and what was seen differently.
package struct DecisionAnswer: Codable, Hashable, Sendable {
  /// A view of it that somebody did not share.
  package struct Dissent: Codable, Hashable, Sendable {
    package var text: String
    package var by: String
  }

  /// Names it within the incident.
  package var entry: Int64
  package var what: String
  package var why: String
  package var options: [String]
  package var known: String
  package var by: String
  package var at: Instant
  package var dissents: [Dissent]

  package init(_ decision: IncidentDecision) {
    entry = decision.version
    what = decision.record.what
    why = decision.record.why
    options = decision.record.options
    known = decision.record.known
    by = decision.record.by
    at = decision.at
    dissents = decision.dissents.map { Dissent(text: $0.text, by: $0.by) }
  }

  package static let schema = Schema.object(
    [
      .required("entry", WireSchema.version), .required("what", WireSchema.anyText),
      .required("why", WireSchema.anyText), .required("options", .list(of: WireSchema.anyText, max: 100)),
      .required("known", WireSchema.anyText), .required("by", WireSchema.anyText), .required("at", .instant),
      .required(
        "dissents",
        .list(
          of: .object([.required("text", WireSchema.anyText), .required("by", WireSchema.anyText)]), max: 50_000)),
    ], name: "Decision")
}

/// A file of the evidence.
package struct EvidenceAnswer: Codable, Hashable, Sendable {
  package var number: Int
  package var name: String
  package var bytes: Int64
  package var sha256: String
  /// What it was recognised as, in a line.
  package var reading: String
  package var added: Instant
  package var by: String

  package init(_ evidence: IncidentEvidence) {
    number = evidence.content.evidence
    name = evidence.content.name
    bytes = evidence.content.bytes
    sha256 = evidence.content.sha256
    reading = evidence.content.reading
    added = evidence.added
    by = evidence.by
  }

  package static let schema = Schema.object(
    [
      .required("number", WireSchema.count), .required("name", WireSchema.anyText),
      .required("bytes", WireSchema.version), .required("sha256", .matching("^[0-9a-f]{64}$", max: 64)),
      .required("reading", WireSchema.anyText), .required("added", .instant), .required("by", WireSchema.anyText),
    ], name: "Evidence")
}

extension RoleAnswer {
  /// The role as it was held at an instant.
  package func held(at instant: Instant, in incident: Incident) -> RoleAnswer {
    var copy = self
    copy.person = incident.holder(of: role, at: instant)
    copy.since = holdings.last { $0.from <= instant && $0.person == copy.person }?.from
    copy.isWanted = false
    copy.asked = []
    copy.away = []
    copy.doubt = nil
    return copy
  }
}
