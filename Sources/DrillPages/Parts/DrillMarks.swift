import Drills
import PageKit

/// What kind of message came: a shape and a word.
struct InjectMark: Sendable {
  /// Nil where the scenario's word for it is not known.
  let kind: InjectKind?

  var html: HTML {
    Tag.span(.class("mark inject-mark", kind?.isTrouble == true ? "inject-trouble" : "")) {
      Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
        Tag.path(
          .set("d", path), .set("fill", "none"), .set("stroke", "currentColor"), .set("stroke-width", "1.8"),
          .set("stroke-linecap", "round"), .set("stroke-linejoin", "round"))
      }
      kind?.words ?? "Message"
    }
  }

  private var path: String {
    switch kind {
    case .alert: "M8 1.5 15 14H1zM8 6v3.5M8 11.6v.3"
    case .failure: "M9.5 1 3 9h4.5L6.5 15 13 7H8.5z"
    case .customer: "M2 2.5h12v8.5H8l-3.5 3V11H2z"
    case .journalist: "M2 2h9v12H4a2 2 0 0 1-2-2zM11 6h3v6a2 2 0 0 1-2 2M4.5 5h4M4.5 8h4M4.5 11h4"
    case .colleague: "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 14.5c.4-3.4 2.6-5 6-5s5.6 1.6 6 5"
    case .supplier: "M2 5l6-3 6 3v6.5l-6 3-6-3zM2 5l6 3 6-3M8 8v6.5"
    case .management: "M5.5 4.5V2h5v2.5M1.5 4.5h13v9h-13zM1.5 8.5h13"
    case .authority: "M8 1.5 14 4v4c0 3.5-2.5 5.6-6 6.5C4.5 13.6 2 11.5 2 8V4z"
    case .evidence: "M3 3h10M3 6.5h10M3 10h10M3 13.5h6"
    case nil: "M2 3h12v10H2zM2 4l6 5 6-5"
    }
  }
}

/// Where a drill stands: a word and a shape.
struct DrillStateMark: Sendable {
  let state: Drill.State

  var html: HTML {
    Tag.span(.class("mark", "drill-state", "drill-\(state.rawValue)")) {
      Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
        Tag.path(
          .set("d", path), .set("fill", state == .running ? "currentColor" : "none"), .set("stroke", "currentColor"),
          .set("stroke-width", "2"), .set("stroke-linecap", "round"), .set("stroke-linejoin", "round"))
      }
      state.words
    }
  }

  private var path: String {
    switch state {
    case .planned: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.4l2.4 1.4"
    case .running: "M4 2.5v11L13.5 8z"
    case .paused: "M5 3v10M11 3v10"
    case .ended: "M2 8.5 6.2 12.7 14 4"
    case .cancelled: "M4 4l8 8M12 4l-8 8"
    }
  }
}

/// How far an expectation was met: a word and a shape.
struct JudgementMark: Sendable {
  /// Nil where nobody can tell yet.
  let judgement: DrillObservation.Judgement?
  /// In place of the judgement's own word.
  var words: String?

  var html: HTML {
    guard let judgement else { return Gap("not judged").html }
    return Tag.span(.class("mark", "judged", "judged-\(judgement.rawValue)")) {
      Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
        Tag.path(
          .set("d", Self.path(judgement)), .set("fill", "none"), .set("stroke", "currentColor"),
          .set("stroke-width", "2.2"), .set("stroke-linecap", "round"), .set("stroke-linejoin", "round"))
      }
      words ?? judgement.words
    }
  }

  private static func path(_ judgement: DrillObservation.Judgement) -> String {
    switch judgement {
    case .met: "M2 8.5 6.2 12.7 14 4"
    case .partly: "M2 8c2-3 4-3 6 0s4 3 6 0"
    case .not: "M4 4l8 8M12 4l-8 8"
    }
  }
}
