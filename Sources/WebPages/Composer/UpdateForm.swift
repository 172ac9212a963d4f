import Accounts
import Findings
import Incidents
import Interchange
import PageKit
import RecordViews

/// An update as one form: its questions, how it will read, and the buttons that keep it, approve it or let it out.
///
/// Every button means what stands in the fields, whether it was kept before or not.
struct UpdateForm: Sendable {
  let scene: IncidentScene
  /// As it is kept; nil: it is new.
  let update: IncidentUpdate?
  /// What was typed and is not kept.
  let typed: UpdateDraft?
  let start: UpdateStart
  /// On what was typed, where something was.
  let findings: [Finding]
  let page: SitePath

  var html: HTML {
    Tag.section(.class("composer-write"), .labelledBy("write-title")) {
      Tag.h2(.id("write-title")) { "What they need to hear" }
      if scene.isOpen {
        theirs
        form.html(.class("form composer-form")) {
          fields
          Tag.button(.class(update == nil ? "strong" : ""), .set("type", "submit")) {
            update == nil ? "Look at it before it goes out" : "Save, and look again"
          }
          Tag.p(.class("section-note")) { "Nothing goes out by this." }
          outlook
        }
      } else {
        Tag.p(.class("gap-block")) { "It is a draft. A responder can go on with it." }
        outlook
      }
    }
  }

  private var form: ActionForm {
    let path =
      update.map { ActionPath(.reviseUpdate, "\(scene.id)", "\($0.number)") } ?? ActionPath(.draftUpdate, "\(scene.id)")
    // A new one leads to itself, where the reviewer and the preview are.
    return ActionForm(
      ComposerPage.form, path, on: page, context: scene.context, returnTo: update == nil ? nil : page,
      version: update?.version, zone: scene.zone)
  }

  private var rows: ComponentRows {
    let isNew = update == nil
    return ComponentRows(
      form: form, components: scene.view.components, touched: scene.incident.components,
      chosen: update?.components ?? start.components,
      beginning: isNew ? (start.state == .resolved ? .operational : .degraded) : nil,
      findings: findings.filter { $0.path == UpdateQuestion.componentsPath })
  }

  private var fields: HTML {
    .joined([
      Tag.div(.class("composer-for")) {
        form.field(
          "audience", "For whom?", .choice(Audience.allCases.map { ($0.rawValue, Self.words($0)) }),
          value: (update?.audience ?? start.audience).rawValue)
        form.field(
          "state", "How far are we?", .choice(PublicState.allCases.map { ($0.rawValue, Self.words($0)) }),
          value: (update?.state ?? start.state).rawValue)
      },
      headline,
      UpdateQuestions(form: form, text: update?.text ?? start.text, findings: findings).html,
      rows.html ?? .empty,
    ])
  }

  /// What customers will read above it: the title that the incident has when it goes out.
  private var headline: HTML {
    let title = scene.incident.facts.title
    let cards = findings.filter { $0.path == UpdateQuestion.headlinePath }
    return Tag.div(.class("question-row", cards.isEmpty ? "" : "has-findings")) {
      Tag.div(.class("field")) {
        Tag.p(.class("section-note")) { "The headline on the status page, for customers, is the incident’s title:" }
        Tag.p {
          Tag.strong { title }
          " "
          Tag.a(.class("quiet-link"), .href(.incident(scene.id)), .set("target", "_blank"), .set("rel", "noopener")) {
            "Change it on the incident’s page"
          }
        }
        if let before = scene.incident.headline, before != title {
          Tag.p(.class("section-note")) { "Until this goes out, it is still ‘\(before)’." }
        }
      }
      if !cards.isEmpty {
        Tag.aside(.class("findings"), .label("What the reviewer says of the headline")) {
          for finding in cards { FindingCard(finding: finding, lineText: title, isInDocument: false).html }
        }
      }
    }
  }

  /// How it will read, and what stands between it and its readers; nothing before it is kept once.
  private var outlook: HTML? {
    guard let update else { return nil }
    var meant = update
    if let typed { meant.take(typed, by: scene.context.caller?.account ?? update.author) }
    return .joined([
      UpdatePreview(scene: scene, update: meant).html,
      PublishPanel(scene: scene, update: meant, findings: findings, form: form, repairs: rows.repairs).html,
    ])
  }

  /// What somebody else kept meanwhile, so that it is not written over unread.
  private var theirs: HTML? {
    guard let update, form.outcome?.problem.kind == .staleVersion, typed != nil else { return nil }
    return Tag.section(.class("panel composer-theirs"), .labelledBy("theirs-title")) {
      Tag.h3(.id("theirs-title")) { "What is kept now" }
      Tag.p(.class("section-note")) {
        "\(update.author) saved it while you wrote: \(update.state.rawValue), to \(update.audience.words). Take over into yours what should stay; saving again replaces it. "
        Tag.a(.href(page)) { "Or go on from this one" }
      }
      UpdateWords(text: update.text, zone: scene.zone).html
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

/// What was typed into an update that went out before it was sent.
struct UnsentWords: Sendable {
  let text: UpdateText
  let zone: PageZone

  var html: HTML {
    Tag.section(.class("panel composer-theirs"), .labelledBy("unsent-title")) {
      Tag.h2(.id("unsent-title")) { "What you had written" }
      Tag.p(.class("section-note")) { "It did not go out. Take it over into a correction, or into a further update." }
      UpdateWords(text: text, zone: zone).html
    }
  }
}
