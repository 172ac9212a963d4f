import Chronology
import PageKit
import RecordViews

/// When, how long, and where the story is told: the facts that stand at the head of an incident.
struct IncidentFacts: Sendable {
  let summary: IncidentSummary
  let zone: PageZone
  let postmortem: PostmortemSummary?

  var html: HTML {
    var facts = Facts()
    facts.add("Lasted", length)
    facts.add("Began", summary.started.map { TimeText(instant: $0, text: zone.dateAndMinute($0)).html })
    facts.add("Ended", summary.ended.map { TimeText(instant: $0, text: zone.dateAndMinute($0)).html })
    facts.add("Postmortem", link)
    return facts.html
  }

  private var length: String? {
    guard let started = summary.started, let ended = summary.ended, ended >= started else { return nil }
    return Wording.duration(seconds: ended.seconds(since: started))
  }

  private var link: HTML {
    guard let postmortem else { return Gap("Not written yet").html }
    return Tag.a(.href(.postmortem(postmortem.id))) { "\(postmortem.id), \(postmortem.status.lowercased())" }
  }
}
