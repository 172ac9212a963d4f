import Chronology
import Incidents
import PageKit
import RecordViews

/// One incident of a list.
struct IncidentRow: Sendable {
  let incident: IncidentSummary
  let policy: Policy

  var html: HTML {
    Tag.li {
      Tag.article(.class("incident-row")) {
        Tag.p(.class("marks")) {
          SeverityMark(severity: incident.severity, name: policy.severity(incident.severity)?.name).html
          if let state = incident.state {
            StateMark(state: state).html
          } else {
            StatusMark(status: incident.status).html
          }
          ApartMark(isDrill: incident.isDrill, isPrivate: incident.isPrivate).html
          Tag.span(.class("identifier")) { "\(incident.id)" }
        }
        Tag.h3(.class("row-title")) { Tag.a(.class("cover"), .href(.incident(incident.id))) { incident.title } }
        if let impact = incident.impact, !impact.isEmpty {
          Tag.p(.class("impact")) { impact }
        } else {
          Tag.p(.class("impact")) { Gap("What users felt is not known yet.").html }
        }
        Tag.p(.class("incident-when")) { when }
        Tag.p(.class("incident-links")) {
          Tag.span { incident.momentCount == 0 ? "No evidence yet" : Wording.count(incident.momentCount, "moment") }
          if let postmortem = incident.postmortem {
            Tag.a(.href(.postmortem(postmortem))) { "Postmortem \(postmortem)" }
          } else {
            Gap("No postmortem yet").html
          }
        }
      }
    }
  }

  private var when: HTML {
    guard let started = incident.started else { return Gap("When it began is not known").html }
    let began = TimeText(instant: started, text: PageZone.utc.dateAndMinute(started)).html
    guard let ended = incident.ended, ended >= started else {
      return .joined([began, Gap("Its end is not known").html])
    }
    return .joined([Tag.strong { Wording.duration(seconds: ended.seconds(since: started)) }, began])
  }
}

/// One postmortem of a list.
struct PostmortemRow: Sendable {
  let postmortem: PostmortemSummary

  var html: HTML {
    Tag.li(.class("postmortem-row")) {
      Tag.p(.class("postmortem-title")) {
        Tag.a(.class("cover"), .href(.postmortem(postmortem.id))) { postmortem.title }
        Tag.span(.class("identifier")) { postmortem.incident.map { "\(postmortem.id) of \($0)" } ?? "\(postmortem.id)" }
      }
      Tag.p(.class("postmortem-state")) {
        StatusMark(status: postmortem.status).html
        FindingCounts(errors: postmortem.errorCount, warnings: postmortem.warningCount).html
        Tag.span {
          postmortem.openActionCount == 0 ? "No open actions" : Wording.count(postmortem.openActionCount, "open action")
        }
      }
    }
  }
}
