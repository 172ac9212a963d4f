package import Accounts
package import Chronology
package import Incidents
package import Schemas
import WireSchemas

/// A word that is due, with its incident.
package struct DueWordAnswer: Codable, Hashable, Sendable {
  package var incident: IncidentSummaryAnswer
  package var promise: PromiseAnswer

  package init(incident: IncidentSummaryAnswer, promise: PromiseAnswer) {
    self.incident = incident
    self.promise = promise
  }

  package static let schema = Schema.object(
    [.required("incident", IncidentSummaryAnswer.schema), .required("promise", PromiseAnswer.schema)],
    name: "DueWord")
}

/// Something that nearly went wrong.
package struct NearMissAnswer: Codable, Hashable, Sendable {
  /// `NM-4`.
  package var id: String
  package var what: String
  package var stoppedBy: String
  package var idea: String
  package var reported: Instant
  package var by: String

  package init(number: Int, _ nearMiss: NearMiss, reported: Instant, by: String) {
    id = WireName.nearMiss(number)
    what = nearMiss.what
    stoppedBy = nearMiss.stoppedBy
    idea = nearMiss.idea
    self.reported = reported
    self.by = by
  }

  package static let schema = Schema.object(
    [
      .required("id", WireSchema.anyText), .required("what", WireSchema.anyText),
      .required("stoppedBy", WireSchema.anyText), .required("idea", WireSchema.anyText),
      .required("reported", .instant), .required("by", WireSchema.anyText),
    ], name: "NearMiss")
}

/// A moment of the evidence, and whether it stands in the incident's timeline.
package struct MomentAnswer: Codable, Hashable, Sendable {
  package var id: String
  package var at: Instant
  package var kind: String
  package var title: String
  package var reason: String
  package var count: Int
  /// 1 is the most important.
  package var rank: Int
  /// File and lines: `web.log:12`.
  package var reference: String
  package var isPicked: Bool

  package init(
    id: String, at: Instant, kind: String, title: String, reason: String, count: Int, rank: Int, reference: String,
    isPicked: Bool
  ) {
    self.id = id
    self.at = at
    self.kind = kind
    self.title = title
    self.reason = reason
    self.count = count
    self.rank = rank
    self.reference = reference
    self.isPicked = isPicked
  }

  package static let schema = Schema.object(
    [
      .required("id", WireSchema.anyText), .required("at", .instant), .required("kind", WireSchema.anyText),
      .required("title", WireSchema.anyText), .required("reason", WireSchema.anyText),
      .required("count", WireSchema.count), .required("rank", WireSchema.count),
      .required("reference", WireSchema.anyText), .required("isPicked", .flag),
    ], name: "Moment")
}

/// A change worth examining, never a verdict, with how it was judged.
package struct SuspectAnswer: Codable, Hashable, Sendable {
  package var id: String
  package var title: String
  package var at: Instant
  /// How well it fits what was seen, 0 to 1.
  package var score: Double
  package var reasons: [String]
  package var standing: SuspectStanding
  /// Why it stands so; absent while it is a candidate nobody looked at.
  package var reason: String?

  package init(
    id: String, title: String, at: Instant, score: Double, reasons: [String], standing: SuspectStanding, reason: String?
  ) {
    self.id = id
    self.title = title
    self.at = at
    self.score = score
    self.reasons = reasons
    self.standing = standing
    self.reason = reason
  }

  package static let schema = Schema.object(
    [
      .required("id", WireSchema.anyText), .required("title", WireSchema.anyText), .required("at", .instant),
      .required("score", .number(0...1)), .required("reasons", .list(of: WireSchema.anyText, max: 100)),
      .required("standing", .choice(of: SuspectStanding.self)), .optional("reason", WireSchema.anyText),
    ], name: "Suspect")
}

/// Something that a search found.
package struct SearchHitAnswer: Codable, Hashable, Sendable {
  /// `incident`, `entry`, `postmortem`, `near-miss`.
  package var kind: String
  /// `INC-12`, `PM-5`, `NM-4`.
  package var id: String
  package var title: String
  /// A piece of the text around what was found, without marks.
  package var excerpt: String
  /// Number of the entry, where it was found in one.
  package var entry: Int64?

  package init(kind: String, id: String, title: String, excerpt: String, entry: Int64? = nil) {
    self.kind = kind
    self.id = id
    self.title = title
    self.excerpt = excerpt
    self.entry = entry
  }

  package static let schema = Schema.object(
    [
      .required("kind", WireSchema.anyText), .required("id", WireSchema.anyText),
      .required("title", WireSchema.anyText), .required("excerpt", WireSchema.anyText),
      .optional("entry", WireSchema.version),
    ], name: "SearchHit")
}

/// That something changed, for those who follow along; what it is now is read from its own address.
package struct EventAnswer: Codable, Hashable, Sendable {
  /// Opaque; events after it are asked for with it.
  package var cursor: String
  /// `note-written`.
  package var kind: String
  /// `INC-12`; absent for a change of a postmortem.
  package var incident: String?
  /// `PM-3`; absent for a change of an incident.
  package var postmortem: String?
  package var version: Int64
  package var recorded: Instant

  package init(
    cursor: String, kind: String, incident: String? = nil, postmortem: String? = nil, version: Int64,
    recorded: Instant
  ) {
    self.cursor = cursor
    self.kind = kind
    self.incident = incident
    self.postmortem = postmortem
    self.version = version
    self.recorded = recorded
  }

  package static let schema = Schema.object(
    [
      .required("cursor", WireSchema.anyText), .required("kind", WireSchema.anyText),
      .optional("incident", WireSchema.incidentName), .optional("postmortem", PostmortemSchemas.postmortemName),
      .required("version", WireSchema.version), .required("recorded", .instant),
    ], name: "Event")
}

/// Who asks, and what they may.
package struct MeAnswer: Codable, Hashable, Sendable {
  package var account: String
  package var displayName: String
  package var role: AccountRole
  /// Absent: everything that the role may.
  package var scopes: [TokenScope]?
  /// `local`, `session`, `token`.
  package var origin: String
  package var permissions: [String]
  /// Of the Mayday that answers.
  package var mayday: String
  /// The interface that it speaks; see ``Operations/apiVersion``.
  package var api: Int

  package init(_ caller: Caller, mayday: String) {
    account = caller.account
    displayName = caller.displayName
    role = caller.role
    scopes = caller.scopes.map { $0.sorted { $0.rawValue < $1.rawValue } }
    origin =
      switch caller.origin {
      case .local: "local"
      case .session: "session"
      case .token: "token"
      }
    permissions = Permission.allCases.filter(caller.may).map(\.rawValue)
    self.mayday = mayday
    api = Operations.apiVersion
  }

  package static let schema = Schema.object(
    [
      .required("account", WireSchema.anyText), .required("displayName", WireSchema.anyText),
      .required("role", .choice(of: AccountRole.self)),
      .optional("scopes", .list(of: .choice(of: TokenScope.self), max: 3)),
      .required("origin", .choice(["local", "session", "token"])),
      .required("permissions", .list(of: .choice(of: Permission.self), max: 10)),
      .required("mayday", WireSchema.anyText), .required("api", WireSchema.count),
    ], name: "Me")
}
