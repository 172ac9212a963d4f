import Chronology
import Documents
package import Findings

/// A row of a timeline stands after one that happened later.
package struct TimeOrderRule: ReviewRule {
  package let identifier = "time-order"
  package let severity = FindingSeverity.warning
  package let summary = "a row of the timeline stands after a later one"
  package let reason = "Readers take the order of the rows for the order of what happened, and effect for cause."
  package let question = "Is the time wrong, is the day missing, or does the row belong further up?"

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    let bySection = Dictionary(grouping: context.timelineRows, by: \.section)
    return bySection.values.flatMap { check(rows: $0, context) }
  }

  /// A step back by more than this without a date is taken for midnight.
  private static let midnightSeconds = 12 * 3600

  private func check(rows: [TimelineRow], _ context: ReviewContext) -> [Finding] {
    var result: [Finding] = []
    var steps = 0
    for (before, row) in zip(rows, rows.dropFirst()) {
      guard let back = secondsBack(from: before, to: row), back != 0 else { continue }
      steps += 1
      guard back > 0 else { continue }
      result.append(
        context.finding(self, at: row.span, "'\(row.when)' stands after '\(before.when)' on line \(before.line)"))
    }
    // Newest first is an order too; it is said once.
    if result.count == steps, steps > 1, let first = result.first {
      return [
        context.finding(
          self, at: first.span, "the rows run backwards, newest first", severity: .note,
          question: "Can a reader who was not there follow it from the last row up?")
      ]
    }
    return result
  }

  /// How many seconds earlier a row is than the one before it; negative when later, nil when the two cannot be compared.
  private func secondsBack(from before: TimelineRow, to row: TimelineRow) -> Int? {
    if let first = before.instant, let second = row.instant { return Int(first.seconds(since: second)) }
    guard before.mention.zone == nil || row.mention.zone == nil || before.mention.zone == row.mention.zone else {
      return nil
    }
    // Days without a year cannot be put in order, and a day that cannot be read says nothing.
    if row.mention.isDated, row.mention.day?.year == nil,
      row.mention.day == nil || row.mention.day != before.mention.day
    {
      if row.day == nil || row.mention.day == nil { return nil }
    }
    if let first = before.day, let second = row.day, row.mention.isDated {
      let days = first.daysSinceEpoch - second.daysSinceEpoch
      if days != 0 { return days * 86_400 }
    }
    guard let first = before.mention.secondOfDay, let second = row.mention.secondOfDay else { return nil }
    let back = first - second
    return back > Self.midnightSeconds && !row.mention.isDated ? nil : back
  }

  package var examples: [RuleExample] {
    [
      RuleExample("- 10:05 UTC it stopped\n- ⟦10:01 UTC⟧ deploy", in: .timeline, why: "earlier than the row above"),
      RuleExample(
        "| Time (UTC) | Event |\n|---|---|\n| 2024-03-02 10:05 | a |\n| ⟦2024-03-01 10:09⟧ | b |", in: .timeline,
        why: "a day earlier"),
      RuleExample("- 10:05 UTC a\n- ⟦10:04 UTC⟧ b\n- 10:03 UTC c", in: .timeline, why: "newest first: said once"),
      RuleExample("- 10:05 UTC a\n- 10:05 UTC b\n- 10:06 UTC c", in: .timeline, why: "in order"),
      RuleExample("- 23:58 UTC a\n- 00:03 UTC b", in: .timeline, why: "midnight"),
      RuleExample(
        "- 10:05 UTC a\n- 12:04 CEST b", in: .timeline, why: "another zone, which cannot be compared without a day"),
    ]
  }
}
