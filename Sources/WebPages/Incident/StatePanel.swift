import Incidents
import Interchange
import PageKit
import RecordViews

/// Where the incident stands, and where it can go on to.
struct StatePanel: Sendable {
  let scene: IncidentScene

  var html: HTML {
    let state = scene.incident.state
    return Tag.section(.class("panel side-part"), .id("state"), .labelledBy("state-title")) {
      Tag.h2(.id("state-title")) { "State" }
      Tag.p {
        StateMark(state: state).html
        if let since = scene.incident.stateSince {
          Tag.span(.class("section-note")) {
            " since "
            scene.time(since)
          }
        }
      }
      Tag.p(.class("section-note")) { state.meaning }
      merged
      if scene.isOpen {
        change
        if state.next.contains(.merged) { merge }
        RevisionForm(scene: scene).html
      }
    }
  }

  @HTMLBuilder private var merged: HTML {
    if let into = scene.view.mergedInto {
      Tag.p {
        "Merged into "
        Tag.a(.href(.incident(into.id))) { "\(into.id): \(into.title)" }
      }
    }
    if !scene.view.mergedFrom.isEmpty {
      Tag.p(.class("section-note")) { "Merged into this one:" }
      Tag.ul {
        for other in scene.view.mergedFrom {
          Tag.li { Tag.a(.href(.incident(other.id))) { "\(other.id): \(other.title)" } }
        }
      }
    }
  }

  /// One form with a button for each state: the reason stands first, for those that ask for one.
  private var change: HTML {
    let form = scene.form("state", .changeState)
    let state = scene.incident.state
    let next = state.next.filter { $0 != .merged }
    return form.html(.class("form state-form")) {
      form.field(
        "reason", "Why", .lines,
        hint: "Asked for where an incident is declined, cancelled or opened again.",
        lengthMax: IncidentLimits.reasonScalarsMax)
      Tag.div(.class("state-buttons")) {
        for choice in next {
          Tag.button(.set("type", "submit"), .set("name", "state"), .set("value", choice.rawValue)) {
            Tag.span(.class("button-words")) { choice.words(from: state) }
            Tag.span(.class("button-note")) { choice.rawValue }
          }
        }
      }
    }
  }

  private var merge: HTML {
    let form = scene.form("merge", .changeState)
    return Tag.details(form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "It belongs to another incident" }
      form.html(.class("form")) {
        HiddenField.html("state", IncidentState.merged.rawValue)
        form.field(
          "into", "Which one", hint: "Links to this one lead on to it.", isRequired: true, placeholder: "INC-12")
        Tag.button(.set("type", "submit")) { "Merge" }
      }
    }
  }
}

/// What the incident is about, said anew.
struct RevisionForm: Sendable {
  let scene: IncidentScene

  var html: HTML {
    let facts = scene.incident.facts
    let form = scene.form("revision", .reviseIncident)
    return Tag.details(form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Title, severity, what users feel" }
      form.html(.class("form")) {
        seen(form)
        form.field(
          "title", "Title", value: facts.title, hint: titleHint, isRequired: true,
          lengthMax: IncidentLimits.titleScalarsMax)
        form.field(
          "severity", "Severity",
          .choice(scene.policy.severities.map { ("\($0.level)", "\($0.name): \($0.meaning)") }),
          value: facts.severity.map(String.init) ?? "")
        form.field(
          "impact", "What users feel", .lines, value: facts.impact ?? "", lengthMax: IncidentLimits.textScalarsMax)
        components(form)
        form.field(
          "isDrill", "Is it real?", .choice([("off", "It is real"), ("on", "It is a drill")]),
          value: scene.incident.isDrill ? "on" : "off")
        form.field(
          "reason", "Why", .lines, hint: "Asked for with a lower severity, and where the mark of a drill changes.",
          lengthMax: IncidentLimits.reasonScalarsMax)
        Tag.button(.set("type", "submit")) { "Say it anew" }
      }
    }
  }

  /// What stands there now: a field that is left alone says nothing against what somebody else writes meanwhile.
  private func seen(_ form: ActionForm) -> HTML {
    let facts = scene.incident.facts
    return .joined([
      form.seen("seen.title", [facts.title]), form.seen("seen.severity", facts.severity.map { ["\($0)"] } ?? []),
      form.seen("seen.impact", [facts.impact ?? ""]), form.seen("seen.components", scene.incident.components),
      form.seen("seen.isDrill", [scene.incident.isDrill ? "on" : "off"]),
    ])
  }

  private var titleHint: String {
    let hint = "Customers read it as the headline with the next word to them: what they see, no names, no jargon."
    guard let headline = scene.incident.headline, headline != scene.incident.facts.title else { return hint }
    return hint + " On the status page it is still ‘\(headline)’."
  }

  private func components(_ form: ActionForm) -> HTML? {
    guard !scene.view.components.isEmpty else { return nil }
    return ComponentChoice(
      components: scene.view.components, chosen: Set(scene.incident.components), scope: form.name,
      outcome: form.outcome
    ).html
  }
}
