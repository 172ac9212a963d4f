import PageKit
import PublicStatus

/// Days as bars: the worse the day, the taller its bar; planned work hollow, an unknown day a dot.
///
/// Height and outline say it without colour; the words stand beside the drawing.
struct HistoryBars: Sendable {
  let days: [DayRecord]
  /// What the drawing says, in words.
  let summary: String

  /// Units of one day, of which the last is the space to the next.
  private static let step = 8
  private static let width = 6
  private static let height = 40

  var html: HTML {
    Tag.svg(
      .class("day-bars"), .set("viewBox", "0 0 \(days.count * Self.step) \(Self.height)"),
      .set("preserveAspectRatio", "none"), .set("role", "img"), .label(summary)
    ) { Self.paths(days.map(\.worst)) }
  }

  /// One bar, for a legend.
  static func sample(_ state: ComponentState?) -> HTML {
    Tag.svg(.class("day-sample"), .set("viewBox", "0 0 \(width) \(height)"), .hidden) { paths([state]) }
  }

  /// One path for all days of a state.
  private static func paths(_ states: [ComponentState?]) -> HTML {
    var drawn: [ComponentState?: String] = [:]
    for (offset, state) in states.enumerated() { drawn[state, default: ""] += bar(state, at: offset * step) }
    let order: [ComponentState?] = [nil] + ComponentState.allCases
    return .joined(
      order.compactMap { state in
        drawn[state].map { Tag.path(.class("day", "day-\(StatusShape(state).tone)"), .set("d", $0)) }
      })
  }

  private static func bar(_ state: ComponentState?, at x: Int) -> String {
    let size: Int
    switch state {
    case nil: return "M\(x + 2) \(height - 4)h2v3h-2z"
    case .operational: size = 9
    case .maintenance: return "M\(x + 1) \(height - 1)v-16h4v16z"
    case .degraded: size = 20
    case .partialOutage: size = 29
    case .majorOutage: size = height
    }
    return "M\(x) \(height)v-\(size)h\(width)v\(size)z"
  }
}
