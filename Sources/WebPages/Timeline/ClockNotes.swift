import Chronology
import EvidenceReading
import PageKit
import TimelineBuilding

/// What a reader has to know of the clocks before believing an order of events.
struct ClockNotes: Sendable {
  let scene: TimelineScene

  var html: HTML? {
    let notes = scene.report.clockNotes + [assumed].compactMap(\.self)
    guard !notes.isEmpty else { return nil }
    return Tag.section(.class("clocks panel"), .labelledBy("clocks-title")) {
      Tag.h2(.id("clocks-title")) { "Clocks" }
      Tag.ul { for note in notes { Tag.li { Wording.sentence(note) } } }
    }
  }

  private var assumed: String? {
    let count = scene.report.sources.count { $0.first != nil && $0.zoneBasis == .assumed }
    guard count > 0 else { return nil }
    return count == 1
      ? "One source writes no zone and nothing speaks for one; an assumed zone was used."
      : "\(count) sources write no zone and nothing speaks for one; an assumed zone was used."
  }
}
