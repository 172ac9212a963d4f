import Chronology
import EvidenceRecords
import Incidents
import Learning
import Postmortems
import TimelineBuilding

/// Cases for tests.
enum Sample {
  /// 2026-03-01T14:00:00Z.
  static let start = Instant(seconds: 1_772_373_600)

  static func stamp(_ version: Int64, _ at: Instant = start) -> EventStamp {
    EventStamp(version: version, recorded: at, claimed: nil, actor: "kim")
  }

  static func postmortem(
    _ number: Int, _ title: String, text: String = "", origin: PostmortemOrigin = .incident,
    _ events: [(PostmortemEvent, Instant)] = []
  ) -> Postmortem {
    var postmortem = Postmortem(number: number)
    let begin = PostmortemStart(incident: nil, origin: origin, title: title, text: text)
    postmortem.apply(.started(begin), stamp(1))
    for (index, (event, at)) in events.enumerated() { postmortem.apply(event, stamp(Int64(index) + 2, at)) }
    return postmortem
  }

  static func moment(
    _ title: String, _ kind: MomentKind = .first, service: String? = "shop", seconds: Double = 0, rank: Int = 1,
    pattern: String? = nil
  ) -> TimelineMoment {
    TimelineMoment(
      id: title, instant: start.advanced(bySeconds: seconds), instantBasis: .stated, kind: kind, title: title,
      reason: "never seen before", count: 1, rank: rank, service: service, hosts: [], evidence: [],
      pattern: pattern)
  }

  static func report(_ moments: [TimelineMoment]) -> TimelineReport {
    TimelineReport(
      evidence: [], window: nil, sources: [], clockNotes: [], onset: nil, moments: moments, suspects: [],
      noChange: NoChange(score: 0, reasons: []))
  }

  static func patterns(_ titles: String...) -> [EvidencePattern] {
    EvidencePattern.all(in: report(titles.enumerated().map { moment($0.element, rank: $0.offset + 1) }))
  }

  static func words(_ text: String) -> WordCounts {
    var words = WordCounts()
    words.add(text)
    return words
  }

  /// An incident whose impact began some days after the start, with the seconds to each instant.
  static func incident(
    _ number: Int, day: Double = 0, state: IncidentState = .resolved, isDrill: Bool = false, severity: Int = 2,
    components: [String] = [], title: String = "Payments fail", _ seconds: [InstantName: Double] = [:]
  ) -> MeasuredIncident {
    let began = start.advanced(bySeconds: day * 86_400)
    var instants = [InstantName.impactStarted: began]
    for (name, after) in seconds { instants[name] = began.advanced(bySeconds: after) }
    return MeasuredIncident(
      number: number, title: title, severity: severity, components: components, isDrill: isDrill, state: state,
      instants: instants)
  }
}
