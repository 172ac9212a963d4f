import Chronology
import Drills
import PageKit

/// Where a drill stands at a glance: that it is one, its clock, and how far it has come.
struct DrillHead: Sendable {
  let scene: DrillScene

  private var whole: DrillWhole { scene.whole }

  var html: HTML {
    Tag.header(.class("lead drill-head"), .set("data-live", "head")) { content }
  }

  @HTMLBuilder var content: HTML {
    Tag.p(.class("marks")) {
      Tag.span(.class("mark mark-drill")) { "Drill" }
      DrillStateMark(state: scene.state).html
      Tag.span(.class("identifier")) { "Drill \(scene.number)" }
    }
    Tag.h1 { title }
    if scene.state.isPlaying { running } else if let lede { Tag.p(.class("lede")) { lede } }
  }

  private var title: String {
    if let title = scene.drill.title, scene.state != .running || scene.isLed { return title }
    return switch scene.state {
    case .planned: "A drill is planned"
    case .running: "A drill is running"
    case .paused: "The drill is halted"
    case .ended: "The drill is over"
    case .cancelled: "The drill was cancelled"
    }
  }

  private var lede: String? {
    switch scene.state {
    case .planned:
      let length = DrillWords.length(minutes: whole.minutes, speed: scene.drill.speed)
      return DrillWords.day(scene.drill.day) + (length.map { ", for about \($0)" } ?? "") + "."
    case .ended: return scene.outcome.map { Wording.sentence($0.summary) + "." }
    case .cancelled: return whole.cancelReason.map { Wording.sentence($0) }
    case .running, .paused: return nil
    }
  }

  private var running: HTML {
    .joined([
      Tag.div(.class("drill-time", scene.state == .paused ? "is-halted" : "")) {
        Tag.p(.class("drill-figure"), .set("role", "timer"), .label("Drill time")) { scene.clock }
        Tag.p(.class("drill-time-note")) { note }
      },
      rail ?? .empty,
      whole.isTimeUp ? Tag.p(.class("wanted")) { timeUp } : .empty,
    ])
  }

  private var note: HTML {
    let length = whole.minutes.map { " of \(Wording.count($0, "minute"))" } ?? ""
    guard scene.state == .running else {
      return HTML("of drill time\(length). It is halted: the clock stands still, and nothing comes.")
    }
    return HTML("of drill time\(length), \(DrillWords.speed(scene.drill.speed))")
  }

  private var timeUp: String {
    let minutes = whole.minutes.map { Wording.count($0, "minute") } ?? "time"
    let end =
      whole.mayLead ? "End it below when you have got to a good place." : "Go on until whoever leads it ends it."
    return "Its \(minutes) are over. \(end)"
  }

  // MARK: The rail

  /// Widths of the picture, in its own units.
  private static let width = 1000

  /// What came, and for whoever leads what is to come, along the time that it is played.
  private var rail: HTML? {
    let ends = whole.upcoming.compactMap(\.dueSeconds) + whole.messages.compactMap(\.cameSeconds)
    let length = max((whole.minutes ?? 0) * 60, ends.max() ?? 0, 60)
    func x(_ second: Int) -> Int { min(max(0, second), length) * Self.width / length }
    return Tag.svg(
      .class("drill-rail"), .set("viewBox", "0 0 \(Self.width) 20"), .set("preserveAspectRatio", "none"), .hidden,
      .set("data-length", "\(length)")
    ) {
      Tag.rect(.class("rail-all"), .set("y", "9"), .set("width", "\(Self.width)"), .set("height", "2"))
      Tag.rect(
        .class("rail-done"), .set("y", "8"), .set("width", "\(x(whole.seconds ?? 0))"), .set("height", "4"),
        .set("data-drill-progress", ""))
      for message in whole.messages {
        Tag.rect(
          .class("rail-came", message.kind?.isTrouble == true ? "inject-trouble" : ""),
          .set("x", "\(x(message.cameSeconds ?? 0))"), .set("y", "2"), .set("width", "4"), .set("height", "16"))
      }
      for message in whole.upcoming where message.skipped == nil {
        if let due = message.dueSeconds {
          Tag.rect(
            .class("rail-due"), .set("x", "\(x(due))"), .set("y", "5"), .set("width", "3"), .set("height", "10"))
        }
      }
    }
  }
}
