package import Incidents
import Plans

/// What was expected of a drill and what happened, side by side; times are seconds of drill time from the start.
///
/// It judges the plan and the way people work together, never a person: names stand only as sources.
package struct DrillComparison: Hashable, Sendable {
  /// When something happened.
  package enum Time: Hashable, Sendable {
    case seconds(Int)
    /// The drill ended without it.
    case never
    /// The drill goes on without it.
    case notYet
    /// With the reason.
    case notKnown(String)

    package var seconds: Int? { if case .seconds(let seconds) = self { seconds } else { nil } }
  }

  /// A step of the plan, as it should be and as it was.
  package struct Step: Hashable, Sendable {
    package var number: String
    package var task: String
    package var expectedResult: String?
    /// How long it may take.
    package var withinSeconds: Int?
    /// By when it would be done, were each step before it done in its time; nil where no order fits.
    package var expectedBySeconds: Int?
    /// Nil where nobody followed the plan on the record.
    package var state: StepTicked.State?
    /// What was seen, or done instead, or why it was left out.
    package var words: String
    package var ticked: Time
    /// From the end of what it waited for, else from when the plan was opened; nil where that is not known.
    package var tookSeconds: Int?
    /// Steps that come before and were open, or ticked later.
    package var aheadOf: [String]
    /// Who said so.
    package var source: String?

    /// How much longer it took than the plan says; nil where either is not known, or it was not done.
    package var lateSeconds: Int? {
      guard state == .done, let tookSeconds, let withinSeconds, tookSeconds > withinSeconds else { return nil }
      return tookSeconds - withinSeconds
    }
  }

  /// A word that was promised to an audience.
  package struct Promised: Hashable, Sendable {
    package var audience: String
    package var isFirst: Bool
    /// Second of drill time by which it was due.
    package var dueSeconds: Int
    package var came: Time
    /// Nil where that is not known, or it was not due before the end.
    package var isKept: Bool?
  }

  /// A line of what a good response shows.
  package struct Expected: Hashable, Sendable {
    /// Place in the scenario, from 1.
    package var place: Int
    package var text: String
    package var measure: Expectation.Measure?
    package var withinSeconds: Int?
    package var happened: Time
    /// Nil where nobody can tell, or it is not over.
    package var judgement: DrillObservation.Judgement?
    /// Whether the facilitator judged it, and not the clock.
    package var isJudged: Bool
    package var words: String
  }

  /// The first entry of a responder that holds the right idea.
  package struct Idea: Hashable, Sendable {
    /// Of the entry in the incident.
    package var entry: Int64
    /// The phrase of the scenario by which it was recognised; nil where the facilitator named the entry.
    package var phrase: String?
    package var text: String
    package var source: String
    package var atSeconds: Int
  }

  package var drill: Int
  package var speed: Int
  /// Whether the drill is over, so that what is missing will not come.
  package var isOver: Bool
  /// How long it was played, in seconds of drill time; nil before the start.
  package var lengthSeconds: Int?
  package var declared: Time
  package var lead: Time
  package var firstWord: Time
  package var ideaTime: Time
  package var mitigated: Time
  package var idea: Idea?
  /// Title of the plan whose steps are compared; nil where there is none.
  package var plan: String?
  /// Whether it was followed on the record.
  package var isPlanFollowed: Bool
  package var steps: [Step]
  package var promises: [Promised]
  package var expectations: [Expected]
  /// In the words of whoever led or watched.
  package var surprises: [String]
  /// What was needed and the plan does not have, in the words of whoever led or watched.
  package var missingSteps: [String]
  package var notes: [String]
  package var injectsReleased: Int
  package var injectsSkipped: Int
  package var injectsAdded: Int
  package var injectsDelayed: Int
}

extension DrillComparison {
  package func stepCount(_ state: StepTicked.State) -> Int { steps.count { $0.state == state } }

  package func count(_ judgement: DrillObservation.Judgement) -> Int {
    expectations.count { $0.judgement == judgement }
  }

  /// Expectations of which nobody can tell whether they were met.
  package var unjudgedCount: Int { expectations.count { $0.judgement == nil } }

  package var keptCount: Int { promises.count { $0.isKept == true } }

  package var missedCount: Int { promises.count { $0.isKept == false } }

  /// How it went, in a few words, as the register shows it.
  package var summary: String {
    var parts: [String] = []
    if !expectations.isEmpty { parts.append(metWords) }
    if let seconds = ideaTime.seconds {
      parts.append("right idea after \(PlanDuration.words(seconds: Self.minutes(seconds)))")
    } else if ideaTime == .never {
      parts.append("the right idea was not written down")
    }
    if missedCount > 0 { parts.append("\(missedCount) promised word\(missedCount == 1 ? "" : "s") late or missing") }
    return parts.isEmpty ? "nothing could be compared" : parts.joined(separator: "; ")
  }

  /// Why the drill does not show that its plan holds; nil where it does.
  ///
  /// The plan was followed on the record, and at least half of what was expected was met; what was met partly counts
  /// half, what nobody judged does not count.
  package var shortfall: String? {
    if !isPlanFollowed { return "nobody followed the plan" }
    return 2 * count(.met) + count(.partly) < expectations.count ? metWords : nil
  }

  private var metWords: String {
    let partly = count(.partly) == 0 ? "" : ", \(count(.partly)) partly"
    let unjudged = unjudgedCount == 0 ? "" : ", \(unjudgedCount) not judged"
    return "\(count(.met)) of \(expectations.count) expectations met\(partly)\(unjudged)"
  }

  /// Whole minutes from one minute on, so that nobody reads more into it than was measured.
  static func minutes(_ seconds: Int) -> Int { seconds < 60 ? seconds : (seconds + 30) / 60 * 60 }
}

extension DrillComparison.Time {
  /// `14 min`, `not before the end`, `not known: …`.
  package var words: String {
    switch self {
    case .seconds(let seconds): PlanDuration.words(seconds: DrillComparison.minutes(seconds))
    case .never: "not before the end"
    case .notYet: "not yet"
    case .notKnown(let reason): "not known: \(reason)"
    }
  }
}
