import Findings
package import Incidents
import Interchange
package import PageKit
package import RecordViews
import WireSchemas

/// Where an update is written, looked at as those will see it whom it is for, and let out by one deliberate act.
package struct ComposerPage: Sendable {
  private let scene: IncidentScene
  /// Nil: it is new.
  private let update: IncidentUpdate?
  /// What was typed and not kept, where the form came back with another text than the one that is kept.
  private let typed: UpdateDraft?
  private let start: UpdateStart

  /// The name of the form with the fields.
  static let form = "update"

  /// A new update; `broken` is what was typed already, `words` names prepared words of a followed plan.
  package init(
    view: IncidentView, audience: Audience?, broken: String? = nil, words: String? = nil, zone: String? = nil,
    context: PageContext
  ) {
    scene = IncidentScene(
      view: view, query: TimelineQuery(zone: zone), zone: zone.flatMap { PageZone($0) } ?? .utc, context: context)
    update = nil
    typed = nil
    start = UpdateStart(
      view: view, audience: audience ?? .customers, broken: broken,
      prepared: words.flatMap { key in PreparedOffer.all(in: view).first { $0.key == key }?.words }, now: scene.now)
  }

  /// An update that is there; nil where there is none of that number.
  ///
  /// `view` has findings on what was typed where ``typed(in:number:)`` gives a text.
  package init?(view: IncidentView, number: Int, zone: String? = nil, context: PageContext) {
    guard let update = view.incident.updates.first(where: { $0.number == number }) else { return nil }
    scene = IncidentScene(
      view: view, query: TimelineQuery(zone: zone), zone: zone.flatMap { PageZone($0) } ?? .utc, context: context)
    self.update = update
    typed = Self.typed(in: context, number: number).flatMap { update.isSame(as: $0) ? nil : $0 }
    start = UpdateStart(view: view, audience: update.audience, broken: nil, now: scene.now)
  }

  /// What stood in the fields of the form that came back; nil where none did.
  package static func typed(in context: PageContext, number: Int) -> UpdateDraft? {
    guard let outcome = context.outcome, outcome.form == form, let schema = Operations[.reviseUpdate].body else {
      return nil
    }
    return UpdateDraft(update: number, body: FormBridge.body(from: outcome.fields, for: schema))
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
      kind: "composer", context: scene.context, scripts: [.clocks, .composer], isDrill: scene.incident.isDrill
    ).html {
      head
      if let update, update.published != nil {
        if let typed { UnsentWords(text: typed.text, zone: scene.zone).html }
        PublishedUpdate(scene: scene, update: update, page: page).html
      } else {
        if scene.isOpen {
          PreparedOffers(view: scene.view, audience: start.audience, isBegun: update != nil).html
        }
        UpdateForm(scene: scene, update: update, typed: typed, start: start, findings: findings, page: page).html
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
