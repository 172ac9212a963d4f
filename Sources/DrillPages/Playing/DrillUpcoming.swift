import Drills
import Incidents
import Interchange
import PageKit

/// What comes next, for whoever leads: when, in which words, and what can be done with it by one thumb.
struct DrillUpcoming: Sendable {
  let scene: DrillScene

  /// Minutes of drill time by which a message is put off.
  private static let delays = [1, 5, 15]

  private var waiting: [DrillWhole.Message] { scene.whole.upcoming.filter { $0.skipped == nil } }
  private var leftOut: [DrillWhole.Message] { scene.whole.upcoming.filter { $0.skipped != nil } }
  private var canAct: Bool { scene.isLed && scene.mayAct && scene.state.isPlaying }

  var html: HTML? {
    guard scene.whole.knowsAnswer, scene.state == .planned || scene.state.isPlaying else { return nil }
    return Tag.section(.class("drill-part"), .labelledBy("next-title")) {
      Tag.div(.set("data-live", "next")) { content }
      if canAct { add }
    }
  }

  @HTMLBuilder var content: HTML {
    let waiting = waiting
    Tag.header(.class("section-head")) {
      Tag.h2(.id("next-title"), .set("tabindex", "-1")) {
        scene.state == .planned ? "What will come" : "What comes next"
      }
      Tag.p(.class("section-note")) { note }
    }
    if let next = waiting.first, scene.state.isPlaying { card(next) }
    let later = scene.state.isPlaying ? Array(waiting.dropFirst()) : waiting
    if waiting.isEmpty { Tag.p(.class("gap-block")) { "All that the scenario has has come." } }
    if !later.isEmpty { Tag.ol(.class("later-list")) { for message in later { row(message) } } }
    if !leftOut.isEmpty {
      Tag.h3 { "Left out" }
      Tag.ul(.class("later-list")) { for message in leftOut { skipped(message) } }
    }
  }

  private var note: String {
    let all = waiting.count + leftOut.count + scene.whole.messages.count
    let rest = "\(waiting.count) of \(Wording.count(all, "message")) still to come"
    return scene.whole.isByClock ? rest + ", by the clock" : rest + ", each when you let it"
  }

  private func slug(_ message: DrillWhole.Message) -> String { message.inject.replacing("+", with: "added-") }

  // MARK: The next one

  private func card(_ message: DrillWhole.Message) -> HTML {
    Tag.article(.class("next-card", message.kind?.isTrouble == true ? "inject-trouble" : "")) {
      Tag.p(.class("next-when")) {
        if let due = message.dueSeconds {
          Tag.strong { scene.until(due) }
          Tag.span { " at \(DrillWords.clock(due))" }
        } else {
          Tag.strong { "When you let it" }
        }
      }
      head(message)
      MessageText(kind: message.kind, text: message.text).html
      MessageFiles(scene: scene, message: message).html
      if canAct { acts(message, isNext: true) }
    }
  }

  private func head(_ message: DrillWhole.Message) -> HTML {
    Tag.p(.class("message-head")) {
      InjectMark(kind: message.kind).html
      if !message.from.isEmpty { Tag.span(.class("message-from")) { message.from } }
    }
  }

  private func acts(_ message: DrillWhole.Message, isNext: Bool) -> HTML {
    let name = slug(message)
    let delay = scene.form("delay-\(name)", .delayInject, message.inject)
    let skip = scene.form("skip-\(name)", .skipInject, message.inject)
    return Tag.div(.class("inject-acts")) {
      scene.form("release-\(name)", .releaseInject, message.inject)
        .button("Let it come now", class: isNext ? "strong" : "", label: "Let message \(message.inject) come now")
      delay.html(.class("one-tap delays")) {
        Tag.span(.class("delays-label")) { "Later by" }
        for minutes in Self.delays {
          Tag.button(
            .set("type", "submit"), .set("name", "seconds"), .set("value", "\(minutes * 60)"),
            .label("Put message \(message.inject) off by \(Wording.count(minutes, "minute")) of drill time")
          ) { "\(minutes) min" }
        }
      }
      Tag.details(.class("skips"), .id("skip-\(name)"), skip.outcome == nil ? nil : .isOpen) {
        Tag.summary { "Leave it out" }
        skip.html(.class("form form-line")) {
          skip.field("reason", "Why", isRequired: true, lengthMax: IncidentLimits.reasonScalarsMax)
          Tag.button(.set("type", "submit")) { "Leave it out" }
        }
      }
    }
  }

  // MARK: The later ones

  private func row(_ message: DrillWhole.Message) -> HTML {
    Tag.li {
      Tag.details(.id("later-\(slug(message))")) {
        Tag.summary(.class("later-line")) {
          Tag.span(.class("later-when")) { message.dueSeconds.map { DrillWords.clock($0) } ?? "by hand" }
          Tag.span(.class("later-what")) {
            InjectMark(kind: message.kind).html
            Tag.span(.class("message-from")) { message.from }
          }
        }
        MessageText(kind: message.kind, text: message.text).html
        MessageFiles(scene: scene, message: message).html
        if canAct { acts(message, isNext: false) }
      }
    }
  }

  private func skipped(_ message: DrillWhole.Message) -> HTML {
    Tag.li(.class("later-skipped")) {
      head(message)
      Tag.p(.class("section-note")) { message.skipped ?? "" }
      if canAct {
        scene.form("release-\(slug(message))", .releaseInject, message.inject)
          .button("Let it come after all", label: "Let message \(message.inject) come after all")
      }
    }
  }

  // MARK: One of one's own

  private var add: HTML {
    let form = scene.form("add", .addInject)
    let now = scene.whole.seconds ?? 0
    let times: [(value: String, words: String)] =
      [("", "At once")]
      + [2, 5, 10].map {
        ("\(now + $0 * 60)", "At \(DrillWords.clock(now + $0 * 60)), in \(Wording.count($0, "minute"))")
      }
    return Tag.details(.class("fold"), .id("add-one"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Let something else come" }
      form.html(.class("form")) {
        form.field("kind", "What kind", .choice(InjectKind.choices), value: InjectKind.customer.rawValue)
        form.field("from", "From whom", lengthMax: IncidentLimits.titleScalarsMax, placeholder: "A shop in Lyon")
        form.field("text", "What comes", .lines, isRequired: true, lengthMax: DrillLimits.injectScalarsMax)
        form.field("atSeconds", "When", .choice(times))
        Tag.button(.set("type", "submit")) { "Add it" }
      }
    }
  }

  // MARK: By one thumb

  /// On a narrow screen: the clock and the two acts that are wanted most, where a thumb reaches them.
  var hand: HTML? {
    guard canAct else { return nil }
    return Tag.div(.class("drill-hand"), .set("data-live", "hand")) { handContent }
  }

  @HTMLBuilder var handContent: HTML {
    Tag.p(.class("hand-clock"), .hidden) {
      Tag.span(.class("hand-figure")) { scene.clock }
      if let next = waiting.first, let due = next.dueSeconds { Tag.span { scene.until(due) } }
    }
    if scene.state == .running {
      scene.form("hand-halt", .moveDrill).button("Halt", fields: [("state", "paused")])
    } else {
      scene.form("hand-go-on", .moveDrill).button("Go on", class: "strong", fields: [("state", "running")])
    }
    if let next = waiting.first {
      scene.form("hand-\(slug(next))", .releaseInject, next.inject)
        .button(
          "Next now", class: scene.state == .running ? "strong" : "", label: "Let message \(next.inject) come now")
    }
  }
}
