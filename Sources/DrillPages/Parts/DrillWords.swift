import Chronology
import Drills
import PageKit

/// Drill time and days as people say them.
enum DrillWords {
  /// `07:42`, of drill time.
  static func clock(_ seconds: Int) -> String { ClockText.reading(seconds: Double(max(0, seconds))) }

  /// How fast drill time goes, in a few words.
  static func speed(_ speed: Int) -> String {
    speed == 1 ? "as fast as the clock on the wall" : "\(speed) times as fast as the clock on the wall"
  }

  /// What a speed means for whoever plays.
  static func speedMeaning(_ speed: Int) -> String {
    switch speed {
    case 1: "As fast as the clock on the wall: 30 minutes take 30 minutes."
    case 2: "Twice as fast: 30 minutes take 15. For a team that knows the plan."
    case 4: "Four times as fast: 30 minutes take 8. To go through it in a break."
    default:
      "\(speed) times as fast: 30 minutes take \(max(1, 30 / max(1, speed))). To try it out; nobody can do all of it in time."
    }
  }

  /// How long it takes by the clock on the wall; nil where nobody said.
  static func length(minutes: Int?, speed: Int) -> String? {
    minutes.map { Wording.count(($0 + speed - 1) / max(1, speed), "minute") }
  }

  /// `On Sunday, 6 December 2026`; `Without a day yet`.
  static func day(_ day: CivilDate?) -> String { day.map { "On \(Wording.longDate($0))" } ?? "Without a day yet" }

  /// `08:13 UTC`: what the clocks of its story say at a second of drill time.
  static func story(_ starts: Instant, at second: Int) -> String {
    let clock = starts.advanced(bySeconds: Double(second)).rfc3339.split(separator: "T").last ?? ""
    return "\(clock.prefix(5)) UTC"
  }

  /// `4.2 kB`.
  static func size(_ bytes: Int) -> String {
    bytes < 1000 ? Wording.count(bytes, "byte") : "\(Wording.oneDigit(Double(bytes) / 1e3)) kB"
  }

  static func names(_ people: [DrillPerson], _ part: DrillPerson.Part) -> String? {
    let names = people.filter { $0.part == part }.map(\.name)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}

extension DrillPerson.Part {
  /// What somebody with this part does.
  var words: String {
    switch self {
    case .facilitator: "leads the drill"
    case .responder: "responds"
    case .observer: "looks on"
    }
  }
}

extension Drill.State {
  var words: String {
    switch self {
    case .planned: "Planned"
    case .running: "Running"
    case .paused: "Halted"
    case .ended: "Played"
    case .cancelled: "Cancelled"
    }
  }

  /// Whether it is played at this moment, halted or not.
  var isPlaying: Bool { self == .running || self == .paused }
}

extension DrillObservation.Judgement {
  var words: String {
    switch self {
    case .met: "Met"
    case .partly: "Partly"
    case .not: "Not met"
    }
  }
}

extension DrillObservation.Kind {
  var words: String {
    switch self {
    case .note: "Note"
    case .surprise: "Surprise"
    case .expectation: "Judgement"
    case .idea: "Right idea"
    case .missingStep: "Missing in the plan"
    }
  }
}

extension InjectKind {
  var words: String {
    switch self {
    case .alert: "Alert"
    case .customer: "Customer"
    case .journalist: "Journalist"
    case .colleague: "Colleague"
    case .supplier: "Supplier"
    case .management: "Management"
    case .authority: "Authority"
    case .failure: "Something else breaks"
    case .evidence: "Evidence"
    }
  }

  /// Whether it was written by a machine, line by line.
  var isLines: Bool { self == .evidence }

  /// Whether something is broken.
  var isTrouble: Bool { self == .alert || self == .failure }

  static var choices: [(value: String, words: String)] { allCases.map { ($0.rawValue, $0.words) } }
}
