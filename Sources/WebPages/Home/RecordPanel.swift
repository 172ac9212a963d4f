import PageKit
import RecordViews

/// How the record stands, and how to convince oneself of it.
struct RecordPanel: Sendable {
  let record: RecordSummary

  var html: HTML {
    Tag.section(.class("record panel"), .labelledBy("record-title")) {
      Tag.h2(.id("record-title")) { "The record" }
      facts
      Tag.p {
        "Every event carries the hash of the one before it. Write this hash down, and nobody can change the past unseen."
      }
      Commands(["mayday record verify"]).html
    }
  }

  private var facts: HTML {
    var facts = Facts()
    facts.add("Events", Wording.grouped(record.eventCount))
    facts.add(
      "Newest",
      record.lastRecorded.map { TimeText(instant: $0, text: PageZone.utc.dateAndMinute($0)).html }
        ?? Gap("None yet").html)
    facts.add(
      "Hash of the newest", record.head.map { head in Tag.code(.class("hash-full")) { head } } ?? Gap("None yet").html)
    return facts.html
  }
}
