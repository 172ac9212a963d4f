import Chronology
import Documents
import PageKit
import RecordViews

/// The head of a postmortem: whose it is, when it was, how it stands, and what the reviewer found.
struct PostmortemHead: Sendable {
  let view: PostmortemView

  var html: HTML {
    Tag.header(.class("lead")) {
      Tag.p(.class("marks")) {
        if let incident = view.incident { SeverityMark(severity: incident.severity).html }
        StatusMark(status: view.summary.status).html
        Tag.span(.class("identifier")) { "\(view.summary.id)" }
      }
      Tag.h1 { view.summary.title }
      facts
    }
  }

  private var facts: HTML {
    let incident = view.incident
    let zone = PageZone.utc
    var facts = Facts()
    if let started = incident?.started, let ended = incident?.ended, ended >= started {
      facts.add("Lasted", Wording.duration(seconds: ended.seconds(since: started)))
    } else {
      facts.add("Lasted", nil as String?)
    }
    facts.add("Began", incident?.started.map { TimeText(instant: $0, text: zone.dateAndMinute($0)).html })
    facts.add("Ended", incident?.ended.map { TimeText(instant: $0, text: zone.dateAndMinute($0)).html })
    facts.add("Owner", view.document.owner)
    if let incident {
      facts.add("Incident", Tag.a(.href(.incident(incident.id))) { "\(incident.id), with its evidence" })
    }
    facts.add(
      "Reviewer",
      Tag.span(.class("counts")) {
        FindingCounts(errors: view.summary.errorCount, warnings: view.summary.warningCount).html
      })
    facts.add(
      "Actions",
      view.summary.openActionCount == 0 ? "None open" : "\(Wording.grouped(view.summary.openActionCount)) open")
    return facts.html
  }
}
