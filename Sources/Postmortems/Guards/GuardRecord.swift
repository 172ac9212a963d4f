package import Chronology
package import Incidents

/// What a guard's check came to.
package enum GuardStanding: String, Codable, CaseIterable, Hashable, Sendable {
  case holds
  case broken
  /// It could not be checked; never taken for green.
  case unknown
}

/// A guard that the record keeps: declared on an action, or known from the file of a machine that reported.
package struct GuardDeclaration: Codable, Hashable, Sendable {
  /// Lower case, unique: `all-servers-one-build`.
  package var name: String
  /// What must stay true, as a sentence.
  package var title: String
  /// Number of the incident that it protects against.
  package var incident: Int?
  package var action: ActionID?
  /// How it is checked, in the words of `mayday.yaml`; nil: by the file of the machine that runs it.
  ///
  /// Only requests and queries: a command never comes from the record.
  package var definition: String?
  /// How often the server checks it; nil: never.
  package var everyMinutes: Int?

  package init(
    name: String, title: String, incident: Int? = nil, action: ActionID? = nil, definition: String? = nil,
    everyMinutes: Int? = nil
  ) {
    self.name = name
    self.title = title
    self.incident = incident
    self.action = action
    self.definition = definition
    self.everyMinutes = everyMinutes
  }
}

/// A result that came in.
package struct GuardReport: Codable, Hashable, Sendable {
  package var standing: GuardStanding
  /// One line: what was seen, against what was expected.
  package var summary: String
  package var detail: String
  /// Where it ran: a host, a job.
  package var place: String

  package init(standing: GuardStanding, summary: String, detail: String = "", place: String = "") {
    self.standing = standing
    self.summary = summary
    self.detail = detail
    self.place = place
  }
}

/// What happened to a guard; its stream is `guard-1`.
package enum GuardEvent: Hashable, Sendable {
  case declared(GuardDeclaration)
  case reported(GuardReport)
  /// Nobody is to run it any more; the reason.
  case retired(String)

  /// Nil for a kind or a version that this Mayday does not know.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    switch (document.kind, document.version) {
    case ("guard-declared", 1): self = .declared(try document.decoded())
    case ("guard-reported", 1): self = .reported(try document.decoded())
    case ("guard-retired", 1): self = .retired(try document.decoded(Retirement.self).reason)
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .declared(let declaration): try .init("guard-declared", declaration)
    case .reported(let report): try .init("guard-reported", report)
    case .retired(let reason): try .init("guard-retired", Retirement(reason: reason))
    }
  }

  private struct Retirement: Codable {
    var reason: String
  }
}

/// A guard as its events add up.
package struct GuardRecord: Codable, Hashable, Sendable {
  package struct Result: Codable, Hashable, Sendable {
    package var content: GuardReport
    package var at: Instant
    package var by: String
  }

  package let number: Int
  package private(set) var version: Int64 = 0
  package private(set) var declaration = GuardDeclaration(name: "", title: Incident.erasedFacts.title)
  /// The newest first, no more than ``PostmortemLimits/guardReportsKept``.
  package private(set) var results: [Result] = []
  package private(set) var brokenCount = 0
  /// Since when it stands as it stands.
  package private(set) var standingSince: Instant?
  package private(set) var retired: String?

  package init(number: Int) { self.number = number }

  /// Nil: never checked.
  package var standing: GuardStanding? { results.first?.content.standing }

  package mutating func apply(_ event: GuardEvent, _ stamp: EventStamp) {
    version = stamp.version
    switch event {
    case .declared(let declaration):
      self.declaration = declaration
      retired = nil
    case .reported(let report):
      if standing != report.standing {
        standingSince = stamp.at
        if report.standing == .broken { brokenCount += 1 }
      }
      results.insert(Result(content: report, at: stamp.at, by: stamp.actor), at: 0)
      if results.count > PostmortemLimits.guardReportsKept { results.removeLast() }
    case .retired(let reason): retired = reason
    }
  }

  /// Counts an event whose content is not known or was erased.
  package mutating func skip(_ stamp: EventStamp) { version = stamp.version }

  /// Without the incident and the action that a reader may not know of.
  package func hiding(incident: Bool, action: Bool) -> GuardRecord {
    var copy = self
    if incident { copy.declaration.incident = nil }
    if action { copy.declaration.action = nil }
    return copy
  }
}
