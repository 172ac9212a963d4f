import Chronology
import Drills
import PageKit

/// What came, the newest first, and the situation that it began with.
struct DrillMessages: Sendable {
  let scene: DrillScene

  private var messages: [DrillWhole.Message] { scene.whole.messages }

  var html: HTML {
    Tag.section(.class("drill-part drill-messages"), .labelledBy("messages-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("messages-title"), .set("tabindex", "-1")) { "What came" }
        Tag.p(.class("section-note")) {
          messages.isEmpty ? "" : "\(Wording.count(messages.count, "message")), the newest first"
        }
      }
      if messages.isEmpty { Tag.p(.class("gap-block")) { empty } }
      Tag.ol(.class("message-list"), .id("drill-messages")) {
        for (offset, message) in messages.reversed().enumerated() { row(message, isNewest: offset == 0) }
      }
      situation
    }
  }

  private var empty: String {
    scene.state.isPlaying ? "Nothing has come yet. It appears here by itself." : "Nothing came."
  }

  private func row(_ message: DrillWhole.Message, isNewest: Bool) -> HTML {
    let isNow = isNewest && scene.state.isPlaying
    return Tag.li(
      .class("message", isNow ? "message-newest" : "", message.kind?.isTrouble == true ? "inject-trouble" : ""),
      .id("message-\(message.inject.replacing("+", with: "added-"))"), .set("data-words", Self.announced(message))
    ) {
      Tag.p(.class("message-head")) {
        InjectMark(kind: message.kind).html
        if !message.from.isEmpty { Tag.span(.class("message-from")) { message.from } }
        if let came = message.cameSeconds {
          Tag.span(.class("message-when")) {
            "at \(DrillWords.clock(came))"
            if let starts = scene.whole.starts { ", \(DrillWords.story(starts, at: came)) in the story" }
            if isNow {
              ", "
              scene.since(came)
              " ago"
            }
          }
        }
      }
      MessageText(kind: message.kind, text: message.text).html
      MessageFiles(scene: scene, message: message).html
    }
  }

  /// What a screen reader says when it comes.
  private static func announced(_ message: DrillWhole.Message) -> String {
    let from = message.from.isEmpty ? "" : ", \(message.from)"
    let files = message.files.isEmpty ? "" : " With it: \(message.files.map(\.name).joined(separator: ", "))."
    return "New: \(message.kind?.words ?? "Message")\(from). \(message.text)\(files)"
  }

  private var situation: HTML? {
    guard !scene.whole.situation.isEmpty else { return nil }
    return Tag.section(.class("drill-situation"), .labelledBy("situation-title")) {
      Tag.h3(.id("situation-title")) { "The situation at the start" }
      ProseMarkup(markdown: scene.whole.situation, lowered: 3).html
      if let starts = scene.whole.starts {
        Tag.p(.class("section-note")) {
          "The story begins on \(Wording.longDate(CivilDate(starts))), \(DrillWords.story(starts, at: 0)). Files keep the stamps of its days, and so does the timeline that is made of them."
        }
      }
    }
  }
}

/// The words of a message: what a machine wrote stands line by line.
struct MessageText: Sendable {
  let kind: InjectKind?
  let text: String

  var html: HTML {
    if kind?.isLines == true {
      Tag.pre(.class("lines message-lines"), .set("tabindex", "0"), .label("Lines of evidence")) { text }
    } else {
      Tag.p(.class("message-text")) { text }
    }
  }
}
