package import Chronology
package import Documents
package import Drills
package import Findings
package import Incidents
package import Postmortems
package import TimelineBuilding

/// `INC-1`: counted from 1 in the order of their recording.
package struct IncidentID: Hashable, Sendable, Codable, CustomStringConvertible {
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Reads `INC-12` in any case; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let lower = text.lowercased()
    guard lower.hasPrefix("inc-"), lower.count <= 14, let number = Int(lower.dropFirst(4)), number > 0 else {
      return nil
    }
    self.number = number
  }

  package var description: String { "INC-\(number)" }
}

/// `PM-1`: counted from 1 in the order of their recording.
package struct PostmortemID: Hashable, Sendable, Codable, CustomStringConvertible {
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Reads `PM-12` in any case; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let lower = text.lowercased()
    guard lower.hasPrefix("pm-"), lower.count <= 13, let number = Int(lower.dropFirst(3)), number > 0 else {
      return nil
    }
    self.number = number
  }

  package var description: String { "PM-\(number)" }
}

/// What the first page shows.
package struct HomeView: Sendable {
  /// Newest first.
  package var incidents: [IncidentSummary]
  /// Newest first.
  package var postmortems: [PostmortemSummary]
  /// For administrators alone: what others may not see counts in it too.
  package var record: RecordSummary?
  /// How many there are that the reader may know of; ``incidents`` holds the newest, and all that are running.
  package var incidentCount = 0
  /// How many there are; ``postmortems`` holds the newest.
  package var postmortemCount = 0
  /// Drills that are being played and in which the reader has a part.
  package var drills: [DrillListing] = []
  /// How many plans are kept, and how many people can be called.
  package var planCount = 0
  package var peopleCount = 0
  package var policy: Policy = .standard
  /// When this was read.
  package var now = Instant(seconds: 0)
  /// As it was known then; nil: now.
  package var asOf: Instant?

  package init(incidents: [IncidentSummary], postmortems: [PostmortemSummary], record: RecordSummary?) {
    self.incidents = incidents
    self.postmortems = postmortems
    self.record = record
    incidentCount = incidents.count
    postmortemCount = postmortems.count
  }
}

/// One incident as lists show it.
package struct IncidentSummary: Sendable {
  package var id: IncidentID
  package var title: String
  /// 1 is the worst; nil is not known.
  package var severity: Int?
  package var status: String
  package var started: Instant?
  package var ended: Instant?
  /// One sentence on what users felt.
  package var impact: String?
  package var momentCount: Int
  package var postmortem: PostmortemID?
  /// Nil where only a document speaks of it.
  package var state: IncidentState?
  package var declared: Instant?
  /// Who leads.
  package var commander: String?
  /// The next word that is due, to whomever.
  package var nextWord: Promise?
  package var components: [String] = []
  package var isPrivate = false
  package var isDrill = false

  package init(
    id: IncidentID, title: String, severity: Int?, status: String, started: Instant?, ended: Instant?, impact: String?,
    momentCount: Int, postmortem: PostmortemID?
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.status = status
    self.started = started
    self.ended = ended
    self.impact = impact
    self.momentCount = momentCount
    self.postmortem = postmortem
  }
}

/// One postmortem as lists show it, with what the reviewer counts in it.
package struct PostmortemSummary: Sendable {
  package var id: PostmortemID
  /// Nil without one.
  package var incident: IncidentID?
  package var title: String
  package var status: String
  /// When it was put into the record.
  package var recorded: Instant
  package var errorCount: Int
  package var warningCount: Int
  package var openActionCount: Int
  package var stage = PostmortemStage.draft
  package var origin = PostmortemOrigin.document

  package init(
    id: PostmortemID, incident: IncidentID?, title: String, status: String, recorded: Instant, errorCount: Int,
    warningCount: Int, openActionCount: Int
  ) {
    self.id = id
    self.incident = incident
    self.title = title
    self.status = status
    self.recorded = recorded
    self.errorCount = errorCount
    self.warningCount = warningCount
    self.openActionCount = openActionCount
  }
}

/// How the record stands.
package struct RecordSummary: Sendable {
  package var eventCount: Int
  /// Hash of the newest event, lower-case hexadecimal; nil for an empty record.
  package var head: String?
  package var lastRecorded: Instant?

  package init(eventCount: Int, head: String?, lastRecorded: Instant?) {
    self.eventCount = eventCount
    self.head = head
    self.lastRecorded = lastRecorded
  }
}

/// One incident: what was recorded of it, and its evidence timeline.
package struct IncidentView: Sendable {
  package var summary: IncidentSummary
  /// What the evidence says; nil when none was attached.
  package var timeline: TimelineReport?
  package var postmortem: PostmortemSummary?
  /// All that its events add up to.
  package var incident: Incident
  package var policy: Policy
  /// The words that are due, soonest first.
  package var promises: [Promise] = []
  /// All components, for whoever writes updates.
  package var components: [ComponentDefinition] = []
  /// When this was read, by the clock of the machine that holds the record.
  package var now: Instant
  /// As it was known then; nil: now.
  package var asOf: Instant?
  /// The incident that it was merged into, where the reader may see it.
  package var mergedInto: IncidentSummary?
  /// Incidents that were merged into it.
  package var mergedFrom: [IncidentSummary] = []
  /// Who can be called, whose names are known, what its plans say.
  package var aids = IncidentAids()
  /// What the reviewer says of each update that has not gone out, by its number.
  package var findings: [Int: [Finding]] = [:]

  package init(
    summary: IncidentSummary, timeline: TimelineReport?, postmortem: PostmortemSummary?, incident: Incident? = nil,
    policy: Policy = .standard, now: Instant = Instant(seconds: 0)
  ) {
    self.summary = summary
    self.timeline = timeline
    self.postmortem = postmortem
    self.incident = incident ?? Incident(number: summary.id.number)
    self.policy = policy
    self.now = now
  }
}

/// One postmortem with what the reviewer says of it.
package struct PostmortemView: Sendable {
  package var summary: PostmortemSummary
  /// Nil without one.
  package var incident: IncidentSummary?
  /// The whole document: the words of its sections with its parts written out among them.
  package var document: PostmortemDocument
  /// About ``document``, by its lines.
  package var findings: [Finding]
  /// All that its events add up to; of the accounts only those that the reader may see.
  package var postmortem: Postmortem
  /// What would keep it from being final now.
  package var gates: [ShutGate] = []
  package var policy: Policy = .standard
  /// When this was read, by the clock of the machine that holds the record.
  package var now = Instant(seconds: 0)

  package init(
    summary: PostmortemSummary, incident: IncidentSummary?, document: PostmortemDocument, findings: [Finding],
    postmortem: Postmortem? = nil
  ) {
    self.summary = summary
    self.incident = incident
    self.document = document
    self.findings = findings
    self.postmortem = postmortem ?? Postmortem(number: summary.id.number)
  }
}
