import Chronology
import Drills
import PageKit

/// A scenario in facts that tell nothing of its answer.
enum ScenarioWords {
  /// `30 minutes, 12 messages, never played`.
  static func facts(_ scenario: ScenarioListing) -> String {
    var parts: [String] = []
    if let minutes = scenario.minutes { parts.append(Wording.count(minutes, "minute")) }
    parts.append(Wording.count(scenario.injectCount, "message"))
    parts.append(scenario.lastPlayed.map { "last played on \(Wording.dayAndMonth($0))" } ?? "never played")
    return parts.joined(separator: ", ")
  }
}
