import Chronology
import Findings
package import Incidents
import Interchange
package import PageKit
package import RecordViews

/// Where an update is written, looked at as those will see it whom it is for, and let out by one deliberate act.
package struct ComposerPage: Sendable {
  private let scene: IncidentScene
  /// Nil: it is new.
  private let update: IncidentUpdate?
  private let start: UpdateStart

  /// A new update; `broken` is what was typed already, `words` names prepared words of a followed plan.
  package init(
    view: IncidentView, audience: Audience?, broken: String? = nil, words: String? = nil, zone: String? = nil,
    context: PageContext
  ) {
    scene = IncidentScene(
      view: view, query: TimelineQuery(zone: zone), zone: zone.flatMap { PageZone($0) } ?? .utc, context: context)
    update = nil
    start = UpdateStart(
      view: view, audience: audience ?? .customers, broken: broken,
      prepared: words.flatMap { key in PreparedOffer.all(in: view).first { $0.key == key }?.words }, now: scene.now)
  }

  /// An update that is there; nil where there is none of that number.
  package init?(view: IncidentView, number: Int, zone: String? = nil, context: PageContext) {
    guard let update = view.incident.updates.first(where: { $0.number == number }) else { return nil }
    scene = IncidentScene(
      view: view, query: TimelineQuery(zone: zone), zone: zone.flatMap { PageZone($0) } ?? .utc, context: context)
    self.update = update
    start = UpdateStart(view: view, audience: update.audience, broken: nil, now: scene.now)
  }

  private var page: SitePath {
    .response(update.map { .update(scene.id, $0.number) } ?? .newUpdate(scene.id, start.audience))
  }

  private var findings: [Finding] { update.flatMap { scene.view.findings[$0.number] } ?? [] }

  private var title: String {
    guard let update else { return "New update" }
    return "Update \(update.number) to \(update.audience.words)"
  }

  package var html: String {
    PageFrame(
      title: "\(scene.id): \(title)",
      trail: [("\(scene.id)", .incident(scene.id)), (update.map { "Update \($0.number)" } ?? "New update", page)],
      kind: "composer", context: scene.context, scripts: [.clocks], isDrill: scene.incident.isDrill
    ).html {
      head
      if let update, update.published != nil {
        PublishedUpdate(scene: scene, update: update, page: page).html
      } else {
        if scene.isOpen {
          PreparedOffers(view: scene.view, audience: start.audience, isBegun: update != nil).html
        }
        UpdateForm(scene: scene, update: update, start: start, findings: findings, page: page).html
        if let update {
          UpdatePreview(scene: scene, update: update).html
          PublishPanel(scene: scene, update: update, findings: findings, page: page).html
        }
      }
    }
  }

  private var head: HTML {
    Tag.header(.class("lead composer-lead")) {
      Tag.p(.class("marks")) {
        SeverityMark(
          severity: scene.incident.facts.severity,
          name: scene.policy.severity(scene.incident.facts.severity)?.name
        ).html
        StateMark(state: scene.incident.state).html
        ApartMark(isDrill: scene.incident.isDrill, isPrivate: scene.incident.isPrivate).html
        Tag.a(.class("identifier"), .href(.incident(scene.id))) { "\(scene.id): \(scene.incident.facts.title)" }
      }
      Tag.h1 { title }
      if update?.published == nil, let promise = scene.view.promises.first(where: { $0.audience == start.audience }) {
        Tag.p(.class("lede", "due-\(promise.standing(at: scene.now).rawValue)")) {
          "\(promise.words) "
          Tag.strong { ClockText.until(promise, now: scene.now) }
        }
      }
    }
  }
}

/// The questions of an update with its audience and state.
struct UpdateForm: Sendable {
  let scene: IncidentScene
  let update: IncidentUpdate?
  let start: UpdateStart
  let findings: [Finding]
  let page: SitePath

  var html: HTML {
    let path =
      update.map { ActionPath(.reviseUpdate, "\(scene.id)", "\($0.number)") } ?? ActionPath(.draftUpdate, "\(scene.id)")
    // A new one leads to itself, where the reviewer and the preview are.
    let form = ActionForm(
      "update", path, on: page, context: scene.context, returnTo: update == nil ? nil : page, version: nil,
      zone: scene.zone)
    return Tag.section(.class("composer-write"), .labelledBy("write-title")) {
      Tag.h2(.id("write-title")) { "What they need to hear" }
      if scene.isOpen {
        form.html(.class("form composer-form")) {
          Tag.div(.class("composer-for")) {
            form.field(
              "audience", "For whom?", .choice(Audience.allCases.map { ($0.rawValue, Self.words($0)) }),
              value: (update?.audience ?? start.audience).rawValue)
            form.field(
              "state", "How far are we?", .choice(PublicState.allCases.map { ($0.rawValue, Self.words($0)) }),
              value: (update?.state ?? start.state).rawValue)
          }
          UpdateQuestions(form: form, text: update?.text ?? start.text, findings: findings).html
          ComponentRows(
            form: form, components: scene.view.components, touched: scene.incident.components,
            chosen: update?.components ?? start.components
          ).html
          Tag.button(.class(update == nil ? "strong" : ""), .set("type", "submit")) {
            update == nil ? "Look at it before it goes out" : "Save, and look again"
          }
          Tag.p(.class("section-note")) { "Nothing goes out by this." }
        }
      } else {
        Tag.p(.class("gap-block")) { "It is a draft. A responder can go on with it." }
      }
    }
  }

  static func words(_ audience: Audience) -> String {
    switch audience {
    case .internal: "The company: everybody who is not working on it"
    case .stakeholders: "Stakeholders: management, the board, partners"
    case .customers: "Customers: it stands on the status page"
    case .authorities: "Authorities: regulators, data protection, police"
    }
  }

  static func words(_ state: PublicState) -> String {
    switch state {
    case .investigating: "Investigating: we look for what it is"
    case .identified: "Identified: we know what it is, and work on it"
    case .monitoring: "Monitoring: repaired as far as we see, and watched"
    case .resolved: "Resolved: it is over"
    }
  }
}
