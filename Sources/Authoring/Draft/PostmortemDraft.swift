package import Chronology
import Incidents
package import TimelineBuilding

/// A first postmortem from evidence alone: what the evidence shows is filled in, with its references; everything else
/// is a question to its author.
///
/// A question stands as a quotation that begins with ``askMark``; the reviewer finds those that are left.
package struct PostmortemDraft {
  /// How a question to the author begins.
  package static let askMark = "> **Ask:**"

  private let filling: PostmortemFilling
  private let clock: DraftClock

  /// - Parameters:
  ///   - report: what the evidence shows.
  ///   - zoneLabel: the zone in which times are written, as a person says it: `UTC`, `America/New_York`.
  ///   - offsetSeconds: seconds east of UTC at an instant.
  package init(
    report: TimelineReport, zoneLabel: String, offsetSeconds: @escaping @Sendable (Instant) -> Int
  ) {
    filling = PostmortemFilling(
      incident: nil, report: report, zoneLabel: zoneLabel, offsetSeconds: offsetSeconds)
    clock = DraftClock(zoneLabel: zoneLabel, offsetSeconds: offsetSeconds)
  }

  /// The draft as Markdown with front matter, its parts written out.
  package func markdown() -> String {
    PostmortemAssembly(
      postmortem: filling.postmortem(), incident: nil, zoneLabel: clock.zoneLabel, offsetSeconds: clock.offsetSeconds
    ).markdown()
  }
}
