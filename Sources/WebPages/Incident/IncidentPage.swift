package import Desk

/// One incident: what is known of it in a glance, its timeline, what is worth examining, and what all of it rests on.
package struct IncidentPage: Sendable {
  private let view: IncidentView
  private let query: TimelineQuery
  private let zone: PageZone
  private let refusedZone: String?
  private let context: PageContext?

  /// `query` is what the reader chose; a zone that is not known is said, and UTC is used.
  package init(view: IncidentView, query: TimelineQuery = TimelineQuery(), context: PageContext? = nil) {
    self.view = view
    self.context = context
    let zone = query.zone.map { PageZone($0) } ?? .utc
    self.zone = zone ?? .utc
    refusedZone = zone == nil ? query.zone : nil
    self.query = zone == nil ? TimelineQuery(isAll: query.isAll) : query
  }

  package var html: String {
    let summary = view.summary
    return PageFrame(
      title: "\(summary.id): \(summary.title)", trail: [("\(summary.id)", .incident(summary.id))], kind: "incident",
      context: context
    ).html {
      head
      if let timeline = view.timeline {
        let scene = TimelineScene(report: timeline, zone: zone, incident: summary.id, query: query)
        TimelineStrip(scene: scene).html
        tools
        Tag.div(.class("board")) {
          Tag.div(.class("board-side")) {
            SuspectPanel(scene: scene).html
            ClockNotes(scene: scene).html
          }
          TimelineRail(scene: scene).html
        }
        SourceTable(scene: scene).html
        Tag.p(.class("exports")) { Tag.a(.href(.incidentTimeline(summary.id))) { "This timeline as JSON" } }
      } else {
        noTimeline
      }
    }
  }

  private var head: HTML {
    let summary = view.summary
    return Tag.header(.class("lead")) {
      Tag.p(.class("marks")) {
        SeverityMark(severity: summary.severity).html
        StatusMark(status: summary.status).html
        Tag.span(.class("identifier")) { "\(summary.id)" }
      }
      Tag.h1 { summary.title }
      if let impact = summary.impact, !impact.isEmpty {
        Tag.p(.class("lede")) { impact }
      } else {
        Tag.p(.class("lede")) { Gap("What users felt is not known yet.").html }
      }
      IncidentFacts(summary: summary, zone: zone, postmortem: view.postmortem).html
    }
  }

  private var tools: HTML {
    Tag.nav(.class("tools"), .label("On this page")) {
      Tag.ul {
        Tag.li { Tag.a(.href(fragment: "timeline")) { "Timeline" } }
        Tag.li { Tag.a(.href(fragment: "suspects")) { "Worth examining" } }
        Tag.li { Tag.a(.href(fragment: "sources")) { "Sources" } }
      }
      ZoneForm(incident: view.summary.id, query: query, zone: zone, refused: refusedZone).html
    }
  }

  private var noTimeline: HTML {
    Tag.section(.class("empty")) {
      Tag.h2 { "No evidence is attached" }
      Tag.p {
        "A timeline comes from logs, deployment records, alerts and chat. Put what was saved into a folder, then:"
      }
      Commands(["mayday draft EVIDENCE -o postmortem.md", "mayday import postmortem.md --evidence EVIDENCE"]).html
    }
  }
}
