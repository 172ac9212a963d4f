import Chronology
import Drills
import Incidents
import Interchange
import PageKit

/// A line that anybody writes down while it is fresh, and what was written.
struct DrillNotes: Sendable {
  let scene: DrillScene

  private static let kinds: [(kind: DrillObservation.Kind, words: String)] = [
    (.surprise, "It surprised me"), (.missingStep, "The plan lacks it"), (.note, "Just a note"),
  ]

  var html: HTML? {
    guard scene.state.isPlaying || scene.state == .ended, scene.mayAct || !scene.whole.notes.isEmpty else {
      return nil
    }
    return Tag.section(.class("drill-part"), .labelledBy("notes-title")) {
      Tag.h2(.id("notes-title")) { "While it is fresh" }
      if scene.mayAct { form }
      Tag.div(.set("data-live", "notes")) { list }
    }
  }

  private var form: HTML {
    let form = scene.form("note", .observeDrill)
    return form.html(.class("form")) {
      form.field(
        "words", "What surprised you, or what was missing?", .lines,
        hint: scene.whole.knowsAnswer || scene.state == .ended
          ? "It is kept with the drill." : "Whoever leads reads it; the others see it when it is over.",
        isRequired: true, lengthMax: IncidentLimits.textScalarsMax)
      Tag.div(.class("drill-buttons")) {
        for (kind, words) in Self.kinds {
          Tag.button(.set("type", "submit"), .set("name", "kind"), .set("value", kind.rawValue)) { words }
        }
      }
    }
  }

  var list: HTML? {
    let notes = scene.whole.notes.filter { $0.kind != .idea }
    guard !notes.isEmpty else { return nil }
    return Tag.ul(.class("note-list")) {
      for note in notes.reversed() {
        Tag.li {
          Tag.p(.class("note-kind")) {
            note.kind.words
            Tag.span(.class("section-note")) {
              " \(note.by), "
              TimeText(instant: note.at, text: PageZone.utc.minute(note.at) + " UTC").html
            }
          }
          Tag.p { note.words }
        }
      }
    }
  }
}
