import Authoring
import PageKit

/// Lengths of time as bars from one beginning, each with its words: readable without colour, and by a screen reader.
///
/// What is not known is drawn as a gap with dashes, never as nothing.
struct BarPlot: Sendable {
  let bars: [BoardScreen.Bar]

  private static let width = 100.0
  /// A short length among long ones is still seen.
  private static let widthMin = 0.6

  init?(bars: [BoardScreen.Bar]) {
    guard bars.contains(where: { $0.seconds != nil }) else { return nil }
    self.bars = bars
  }

  private var longest: Double { max(bars.compactMap(\.seconds).max() ?? 1, 1) }

  var html: HTML {
    Tag.figure(.class("bar-plot")) {
      Tag.dl {
        for bar in bars {
          Tag.div(.class(bar.seconds == nil ? "bar-row bar-unknown" : "bar-row")) {
            Tag.dt { bar.label }
            Tag.dd {
              Tag.svg(.set("viewBox", "0 0 100 10"), .set("preserveAspectRatio", "none"), .hidden) {
                Tag.line(.class("bar-axis"), .set("x1", "0"), .set("x2", "100"), .set("y1", "10"), .set("y2", "10"))
                if let seconds = bar.seconds {
                  Tag.rect(
                    .class("bar"), .set("x", "0"), .set("y", "0"), .set("width", length(seconds)), .set("height", "10"))
                }
              }
              Tag.span(.class("bar-words")) { bar.text }
            }
          }
        }
      }
      Tag.figcaption(.class("section-note")) { "All counted from when people began to be affected, to one scale." }
    }
  }

  private func length(_ seconds: Double) -> String {
    let share = max(seconds / longest * Self.width, seconds > 0 ? Self.widthMin : 0)
    return "\((share * 10).rounded() / 10)"
  }
}
