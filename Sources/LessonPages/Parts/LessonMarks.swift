import Chronology
import PageKit
import Postmortems

/// A small drawing of lines, in the colour of the text around it; a word stands beside it.
struct LineShape: Sendable {
  let path: String

  var html: HTML {
    Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
      Tag.path(
        .set("d", path), .set("fill", "none"), .set("stroke", "currentColor"), .set("stroke-width", "2"),
        .set("stroke-linecap", "round"), .set("stroke-linejoin", "round"))
    }
  }

  static let ring = "M8 2.4a5.6 5.6 0 1 0 0 11.2 5.6 5.6 0 0 0 0-11.2z"
  static let tick = "M2 8.5 6.2 12.7 14 4"
  static let cross = "M3.5 3.5l9 9M12.5 3.5l-9 9"
  static let clock = "\(ring)M8 5v3.4l2.4 1.4"
  static let slashed = "\(ring)M4.5 11.5l7-7"
  static let twice = "M1 9l3.2 3.2L10 5M7 11.5l1 1L15 4.5"
  static let question = "M5.2 5.6a2.8 2.8 0 1 1 4.2 2.5C8.5 8.7 8 9.2 8 10.2M8 13.4v.1"
}

/// How far an action is.
struct LessonStateMark: Sendable {
  let state: ActionState

  var html: HTML {
    Tag.span(.class("mark", "lesson-\(state.rawValue)")) {
      LineShape(path: path).html
      state.words
    }
  }

  private var path: String {
    switch state {
    case .proposed: LineShape.ring
    case .accepted: LineShape.clock
    case .declined: LineShape.slashed
    case .done: LineShape.tick
    case .verified: LineShape.twice
    }
  }
}

/// The day by which something is to be done: how far away in words, and late with a shape of its own.
struct DueText: Sendable {
  let due: CivilDate?
  let today: CivilDate
  let isLate: Bool

  var html: HTML {
    guard let due else { return Gap("No day yet").html }
    let days = due.daysSinceEpoch - today.daysSinceEpoch
    let date = Tag.time(.datetime(due.description)) { Wording.dayAndMonth(due) }
    guard isLate else {
      return .joined([date, Tag.span(.class("fact-detail")) { Self.words(days: days) }])
    }
    return .joined([
      Tag.strong(.class("late")) {
        LineShape(path: "M8 1.6 15 14H1zM8 6v3.6M8 11.8v.1").html
        "Late by \(Self.span(days: -days))"
      },
      Tag.span(.class("fact-detail")) {
        "was due "
        date
      },
    ])
  }

  static func words(days: Int) -> String {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    case 2...: "in \(span(days: days))"
    default: "\(span(days: -days)) ago"
    }
  }

  /// `12 days`, `5 months`, `14 years`: nobody counts in days what lasts longer.
  static func span(days: Int) -> String {
    switch days {
    case ...90: Wording.count(days, "day")
    case ...730: Wording.count(days / 30, "month")
    default: Wording.count(days / 365, "year")
    }
  }
}

/// How a guard stands; what could not be checked is never drawn as green.
struct GuardMark: Sendable {
  let standing: GuardStanding?
  var isRetired = false

  var html: HTML {
    Tag.span(.class("mark", "guard-\(name)")) {
      shape
      words
    }
  }

  /// By which style sheets know it.
  var name: String { isRetired ? "retired" : standing?.rawValue ?? "unchecked" }

  var words: String {
    if isRetired { return "Retired" }
    switch standing {
    case .holds: return "Holds"
    case .broken: return "Broken"
    case .unknown: return "Could not be checked"
    case nil: return "Never checked"
    }
  }

  var shape: HTML {
    if isRetired { return LineShape(path: LineShape.slashed).html }
    switch standing {
    case .holds: return LineShape(path: LineShape.tick).html
    case .broken: return LineShape(path: LineShape.cross).html
    case .unknown: return LineShape(path: LineShape.question).html
    case nil: return LineShape(path: LineShape.ring).html
    }
  }
}

/// Whether a checklist let what it was asked about go on.
struct RunMark: Sendable {
  let isGood: Bool

  var html: HTML {
    Tag.span(.class("mark", isGood ? "run-good" : "run-stopped")) {
      LineShape(path: isGood ? LineShape.tick : "M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5zM5 8h6").html
      isGood ? "Passed" : "Stopped"
    }
  }
}
