import Chronology
import TerminalPages

/// Two days as people type them for --from and --until.
package enum DayRange {
  /// The days as the API takes them; throws ``CommandFailure`` for what is no day, and for a range without any.
  package static func read(from: String?, until: String?) throws -> (from: String?, until: String?) {
    let first = try day(from, "--from")
    let last = try day(until, "--until")
    if let first, let last, first.daysSinceEpoch > last.daysSinceEpoch {
      throw CommandFailure("--from \(first) is after --until \(last)", hint: "Exchange the two, or leave one out.")
    }
    return (first?.description, last?.description)
  }

  private static func day(_ text: String?, _ option: String) throws -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else {
      throw CommandFailure(
        "\(option): '\(TerminalText.harmless(text.prefix(60)))' is not a day", hint: "Write it as 2026-03-31.")
    }
    return day
  }
}
