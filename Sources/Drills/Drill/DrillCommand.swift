package import Chronology

/// What somebody wants done to a drill.
package enum DrillCommand: Hashable, Sendable {
  case plan(DrillPlanned)
  case start(incident: Int?)
  case linkIncident(Int)
  /// By hand: at once, whenever it was to come.
  case release(String)
  /// By the clock: all that are due now.
  case releaseDue
  case delay(String, seconds: Int)
  case skip(String, reason: String)
  /// The number is given when it is recorded.
  case add(InjectAdded)
  /// A file of what came is in the incident's evidence, under a number.
  case landFile(String, evidence: Int)
  /// It could not be brought in there.
  case refuseFile(String, reason: String)
  case observe(DrillObservation)
  case pause
  case resume
  case end
  case cancel(reason: String)
  case linkPostmortem(Int)
}

/// What a command is decided with beside the drill itself.
package struct DrillContext: Hashable, Sendable {
  package var actor: String
  package var now: Instant

  package init(actor: String, now: Instant) {
    self.actor = actor
    self.now = now
  }
}
