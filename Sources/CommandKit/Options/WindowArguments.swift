package import ArgumentParser
import Chronology
import Foundation
package import TerminalPages
package import TimelineBuilding

/// The stretch of time that a command looks at, and the zone in which it shows times.
package struct WindowArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Leave out what came before this time.", valueName: "time"))
  package var from: String?

  @Option(help: ArgumentHelp("Leave out what came after this time.", valueName: "time"))
  package var until: String?

  @Option(help: ArgumentHelp("Look at the half hours before and after this time.", valueName: "time"))
  package var around: String?

  @Option(help: ArgumentHelp("Zone in which times are shown and read: UTC, local, Europe/Berlin, +02:00."))
  package var zone: String = "UTC"

  package init() {}

  /// The zone to show times in.
  package func displayZone() throws -> DisplayZone {
    guard let display = DisplayZone(zone) else {
      throw CommandFailure(
        "--zone: '\(zone)' is not a time zone", hint: "Write UTC, local, a name such as Europe/Berlin, or +02:00.")
    }
    return display
  }

  /// The options for the engine.
  ///
  /// Throws ``CommandFailure`` for options that contradict each other.
  package func timelineOptions() throws -> TimelineOptions {
    let display = try displayZone()
    var options = TimelineOptions()
    options.from = try from.map { try instant($0, option: "--from", in: display) }
    options.until = try until.map { try instant($0, option: "--until", in: display) }
    options.around = try around.map { try instant($0, option: "--around", in: display) }
    if options.around != nil, options.from != nil || options.until != nil {
      throw CommandFailure(
        "--around says the same as --from and --until together", hint: "Leave out one or the other.")
    }
    if let from = options.from, let until = options.until, from >= until {
      throw CommandFailure(
        "--from \(from) is not before --until \(until)", hint: "Exchange the two, or leave one out.")
    }
    return options
  }

  /// Reads a time from the command line; without a zone it is a time in the zone that is shown.
  private func instant(_ text: String, option: String, in display: DisplayZone) throws -> Instant {
    // `13:47` of a day is what people type: the seconds may be left out.
    let isShort = text.count == 16 && text.last?.isNumber == true
    guard let written = WrittenInstant(parsing: isShort ? text + ":00" : text) else {
      throw CommandFailure(
        "\(option): '\(text)' is not a date and time",
        hint: "Write 2012-08-01T13:30:00Z, or 2012-08-01T09:30 to be read in \(display.label).")
    }
    guard !written.isZoneStated else { return written.instant }
    let offset = display.offsetSeconds(at: written.instant)
    let first = written.instant.advanced(bySeconds: -Double(offset))
    // The offset that holds at the true instant, which near a change of the clocks is another one.
    return written.instant.advanced(bySeconds: -Double(display.offsetSeconds(at: first)))
  }
}
