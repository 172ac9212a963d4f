package import Chronology

/// How far a maintenance is.
package enum MaintenanceState: String, Codable, CaseIterable, Hashable, Sendable {
  case scheduled
  case inProgress = "in-progress"
  case verifying
  case completed
  case cancelled

  package var isOver: Bool { self == .completed || self == .cancelled }

  package var next: [MaintenanceState] {
    switch self {
    case .scheduled: [.inProgress, .cancelled]
    case .inProgress: [.verifying, .completed]
    case .verifying: [.completed, .inProgress]
    case .completed, .cancelled: []
    }
  }
}

/// Work that customers are told of beforehand.
package struct MaintenancePlan: Codable, Hashable, Sendable {
  package var title: String
  /// What is done, and what readers will notice; Markdown.
  package var text: String
  package var from: Instant
  package var until: Instant
  /// Identifiers.
  package var components: [String]

  package init(title: String, text: String = "", from: Instant, until: Instant, components: [String] = []) {
    self.title = title
    self.text = text
    self.from = from
    self.until = until
    self.components = components
  }

  package func checked(components known: [String]) throws(IncidentRefusal) -> MaintenancePlan {
    guard until > from else {
      throw IncidentRefusal(
        .invalidInstant, place: "until", message: "it would end at \(until.rfc3339), before it begins",
        hint: "it begins at \(from.rfc3339)")
    }
    guard until.seconds(since: from) <= 31 * 86_400 else {
      throw IncidentRefusal(
        .invalidInstant, place: "until", message: "it would take longer than 31 days", hint: "announce it in parts")
    }
    try CommandCheck.components(components, known: known)
    var plan = self
    plan.title = try TextCheck.line(title, "title", max: IncidentLimits.titleScalarsMax)
    plan.text = try TextCheck.optional(text, "text", max: IncidentLimits.textScalarsMax)
    return plan
  }
}

/// A maintenance went on to another state.
package struct MaintenanceProgress: Codable, Hashable, Sendable {
  package var state: MaintenanceState
  /// What readers are told; empty: nothing beside the state.
  package var note: String

  package init(state: MaintenanceState, note: String = "") {
    self.state = state
    self.note = note
  }
}

/// What happened to a maintenance; its stream is `maintenance-1`.
package enum MaintenanceEvent: Hashable, Sendable {
  case scheduled(MaintenancePlan)
  case rescheduled(MaintenancePlan)
  case progressed(MaintenanceProgress)

  /// Nil for a kind or a version that this Mayday does not know.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    switch (document.kind, document.version) {
    case ("maintenance-scheduled", 1): self = .scheduled(try document.decoded())
    case ("maintenance-rescheduled", 1): self = .rescheduled(try document.decoded())
    case ("maintenance-progressed", 1): self = .progressed(try document.decoded())
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .scheduled(let plan): try .init("maintenance-scheduled", plan)
    case .rescheduled(let plan): try .init("maintenance-rescheduled", plan)
    case .progressed(let progress): try .init("maintenance-progressed", progress)
    }
  }
}

/// A maintenance as its events add up.
package struct Maintenance: Codable, Hashable, Sendable {
  /// One state that it went through.
  package struct Step: Codable, Hashable, Sendable {
    package var version: Int64
    package var state: MaintenanceState
    package var note: String
    package var at: Instant
  }

  package let number: Int
  package private(set) var version: Int64 = 0
  package private(set) var plan: MaintenancePlan
  package private(set) var state = MaintenanceState.scheduled
  /// Oldest first.
  package private(set) var steps: [Step] = []
  /// How often it was planned anew.
  package private(set) var rescheduledCount = 0

  package init(number: Int, plan: MaintenancePlan) {
    self.number = number
    self.plan = plan
  }

  package mutating func apply(_ event: MaintenanceEvent, _ stamp: EventStamp) {
    version = stamp.version
    switch event {
    case .scheduled(let plan):
      self.plan = plan
      steps.append(Step(version: stamp.version, state: .scheduled, note: "", at: stamp.recorded))
    case .rescheduled(let plan):
      self.plan = plan
      rescheduledCount += 1
      steps.append(Step(version: stamp.version, state: state, note: "The time was changed.", at: stamp.recorded))
    case .progressed(let progress):
      state = progress.state
      steps.append(Step(version: stamp.version, state: progress.state, note: progress.note, at: stamp.recorded))
    }
  }

  package func checked(_ progress: MaintenanceProgress) throws(IncidentRefusal) -> MaintenanceProgress {
    guard state == progress.state || state.next.contains(progress.state) else {
      throw IncidentRefusal(
        .wrongState, place: "state",
        message: "a maintenance that is \(state.rawValue) does not become \(progress.state.rawValue)",
        hint: state.next.isEmpty
          ? "it is over: schedule another"
          : "from here it can become: \(state.next.map(\.rawValue).joined(separator: ", "))")
    }
    let note = try TextCheck.optional(progress.note, "note", max: IncidentLimits.textScalarsMax)
    if state == progress.state, note.isEmpty { throw .nothingNew("state") }
    return MaintenanceProgress(state: progress.state, note: note)
  }
}
