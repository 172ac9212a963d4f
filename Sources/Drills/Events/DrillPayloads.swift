package import Chronology

/// A drill was planned, or planned anew.
package struct DrillPlanned: Codable, Hashable, Sendable {
  /// Under which the scenario is kept.
  package var scenario: String
  /// What it is called for those who plan; responders see it only afterwards.
  package var title: String
  /// The scenario as it was then; editing it later changes nothing here.
  package var text: String
  /// Name of the plan that is rehearsed.
  package var plan: String?
  /// On which it is played.
  package var day: CivilDate?
  package var people: [DrillPerson]
  /// Seconds of drill time in one second: 1 to 60.
  package var speed: Int
  /// Whether injects come by the clock; else whoever leads the drill releases each.
  package var isByClock: Bool

  package init(
    scenario: String, title: String, text: String, plan: String? = nil, day: CivilDate? = nil,
    people: [DrillPerson] = [], speed: Int = 1, isByClock: Bool = true
  ) {
    self.scenario = scenario
    self.title = title
    self.text = text
    self.plan = plan
    self.day = day
    self.people = people
    self.speed = speed
    self.isByClock = isByClock
  }
}

/// Somebody who takes part.
package struct DrillPerson: Codable, Hashable, Sendable {
  package enum Part: String, Codable, CaseIterable, Hashable, Sendable {
    /// Knows what really happens, and leads the drill.
    case facilitator
    case responder
    /// Looks on; does not know more than responders.
    case observer
  }

  package var name: String
  package var part: Part

  package init(name: String, part: Part) {
    self.name = name
    self.part = part
  }
}

/// A drill began.
package struct DrillStarted: Codable, Hashable, Sendable {
  /// The incident on whose screens it is played; nil while nobody has declared one.
  package var incident: Int?

  package init(incident: Int? = nil) { self.incident = incident }
}

/// An inject came.
package struct InjectReleased: Codable, Hashable, Sendable {
  package var inject: String
  /// Whether the clock released it.
  package var isByClock: Bool

  package init(inject: String, isByClock: Bool = false) {
    self.inject = inject
    self.isByClock = isByClock
  }
}

/// An inject was put off.
package struct InjectDelayed: Codable, Hashable, Sendable {
  package var inject: String
  /// Of drill time.
  package var seconds: Int
  /// Second of drill time at which it comes; reckoned when it is recorded.
  package var until: Int

  package init(inject: String, seconds: Int, until: Int = 0) {
    self.inject = inject
    self.seconds = seconds
    self.until = until
  }
}

/// An inject is not to come.
package struct InjectSkipped: Codable, Hashable, Sendable {
  package var inject: String
  package var reason: String

  package init(inject: String, reason: String) {
    self.inject = inject
    self.reason = reason
  }
}

/// An inject that the scenario does not have.
package struct InjectAdded: Codable, Hashable, Sendable {
  /// Given when it is recorded: `+1`.
  package var inject: String
  package var kind: InjectKind
  package var from: String
  package var text: String
  /// Second of drill time; nil: at once.
  package var atSeconds: Int?

  package init(inject: String = "", kind: InjectKind, from: String, text: String, atSeconds: Int? = nil) {
    self.inject = inject
    self.kind = kind
    self.from = from
    self.text = text
    self.atSeconds = atSeconds
  }
}

/// A file that came is in the evidence of the drill's incident.
package struct FileLanded: Codable, Hashable, Sendable {
  package var file: String
  /// Its number there.
  package var evidence: Int

  package init(file: String, evidence: Int) {
    self.file = file
    self.evidence = evidence
  }
}

/// A file that came could not be brought into the evidence of the drill's incident.
package struct FileRefused: Codable, Hashable, Sendable {
  package var file: String
  package var reason: String

  package init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }
}

/// Whoever leads or watches wrote down what they saw.
package struct DrillObservation: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case note
    /// What nobody had expected.
    case surprise
    /// Whether an expectation was met.
    case expectation
    /// Which entry first held the right idea.
    case idea
    /// Something that was needed and that the plan does not have.
    case missingStep = "missing-step"
  }

  package enum Judgement: String, Codable, CaseIterable, Hashable, Sendable {
    case met
    case partly
    case not
  }

  package var kind: Kind
  package var words: String
  /// Place of the expectation in the scenario, from 1.
  package var expectation: Int?
  package var judgement: Judgement?
  /// Version of the incident's entry that first held the right idea; nil: none did.
  package var entry: Int64?

  package init(
    kind: Kind, words: String, expectation: Int? = nil, judgement: Judgement? = nil, entry: Int64? = nil
  ) {
    self.kind = kind
    self.words = words
    self.expectation = expectation
    self.judgement = judgement
    self.entry = entry
  }
}
