import Accounts
import Findings
import Incidents
import Interchange
import PageKit

/// What stands between a draft and its readers, and the one deliberate act.
struct PublishPanel: Sendable {
  let scene: IncidentScene
  let update: IncidentUpdate
  let findings: [Finding]
  let page: SitePath

  var html: HTML {
    Tag.section(.class("publish panel"), .id("publish"), .labelledBy("publish-title")) {
      Tag.h2(.id("publish-title")) { "Let it out" }
      if isShut {
        Tag.p(.class("refused")) {
          "\(scene.id) is private, and customers would read of it. Open it to the team first, or tell customers through another incident."
        }
      } else {
        Tag.ul(.class("conditions")) {
          condition(held.isEmpty, review)
          if needsApproval {
            condition(
              update.approvedBy != nil,
              update.approvedBy.map { "\($0) has approved it" }
                ?? "A second person approves it: anybody but \(update.author)")
          }
        }
        if scene.isOpen {
          approve
          publish
        }
      }
    }
  }

  private var review: String {
    if !held.isEmpty { return "The reviewer holds it: \(held.joined(separator: ", "))" }
    return findings.isEmpty
      ? "The reviewer has nothing against it"
      : "The reviewer does not hold it; \(Wording.count(findings.count, "thing")) above \(findings.count == 1 ? "is" : "are") worth a look"
  }

  private var isShut: Bool { scene.incident.isPrivate && update.audience == .customers }

  private var held: [String] {
    var rules: [String] = []
    for finding in findings where finding.severity == .error && !rules.contains(finding.rule) {
      rules.append(finding.rule)
    }
    return rules
  }

  private var needsApproval: Bool {
    scene.policy.protocolFor(update.audience, severity: scene.incident.facts.severity)?.approval == .secondPerson
  }

  private func condition(_ isMet: Bool, _ words: String) -> HTML {
    Tag.li(.class(isMet ? "met" : "unmet")) {
      Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
        Tag.path(
          .set("d", isMet ? "M2 8.5 6.2 12.7 14 4" : "M8 2v7M8 12.4v1.2"), .set("fill", "none"),
          .set("stroke", "currentColor"), .set("stroke-width", "2.4"), .set("stroke-linecap", "round"))
      }
      Tag.span { words }
    }
  }

  private var approve: HTML? {
    guard needsApproval, update.approvedBy == nil, let caller = scene.context.caller, caller.account != update.author
    else { return nil }
    return form("approve", .approveUpdate).button("I have read it, and approve it")
  }

  private var publish: HTML {
    let form = form("publish", .publishUpdate)
    let isHeld = !held.isEmpty || (needsApproval && update.approvedBy == nil)
    return form.html(.class("form publish-form")) {
      HiddenField.html("seenVersion", "\(update.version)")
      if isHeld {
        form.field(
          "releaseReason", "Why it goes out all the same", .lines,
          hint: "Mending it is better. What you write here stays in the timeline.", isRequired: true,
          lengthMax: IncidentLimits.reasonScalarsMax)
      }
      Tag.button(.class("strong publish-button"), .set("type", "submit")) { "Publish to \(update.audience.words)" }
    }
  }

  private func form(_ name: String, _ operation: OperationID) -> ActionForm {
    scene.form(name, operation, of: update, on: page)
  }
}

/// An update that is out: how it reads, what it said before, and how to mend it or take it back.
struct PublishedUpdate: Sendable {
  let scene: IncidentScene
  let update: IncidentUpdate
  let page: SitePath

  var html: HTML {
    .joined([
      Tag.section(.class("published"), .label("How it went out")) {
        Tag.p(.class("section-note")) { out }
        if let withdrawn = update.withdrawn {
          Tag.div(.class("refused")) {
            Tag.p {
              "Taken back "
              scene.time(withdrawn)
              ": \(update.withdrawnReason ?? "")"
            }
          }
        }
      },
      UpdatePreview(scene: scene, update: update).html,
      former,
      scene.isOpen && update.withdrawn == nil ? .joined([correct, withdraw]) : .empty,
    ])
  }

  private var out: HTML {
    HTML.joined([
      HTML("Out "), update.published.map { scene.time($0) } ?? .empty,
      HTML(", by \(update.publishedBy ?? update.author), written by \(update.author)"),
      HTML(update.approvedBy.map { ", approved by \($0)" } ?? ""),
      HTML(
        update.held.isEmpty
          ? "" : ". The reviewer held it (\(update.held.joined(separator: ", ")))"),
      HTML(update.releaseReason.map { ". It went out all the same: \($0)" } ?? "."),
    ])
  }

  private var former: HTML {
    guard !update.former.isEmpty else { return .empty }
    return Tag.section(.class("formers"), .labelledBy("formers-title")) {
      Tag.h2(.id("formers-title")) { "What it said before" }
      for former in update.former.reversed() {
        Tag.div(.class("correction")) {
          Tag.p {
            "Corrected "
            scene.time(former.corrected)
            " by \(former.by): \(former.reason)"
          }
          Tag.del { UpdateWords(text: former.text, zone: scene.zone, changedTo: update.text).html }
        }
      }
    }
  }

  private var correct: HTML {
    let form = scene.form("correct-update", .correctUpdate, of: update, on: page)
    return Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Correct it" }
      Tag.p(.class("section-note")) { "Readers see both texts, and the reason." }
      form.html(.class("form composer-form")) {
        UpdateQuestions(form: form, text: update.text, findings: []).html
        form.field("reason", "What was wrong?", isRequired: true, lengthMax: IncidentLimits.reasonScalarsMax)
        Tag.button(.set("type", "submit")) { "Publish the correction" }
      }
    }
  }

  private var withdraw: HTML {
    let form = scene.form("withdraw", .withdrawUpdate, of: update, on: page)
    return Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Take it back" }
      form.html(.class("form")) {
        form.field(
          "reason", "Why?", hint: "It stays to be read, struck through, with this reason.", isRequired: true,
          lengthMax: IncidentLimits.reasonScalarsMax)
        Tag.button(.set("type", "submit")) { "Take it back" }
      }
    }
  }
}
