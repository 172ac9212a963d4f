package import ArgumentParser
import Chronology
import Composition
import EvidenceReading
import Foundation
import TerminalPages
package import TimelineBuilding

/// The evidence that a command reads and how its stamps without a zone are read.
package struct EvidenceArguments: ParsableArguments {
  @Argument(
    help: "Files and folders, plain or compressed, in any mix.",
    completion: .file())
  package var evidence: [String]

  @Option(
    name: .customLong("assume-zone"),
    help: ArgumentHelp(
      "Offset in which stamps without a zone are read where the evidence does not tell: UTC, +02:00.",
      valueName: "offset"))
  package var assumedZone: String = "UTC"

  package init() {}

  /// The timeline of evidence of which something was understood.
  ///
  /// Throws ``CommandFailure`` with the first reasons when nothing was: an empty timeline would say that all was calm.
  package func understoodReport(window: TimelineOptions) throws -> TimelineReport {
    let report = try report(window: window)
    guard !report.sources.contains(where: SourcesText.isUnderstood) else { return report }
    let reasons = report.sources.prefix(3).map { source in
      "'\(TerminalText.harmless(source.path))': \(source.notes.first.map { TerminalText.harmless($0) } ?? source.format)"
    }
    throw CommandFailure(
      "nothing in the evidence was understood",
      hint: reasons.joined(separator: "\n  ") + "\n  All of it: mayday sources")
  }

  /// Reads the evidence and builds its timeline, with a progress line on a terminal.
  package func report(window: TimelineOptions = TimelineOptions()) throws -> TimelineReport {
    var reading = ReadingOptions()
    reading.assumedOffsetSeconds = try assumedOffsetSeconds()
    let line = ProgressLine()
    defer { line.finish() }
    do {
      return try EvidenceTimeline(reading: reading, timeline: window).build(paths: evidence) { progress in
        line.update(bytesRead: progress.bytesRead, bytesTotal: progress.bytesTotal, file: progress.file)
      }
    } catch {
      line.finish()
      throw error
    }
  }

  private func assumedOffsetSeconds() throws -> Int {
    guard let zone = DisplayZone(assumedZone), !assumedZone.contains("/"), assumedZone != "local" else {
      throw CommandFailure(
        "--assume-zone: '\(assumedZone)' is not an offset from UTC", hint: "Write UTC or an offset such as +02:00.")
    }
    return zone.zone.secondsFromGMT()
  }
}
