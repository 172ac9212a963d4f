import Accounts
import Drills
import Interchange
import PageKit

/// Starting, halting, going on: what whoever leads does with the clock.
struct DrillControls: Sendable {
  let scene: DrillScene

  var html: HTML? {
    guard scene.whole.mayLead, scene.mayAct else { return nil }
    switch scene.state {
    case .planned: return start
    case .running: return row([move("halt", "Halt", to: "paused")])
    case .paused: return row([move("go-on", "Go on", to: "running", class: "strong")])
    case .ended, .cancelled: return nil
    }
  }

  private func row(_ buttons: [HTML]) -> HTML { Tag.div(.class("drill-buttons drill-controls")) { .joined(buttons) } }

  private func move(_ name: String, _ words: String, to state: String, class style: String = "") -> HTML {
    scene.form(name, .moveDrill).button(words, class: style, fields: [("state", state)])
  }

  private var start: HTML {
    Tag.div(.class("drill-buttons drill-controls")) {
      move(
        "start", scene.drill.isPractice ? "Start: I practise" : "Start the drill", to: "running",
        class: "strong declare")
      if !scene.drill.isPractice {
        Tag.a(.class("button"), .href(.drills(.replanning(scene.number)))) { "Change day, people, speed" }
      }
    }
  }

  /// Ending and cancelling, folded: neither can be taken back.
  var closing: HTML? {
    let maySettle = scene.mayAct && (scene.whole.mayLead || scene.context.visitor.may(.administer))
    guard maySettle, scene.state == .planned || scene.state.isPlaying else { return nil }
    let cancel = scene.form("cancel", .moveDrill)
    let end = scene.form("end", .moveDrill)
    return Tag.div(.class("drill-closing")) {
      if scene.state.isPlaying {
        Tag.details(
          .class("fold"), .id("end-it"), scene.whole.isTimeUp || end.outcome != nil ? .isOpen : nil
        ) {
          Tag.summary { "End the drill" }
          Tag.p(.class("section-note")) {
            "Nothing comes any more, and everybody who took part sees what really happened. It cannot be taken back."
          }
          end.button("End it", class: "strong", fields: [("state", "ended")])
        }
      }
      Tag.details(.class("fold"), .id("cancel-it"), cancel.outcome == nil ? nil : .isOpen) {
        Tag.summary { "Cancel it" }
        cancel.html(.class("form")) {
          HiddenField.html("state", "cancelled")
          cancel.field("reason", "Why", hint: "It counts as not played.", isRequired: true, lengthMax: 1000)
          Tag.button(.set("type", "submit")) { "Cancel the drill" }
        }
      }
    }
  }
}
