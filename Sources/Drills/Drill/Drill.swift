package import Chronology

/// A drill as its events add up.
package struct Drill: Codable, Hashable, Sendable {
  package enum State: String, Codable, CaseIterable, Hashable, Sendable {
    case planned
    case running
    /// Halted: drill time stands still.
    case paused
    case ended
    case cancelled
  }

  /// An inject as it stands in this drill.
  package struct DrillInject: Codable, Hashable, Sendable {
    package var number: String
    package var kind: InjectKind?
    package var from: String
    package var text: String
    /// Names of the files that come with it.
    package var files: [String] = []
    /// Second of drill time at which it is to come; nil: by hand only.
    package var dueSeconds: Int?
    /// As the scenario has it; nil where it has none.
    package var plannedSeconds: Int?
    package var isAdded: Bool
    package var released: Instant?
    package var releasedBy: String?
    /// Of the event by which it came; tells the order of those that came at the same instant.
    package var releasedVersion: Int64?
    /// Why it is not to come.
    package var skipped: String?

    /// Whether it can still come by the clock.
    package var isWaiting: Bool { released == nil && skipped == nil }
  }

  /// What somebody who leads or watches wrote down.
  package struct Observed: Codable, Hashable, Sendable {
    package var content: DrillObservation
    package var at: Instant
    package var by: String
  }

  package let number: Int
  /// Of the newest event.
  package internal(set) var version: Int64 = 0
  package internal(set) var state: State = .planned
  package internal(set) var planned: DrillPlanned
  /// Nil until it starts.
  package internal(set) var clock: DrillClock?
  /// Number of the incident on whose screens it is played.
  package internal(set) var incident: Int?
  package internal(set) var injects: [DrillInject] = []
  /// Those that come with injects, in the order of the scenario.
  package internal(set) var files: [File] = []
  package internal(set) var observations: [Observed] = []
  package internal(set) var cancelReason: String?
  package internal(set) var postmortem: Int?
  /// When it was last changed.
  package internal(set) var changed: Instant?

  package init(number: Int) {
    self.number = number
    planned = DrillPlanned(scenario: "", title: "", text: "")
  }
}

extension Drill {
  /// The scenario as it was when the drill was planned.
  package var scenario: Scenario { Scenario(parsing: planned.text) }

  package func inject(_ number: String) -> DrillInject? { injects.first { $0.number == number } }

  package func part(of person: String) -> DrillPerson.Part? { planned.people.first { $0.name == person }?.part }

  /// Whether nobody leads it: somebody practises alone, and the clock does what a facilitator would.
  package var isPractice: Bool { !planned.people.contains { $0.part == .facilitator } }

  /// Whether a person may know what is only for the facilitator.
  ///
  /// In practice nobody may before the end; afterwards everybody who took part may.
  package func maySeeAnswer(_ person: String) -> Bool {
    state == .ended || part(of: person) == .facilitator
  }

  /// Seconds of drill time at an instant; nil before the start.
  package func seconds(at instant: Instant) -> Double? { clock?.seconds(at: instant) }

  /// Injects that the clock is to release at an instant, the earliest first; none while it is halted or over, or
  /// where whoever leads releases each by hand.
  package func due(at instant: Instant) -> [DrillInject] {
    guard state == .running, planned.isByClock, let clock, !clock.isHalted(at: instant) else { return [] }
    let now = clock.seconds(at: instant)
    return upcoming.filter { Double($0.dueSeconds ?? .max) <= now }
  }

  /// Injects that are still to come, the earliest first; those that come by hand only are last.
  package var upcoming: [DrillInject] {
    injects.enumerated().filter { $0.element.isWaiting }
      .sorted { ($0.element.dueSeconds ?? .max, $0.offset) < ($1.element.dueSeconds ?? .max, $1.offset) }
      .map(\.element)
  }

  /// When the next inject comes by the clock; nil where none does, as far as is known.
  package var nextRelease: Instant? {
    guard state == .running, planned.isByClock, let clock else { return nil }
    return upcoming.first?.dueSeconds.flatMap(clock.instant(ofSecond:))
  }

  /// What responders may read: the situation, and what came in the order in which it came.
  package var briefing: ScenarioBriefing {
    guard state != .planned, state != .cancelled || clock != nil else {
      return ScenarioBriefing(situation: "", messages: [])
    }
    return ScenarioBriefing(
      situation: scenario.situation,
      messages: released.map {
        ScenarioBriefing.Message(kind: $0.kind, from: $0.from, text: $0.text, files: $0.files)
      })
  }

  /// Injects that came, in the order in which they did.
  package var released: [DrillInject] {
    injects.filter { $0.released != nil }.sorted { ($0.releasedVersion ?? 0) < ($1.releasedVersion ?? 0) }
  }

  /// Whether the time that the scenario is played has passed.
  package func isTimeUp(at instant: Instant) -> Bool {
    guard let minutes = scenario.minutes, let now = seconds(at: instant) else { return false }
    return now >= Double(minutes * 60)
  }
}
