import Drills
import PageKit
import Plans

/// What takes time in every incident, as bars along drill time; a mark shows by when it was expected.
struct SpanChart: Sendable {
  let outcome: DrillOutcome
  /// That it was to take.
  let minutes: Int?

  private static let width = 1000

  private static let names: [String: String] = [
    "declared": "Declared", "lead": "Somebody leads", "first-word": "First word to customers",
    "idea": "The right idea is written down", "mitigated": "Users are well again",
  ]

  private struct Row {
    var label: String
    var seconds: Int?
    var expected: Int?
    var words: String

    var isLate: Bool { seconds.flatMap { seconds in expected.map { seconds > $0 } } ?? false }
    var isMissing: Bool { seconds == nil && expected != nil }
  }

  private var rows: [Row] {
    outcome.spans.map { span in
      let expected = outcome.expectations.first { $0.measure == span.name }?.withinSeconds
      return Row(
        label: Self.names[span.name] ?? span.name, seconds: span.seconds, expected: expected, words: span.words)
    }
  }

  private var length: Int {
    let all = rows.flatMap { [$0.seconds, $0.expected].compactMap(\.self) }
    return max(60, all.max() ?? 0, min((minutes ?? 0) * 60, outcome.lengthSeconds ?? 0))
  }

  var html: HTML {
    let length = length
    return Tag.section(.class("drill-part"), .labelledBy("spans-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("spans-title")) { "How long it took" }
        Tag.p(.class("section-note")) { "Minutes of drill time from the start" }
      }
      Tag.ul(.class("span-list")) { for row in rows { html(row, length) } }
      Tag.p(.class("span-axis"), .hidden) {
        Tag.span { "0" }
        Tag.span { PlanDuration.words(seconds: length / 2) }
        Tag.span { PlanDuration.words(seconds: length) }
      }
      Tag.p(.class("span-legend")) {
        Tag.svg(.class("span-key"), .set("viewBox", "0 0 10 20"), .hidden) {
          Tag.rect(.class("span-expected"), .set("x", "3"), .set("width", "4"), .set("height", "20"))
        }
        "by when it was expected"
      }
    }
  }

  private func html(_ row: Row, _ length: Int) -> HTML {
    Tag.li(.class("span-row", row.isLate ? "span-late" : row.isMissing ? "span-missing" : "")) {
      Tag.p(.class("span-label")) { row.label }
      Tag.p(.class("span-words")) {
        row.seconds == nil ? Gap(row.words).html : Tag.strong { row.words }
        if let note = note(row) { Tag.span(.class("section-note")) { " \(note)" } }
      }
      Tag.svg(
        .class("span-bar"), .set("viewBox", "0 0 \(Self.width) 20"), .set("preserveAspectRatio", "none"), .hidden
      ) {
        Tag.rect(.class("span-ground"), .set("y", "9"), .set("width", "\(Self.width)"), .set("height", "2"))
        if let seconds = row.seconds {
          Tag.rect(
            .class("span-taken"), .set("y", "4"), .set("width", "\(max(4, seconds * Self.width / length))"),
            .set("height", "12"))
        }
        if let expected = row.expected {
          Tag.rect(
            .class("span-expected"), .set("x", "\(min(Self.width - 5, expected * Self.width / length))"),
            .set("width", "5"), .set("height", "20"))
        }
      }
    }
  }

  private func note(_ row: Row) -> String? {
    guard let expected = row.expected else { return nil }
    let words = PlanDuration.words(seconds: expected)
    guard let seconds = row.seconds else { return "expected within \(words)" }
    guard seconds > expected else { return "within \(words), as expected" }
    return "\(PlanDuration.words(seconds: Self.minutes(seconds - expected))) later than expected"
  }

  /// Whole minutes from one minute on, as the comparison tells them.
  private static func minutes(_ seconds: Int) -> Int { seconds < 60 ? seconds : (seconds + 30) / 60 * 60 }
}
