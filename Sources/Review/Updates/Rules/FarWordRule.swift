import Chronology
package import Findings
import Incidents

/// The next word is promised for a day that is too far.
package struct FarWordRule: UpdateRule {
  /// Longer than this, people ask instead of waiting.
  static let hoursMax = 24

  package let identifier = "far-word"
  package let severity = FindingSeverity.warning
  package let summary = "the next word is promised for more than a day from now"
  package let reason = "Who hears nothing for a day believes that nobody is at work, and asks."
  package let question = "What can be said before that, even if it is only that the work goes on?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    guard reading.context.state != .resolved, let next = reading.update.nextBy else { return [] }
    let hours = next.seconds(since: reading.context.now) / 3600
    guard hours > Double(Self.hoursMax) else { return [] }
    return [
      reading.finding(
        self, in: .nextBy, "the next word comes in \(Int(hours)) hours; people wait for \(Self.hoursMax) at most")
    ]
  }

  package var examples: [UpdateExample] {
    [
      UpdateExample("⟦2024-03-04T14:10:00Z⟧", in: .nextBy, why: "in two days"),
      UpdateExample("2024-03-03T14:00:00Z", in: .nextBy, why: "tomorrow at this time"),
      UpdateExample(
        "2024-03-08T14:00:00Z", in: .nextBy, state: .resolved, why: "a report after the end may take a week"),
    ]
  }
}
