package import Chronology
import Incidents

/// A drill as lists show it: to those who may not know the answer it does not say what it is about.
package struct DrillListing: Codable, Hashable, Sendable {
  package var number: Int
  package var state: Drill.State
  package var day: CivilDate?
  /// Seconds of drill time in one second.
  package var speed: Int
  package var people: [DrillPerson]
  /// Nobody leads it: the clock releases what comes.
  package var isPractice: Bool
  /// The incident on whose screens it is played.
  package var incident: Int?
  package var postmortem: Int?
  package var started: Instant?
  package var ended: Instant?
  /// Absent for those who may not know yet.
  package var title: String?
  package var scenario: String?
  package var plan: String?

  package init(_ drill: Drill, for person: String) {
    number = drill.number
    state = drill.state
    day = drill.planned.day
    speed = drill.planned.speed
    people = drill.planned.people
    isPractice = drill.isPractice
    incident = drill.incident
    postmortem = drill.postmortem
    started = drill.clock?.start
    ended = drill.clock?.end
    guard drill.maySeeAnswer(person) else { return }
    title = drill.planned.title
    scenario = drill.planned.scenario
    plan = drill.planned.plan
  }
}

/// A drill for one person: what came, and for whoever leads it what is still to come and what really happens.
package struct DrillWhole: Codable, Hashable, Sendable {
  /// Something that came, or that is to come.
  package struct Message: Codable, Hashable, Sendable {
    package var inject: String
    /// Absent where the scenario's word for it is not known.
    package var kind: InjectKind?
    package var from: String
    package var text: String
    /// Evidence that comes with it.
    package var files: [File]
    /// Second of drill time at which it came.
    package var cameSeconds: Int?
    package var came: Instant?
    /// Second of drill time at which it is to come; only for those who may know.
    package var dueSeconds: Int?
    /// Why it is not to come.
    package var skipped: String?
    package var isAdded: Bool
  }

  /// A file that comes with a message.
  package struct File: Codable, Hashable, Sendable {
    package var name: String
    package var bytes: Int
    /// Its number among the evidence of the drill's incident; absent while it is not there.
    package var evidence: Int?
    /// Why it could not be brought in there; only for whoever leads.
    package var refused: String?
  }

  /// What a good response shows, with what was said of it.
  package struct Expected: Codable, Hashable, Sendable {
    package var place: Int
    package var text: String
    package var withinSeconds: Int?
    /// Whether somebody has to judge it: it cannot be measured.
    package var isForFacilitator: Bool
    package var judgement: DrillObservation.Judgement?
    package var words: String
  }

  /// What whoever leads or watches wrote down.
  package struct Note: Codable, Hashable, Sendable {
    package var kind: DrillObservation.Kind
    package var words: String
    package var at: Instant
    package var by: String
  }

  package var drill: DrillListing
  package var version: Int64
  /// Whether the person may release, delay, halt and end.
  package var mayLead: Bool
  /// Whether they know what really happens.
  package var knowsAnswer: Bool
  /// Drill time now, in seconds; absent before it began.
  package var seconds: Int?
  /// Minutes of drill time that it is meant to take.
  package var minutes: Int?
  package var isTimeUp: Bool
  /// Whether what comes comes by the clock.
  package var isByClock: Bool
  /// When the clock releases the next; only for those who may know.
  package var nextRelease: Instant?
  /// When its story begins, where its files tell of a certain day; absent before the drill began.
  package var starts: Instant?
  /// As Markdown; empty before it began.
  package var situation: String
  /// In the order in which they came.
  package var messages: [Message]
  /// What is still to come and what was left out; only for those who may know.
  package var upcoming: [Message]
  /// As Markdown; only for those who may know.
  package var answer: String?
  /// Only for those who may know.
  package var expectations: [Expected]
  /// Those who may not know yet see their own.
  package var notes: [Note]
  package var cancelReason: String?

  /// - Parameters:
  ///   - drill: all of it.
  ///   - person: for whom it is shown.
  ///   - mayLead: whether they lead it.
  ///   - now: drill time is told as of then.
  package init(_ drill: Drill, for person: String, mayLead: Bool, now: Instant) {
    let knows = drill.maySeeAnswer(person)
    let scenario = drill.scenario
    self.drill = DrillListing(drill, for: person)
    version = drill.version
    self.mayLead = mayLead
    knowsAnswer = knows
    seconds = drill.seconds(at: now).map { Int($0) }
    minutes = scenario.minutes
    isTimeUp = drill.isTimeUp(at: now)
    isByClock = drill.planned.isByClock
    nextRelease = knows ? drill.nextRelease : nil
    starts = drill.clock == nil && !knows ? nil : scenario.starts
    situation = drill.briefing.situation
    messages = drill.released.map { Self.message($0, in: drill, knows: knows, leads: mayLead || knows) }
    let waiting = drill.upcoming + drill.injects.filter { $0.released == nil && $0.skipped != nil }
    upcoming = knows ? waiting.map { Self.message($0, in: drill, knows: true, leads: true) } : []
    answer = knows ? scenario.facilitator : nil
    expectations = knows ? Self.expectations(scenario, drill) : []
    notes = drill.observations.filter { $0.content.kind != .expectation && (knows || $0.by == person) }.map {
      Note(kind: $0.content.kind, words: $0.content.words, at: $0.at, by: $0.by)
    }
    cancelReason = drill.cancelReason
  }

  private static func message(
    _ inject: Drill.DrillInject, in drill: Drill, knows: Bool, leads: Bool
  ) -> Message {
    Message(
      inject: inject.number, kind: inject.kind, from: inject.from, text: inject.text,
      files: inject.files.compactMap(drill.file).map {
        File(name: $0.name, bytes: $0.bytes, evidence: $0.evidence, refused: leads ? $0.refused : nil)
      },
      cameSeconds: inject.released.flatMap { drill.seconds(at: $0) }.map { Int($0) }, came: inject.released,
      dueSeconds: knows ? inject.dueSeconds : nil, skipped: knows ? inject.skipped : nil, isAdded: inject.isAdded)
  }

  private static func expectations(_ scenario: Scenario, _ drill: Drill) -> [Expected] {
    scenario.expectations.enumerated().map { offset, expectation in
      let said = drill.observations.last {
        $0.content.kind == .expectation && $0.content.expectation == offset + 1
      }
      return Expected(
        place: offset + 1, text: expectation.text, withinSeconds: expectation.withinSeconds,
        isForFacilitator: expectation.measure == nil || expectation.measure == .facilitator,
        judgement: said?.content.judgement, words: said?.content.words ?? "")
    }
  }
}

/// A file of evidence that comes with a message of a drill, with its content.
package struct DrillFile: Codable, Hashable, Sendable {
  package var drill: Int
  package var name: String
  package var bytes: Int
  package var text: String
  /// The incident in whose evidence it is, under that number; absent while it is in none.
  package var incident: Int?
  package var evidence: Int?

  package init(_ file: ScenarioFile, in drill: Drill) {
    self.drill = drill.number
    name = file.name
    bytes = file.bytes
    text = file.text
    evidence = drill.file(file.name)?.evidence
    incident = evidence == nil ? nil : drill.incident
  }
}
