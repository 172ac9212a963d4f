import Accounts
import Chronology
import Incidents
import Interchange
import PageKit
import RecordViews

/// What is known of a running incident in a glance: how bad, how far, how long, who leads, and the next promised word.
struct IncidentHead: Sendable {
  let scene: IncidentScene

  var html: HTML {
    Tag.header(.class("lead", "live-head", scene.isRunning ? "is-running" : ""), .id("head")) {
      Tag.div(.set("data-live", "marks")) { marks }
      Tag.h1 { scene.incident.facts.title }
      if let impact = scene.incident.facts.impact {
        Tag.p(.class("lede")) { impact }
      } else if !scene.isRunning {
        Tag.p(.class("lede")) { Gap("What users felt is not known yet.").html }
      }
      Tag.div(.set("data-live", "lead")) { leader }
      Tag.div(.set("data-live", "words")) { NextWords(scene: scene).html }
    }
  }

  /// The parts of the head that a script keeps up, without the words around them.
  var parts: [(name: String, html: HTML)] {
    [("marks", marks), ("lead", leader), ("words", NextWords(scene: scene).html)]
  }

  private var marks: HTML {
    Tag.p(.class("marks")) {
      SeverityMark(severity: scene.incident.facts.severity, name: scene.policy.severity(severity)?.name).html
      StateMark(state: scene.incident.state).html
      length
      ApartMark(isDrill: scene.incident.isDrill, isPrivate: scene.incident.isPrivate).html
      Tag.span(.class("identifier")) { "\(scene.id)" }
    }
  }

  private var severity: Int? { scene.incident.facts.severity }

  /// Since users began to be affected, or since it was declared where that is not known.
  private var length: HTML? {
    let instants = scene.incident.instants
    guard let start = (instants[.impactStarted] ?? instants[.declared])?.at else { return nil }
    if scene.isRunning {
      return Tag.span(.class("running-for")) { ClockText.since(start, now: scene.now) }
    }
    guard let end = instants[.resolved]?.at ?? scene.incident.stateSince else { return nil }
    return Tag.span(.class("running-for")) {
      end < start
        ? "its end is before its beginning" : "lasted \(Wording.duration(seconds: end.seconds(since: start)))"
    }
  }

  private var leader: HTML {
    let holder = scene.incident.holder(of: RoleDefinition.commander)
    return Tag.div(.class("leader")) {
      if let holder {
        Tag.p {
          Tag.strong { holder }
          scene.isRunning ? " leads" : " led"
        }
      } else if scene.isRunning {
        Tag.p(.class("wanted")) { "Nobody leads yet" }
        if scene.isOpen, let caller = scene.context.caller {
          scene.form("lead", .assignRole, RoleDefinition.commander)
            .button("I lead", class: "strong", fields: [("person", caller.account), ("seen", "")])
        }
      } else {
        Tag.p { Gap("Who led is not known").html }
      }
    }
  }
}

/// The words that are due: the next one the largest thing on the screen, the others below it.
struct NextWords: Sendable {
  let scene: IncidentScene

  var html: HTML {
    let promises = scene.view.promises
    return Tag.div(.class("next-words")) {
      if let first = promises.first {
        Tag.div(.class("next-word", "due-\(first.standing(at: scene.now).rawValue)")) {
          Tag.p(.class("next-word-label")) { first.words }
          Tag.p(.class("next-word-clock")) { ClockText.until(first, now: scene.now) }
          Tag.p(.class("next-word-note")) { note(first) }
          write(first, class: "button strong")
        }
      } else if scene.isRunning {
        Tag.p(.class("next-word-none")) { "No word is promised to anybody." }
        if scene.isOpen {
          Tag.p { Tag.a(.class("button"), .href(.response(.newUpdate(scene.id)))) { "Write an update" } }
        }
      }
      if promises.count > 1 {
        Tag.ul(.class("more-words")) {
          for promise in promises.dropFirst() {
            Tag.li(.class("due-\(promise.standing(at: scene.now).rawValue)")) {
              Tag.span(.class("more-word")) {
                "\(Wording.sentence(promise.audience.words)) "
                ClockText.until(promise, now: scene.now)
              }
              write(promise, class: "quiet-link")
            }
          }
        }
      }
    }
  }

  private func write(_ promise: Promise, class name: String) -> HTML? {
    guard scene.isOpen else { return nil }
    let draft = scene.incident.updates.last { $0.published == nil && $0.audience == promise.audience }
    let path: ResponsePath =
      draft.map { .update(scene.id, $0.number) } ?? .newUpdate(scene.id, promise.audience)
    return Tag.a(.class(name), .href(.response(path)), .label("Write to \(promise.audience.words)")) {
      draft == nil ? "Write it" : "Go on with the draft"
    }
  }

  private func note(_ promise: Promise) -> HTML {
    let speaker = promise.speaker.map { scene.policy.role($0)?.name ?? $0 }
    return HTML.joined([
      HTML(promise.haltedAt == nil ? "by " : "the drill is halted; as it stands, by "), scene.time(promise.due),
      HTML(speaker.map { ", \($0)\(promise.holder.map { ": \($0)" } ?? " (nobody yet)")" } ?? ""),
    ])
  }
}
