import Incidents
import Interchange
import PageKit

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
