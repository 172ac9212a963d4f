import Chronology
package import Desk

/// The first page: incidents, what was written about them, and how the record stands.
package struct HomePage: Sendable {
  private let view: HomeView

  package init(view: HomeView) { self.view = view }

  package var html: String {
    PageFrame(title: "Mayday", kind: "home").html {
      if view.incidents.isEmpty, view.postmortems.isEmpty {
        FirstSteps().html
      } else {
        incidents
        postmortems
      }
      if let record = view.record { RecordPanel(record: record).html }
    }
  }

  private var incidents: HTML {
    Tag.section(.class("incidents"), .labelledBy("incidents-title")) {
      Tag.header(.class("section-head")) {
        Tag.h1(.id("incidents-title")) { "Incidents" }
        Tag.p(.class("section-note")) { "\(Wording.count(view.incidents.count, "incident")), newest first" }
      }
      if view.incidents.isEmpty { Tag.p(.class("gap-block")) { "No incident is recorded." } }
      Tag.ol(.class("incident-list")) { for incident in view.incidents { Self.row(incident) } }
    }
  }

  private static func row(_ incident: IncidentSummary) -> HTML {
    Tag.li {
      Tag.article(.class("incident-row")) {
        Tag.p(.class("marks")) {
          SeverityMark(severity: incident.severity).html
          StatusMark(status: incident.status).html
          Tag.span(.class("identifier")) { "\(incident.id)" }
        }
        Tag.h2 { Tag.a(.class("cover"), .href(.incident(incident.id))) { incident.title } }
        if let impact = incident.impact, !impact.isEmpty {
          Tag.p(.class("impact")) { impact }
        } else {
          Tag.p(.class("impact")) { Gap("What users felt is not known yet.").html }
        }
        Tag.p(.class("incident-when")) { when(incident) }
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

  private static func when(_ incident: IncidentSummary) -> HTML {
    guard let started = incident.started else { return Gap("When it began is not known").html }
    let began = TimeText(instant: started, text: PageZone.utc.dateAndMinute(started)).html
    guard let ended = incident.ended, ended >= started else {
      return .joined([began, Gap("Its end is not known").html])
    }
    return .joined([Tag.strong { Wording.duration(seconds: ended.seconds(since: started)) }, began])
  }

  private var postmortems: HTML {
    Tag.section(.class("postmortems"), .labelledBy("postmortems-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("postmortems-title")) { "Postmortems" }
        Tag.p(.class("section-note")) { Wording.count(view.postmortems.count, "postmortem") }
      }
      if view.postmortems.isEmpty {
        Tag.p(.class("gap-block")) { "None is written yet. A draft takes a minute:" }
        Commands(["mayday draft EVIDENCE -o postmortem.md"]).html
      } else {
        Tag.ul(.class("postmortem-list")) { for postmortem in view.postmortems { Self.row(postmortem) } }
      }
    }
  }

  private static func row(_ postmortem: PostmortemSummary) -> HTML {
    Tag.li(.class("postmortem-row")) {
      Tag.p(.class("postmortem-title")) {
        Tag.a(.class("cover"), .href(.postmortem(postmortem.id))) { postmortem.title }
        Tag.span(.class("identifier")) { "\(postmortem.id) of \(postmortem.incident)" }
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

/// How many findings of each weight, in words; or that there are none.
struct FindingCounts: Sendable {
  let errors: Int
  let warnings: Int

  var html: HTML {
    guard errors + warnings > 0 else { return Tag.span { "No findings" } }
    return .joined([
      errors == 0
        ? .empty : Tag.span(.class("count-error")) { Wording.count(errors, "error") },
      warnings == 0
        ? .empty : Tag.span(.class("count-warning")) { Wording.count(warnings, "warning") },
    ])
  }
}
