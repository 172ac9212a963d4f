import Chronology
package import DrillPages
import Incidents
package import Learning
import LessonPages
package import PageKit
package import RecordViews

/// One incident: led live while it runs, with its own timeline; and what the evidence shows beneath.
///
/// An incident that only a document speaks of has no timeline of its own: its facts stand at the head.
package struct IncidentPage: Sendable {
  private let scene: IncidentScene
  private let refusedZone: String?
  private let like: HTML?
  private let choice: HTML?

  /// `query` is what the reader chose; a zone that is not known is said, and UTC is used.
  ///
  /// `like` are earlier cases that this one looks like, `plans` those that it could follow, `drill` the one that is
  /// played on its screens.
  package init(
    view: IncidentView, query: TimelineQuery = TimelineQuery(), like: [Likeness] = [],
    plans: PlanChoice = PlanChoice(), drill: DrillScene? = nil, context: PageContext = PageContext()
  ) {
    let zone = query.zone.map { PageZone($0) } ?? .utc
    refusedZone = zone == nil ? query.zone : nil
    var query = query
    if zone == nil { query.zone = nil }
    self.like = LikePanel(like, place: .running).html
    scene = IncidentScene(view: view, query: query, zone: zone ?? .utc, context: context, drill: drill)
    choice = PlanOffers(scene: scene, choice: plans).html
  }

  private var view: IncidentView { scene.view }

  package var html: String {
    let summary = view.summary
    return PageFrame(
      title: "\(summary.id): \(summary.title)", trail: [("\(summary.id)", .incident(summary.id))],
      kind: "incident", context: scene.context, scripts: scripts,
      styles: scene.drill == nil ? [] : [.drills], isDrill: scene.incident.isDrill
    ).html {
      banners
      if scene.incident.isDeclared {
        live
      } else {
        documentHead
        if view.timeline != nil { evidence } else { noTimeline }
      }
      AsOfForm(scene: scene).html
    }
  }

  private var scripts: [Asset] {
    guard scene.incident.isDeclared else { return [.rail] }
    guard view.asOf == nil else { return [.rail, .keys] }
    return [.rail, .clocks, .keys, .live] + (scene.isOpen ? [.say] : []) + (scene.drill == nil ? [] : [.drill])
  }

  private var banners: HTML {
    .joined([
      view.asOf.map { AsOfBanner(instant: $0, zone: scene.zone, back: .incident(scene.id, now)).html } ?? .empty,
      scene.drill.map { DrillBanner(scene: $0).html } ?? .empty,
      scene.incident.isDrill && scene.drill == nil
        ? Tag.p(.class("banner banner-drill"), .set("role", "note")) {
          "This is a drill. Nothing of it reaches customers or a statistic."
        } : .empty,
      scene.incident.isPrivate
        ? Tag.p(.class("banner banner-private"), .set("role", "note")) {
          "Private: only those named under ‘Who may see it’ know of it."
        } : .empty,
    ])
  }

  /// The same page without the past.
  private var now: TimelineQuery {
    var query = scene.query
    query.asOf = nil
    return query
  }

  private var live: HTML {
    Tag.div(
      .class("live"), .id("live"), .set("data-incident", "\(scene.id)"),
      view.asOf == nil ? .set("data-events", ResponsePath.events(scene.id).text) : nil
    ) {
      IncidentHead(scene: scene).html
      jumps
      Tag.div(.class("live-board")) {
        Tag.div(.class("live-main")) {
          Tag.div(.set("data-live", "what-now")) { WhatNow.live(scene) }
          choice
          if scene.isOpen {
            SayForm(scene: scene).html
            DecisionForm(scene: scene).html
          }
          EntryList(scene: scene).html
        }
        Tag.div(.class("live-side")) {
          StatePanel(scene: scene).html
          like
          UpdatePanel(scene: scene).html
          RolePanel(scene: scene).html
          InstantPanel(scene: scene).html
          AccessPanel(scene: scene).html
          PostmortemPanel(scene: scene).html
          playAgain
        }
      }
      EvidencePanel(scene: scene).html
      if view.timeline != nil { evidence }
      Shortcuts.incident.html
    }
  }

  /// On a narrow screen all that stands beside the timeline stands far below it.
  private var jumps: HTML {
    Tag.nav(.class("jumps"), .label("On this page")) {
      Tag.ul {
        if scene.isOpen { Tag.li { Tag.a(.class("jump-first"), .href(fragment: "say-section")) { "Write" } } }
        if let plan { Tag.li { Tag.a(.class("jump-first"), .href(fragment: plan)) { "Plan" } } }
        for (place, words) in [
          ("what-now", "To do"), ("state", "State"), ("updates", "Told to people"), ("roles", "Roles"),
          ("instants", "When"),
          ("evidence", "Evidence"),
        ] + (like == nil ? [] : [(LikePanel.anchor, "Seen before?")]) {
          Tag.li { Tag.a(.href(fragment: place)) { words } }
        }
      }
    }
  }

  /// The plan that is followed, else where one is chosen.
  private var plan: String? {
    let followed = scene.incident.plans.last { $0.dropped == nil }
    return followed.map { "plan-\($0.number)" } ?? (choice == nil ? nil : "plans")
  }

  /// What was lived through once can be rehearsed.
  private var playAgain: HTML? {
    guard scene.isOpen, !scene.isRunning, !scene.incident.isDrill, !scene.incident.isPrivate else { return nil }
    return Tag.section(.class("panel side-part"), .labelledBy("again-title")) {
      Tag.h2(.id("again-title")) { "Play it again" }
      Tag.p(.class("section-note")) { "As a drill, with what came then at its minute, and roles in place of names." }
      Tag.p { Tag.a(.class("button"), .href(.drills(.scenarioFrom(scene.id)))) { "Make a scenario of it" } }
    }
  }

  // MARK: Evidence

  private var evidence: HTML {
    guard let timeline = view.timeline else { return .empty }
    var scene = TimelineScene(report: timeline, zone: scene.zone, incident: scene.id, query: scene.query)
    if self.scene.incident.isDeclared { scene.acts = EvidenceActs(scene: self.scene) }
    return HTML.joined([
      TimelineStrip(scene: scene).html ?? .empty,
      tools,
      Tag.div(.class("board")) {
        Tag.div(.class("board-side")) {
          SuspectPanel(scene: scene).html
          ClockNotes(scene: scene).html
        }
        TimelineRail(scene: scene).html
      },
      SourceTable(scene: scene).html,
      Tag.p(.class("exports")) { Tag.a(.href(.incidentTimeline(self.scene.id))) { "This timeline as JSON" } },
    ])
  }

  private var tools: HTML {
    Tag.nav(.class("tools"), .label(scene.incident.isDeclared ? "In the evidence" : "On this page")) {
      Tag.ul {
        Tag.li { Tag.a(.href(fragment: "timeline")) { "Timeline" } }
        if scene.incident.isDeclared {
          Tag.li { Tag.a(.href(fragment: "evidence-timeline")) { "What the evidence shows" } }
        }
        Tag.li { Tag.a(.href(fragment: "suspects")) { "Worth examining" } }
        Tag.li { Tag.a(.href(fragment: "sources")) { "Sources" } }
      }
      ZoneForm(incident: view.summary.id, query: scene.query, zone: scene.zone, refused: refusedZone).html
    }
  }

  // MARK: What only a document speaks of

  private var documentHead: HTML {
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
      IncidentFacts(summary: summary, zone: scene.zone, postmortem: view.postmortem).html
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
