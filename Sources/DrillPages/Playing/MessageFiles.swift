import Drills
import Incidents
import Interchange
import PageKit
import RecordViews

/// The files that come with a message: each to read, and where it is in the incident's evidence.
struct MessageFiles: Sendable {
  let scene: DrillScene
  let message: DrillWhole.Message

  var html: HTML? {
    guard !message.files.isEmpty else { return nil }
    return Tag.ul(.class("message-files")) {
      for file in message.files {
        Tag.li {
          Tag.a(.href(.drills(.file(scene.number, file.name))), .label("Read the file \(file.name)")) {
            Tag.code { file.name }
          }
          Tag.span(.class("section-note")) { DrillWords.size(file.bytes) }
          if let place = place(file) { Tag.span(.class("section-note")) { place } }
        }
      }
    }
  }

  private func place(_ file: DrillWhole.File) -> HTML? {
    if let incident = scene.drill.incident, file.evidence != nil {
      return .joined([
        HTML("now in "),
        Tag.a(.href(.drills(.evidence(IncidentID(number: incident))))) { "the evidence of INC-\(incident)" },
      ])
    }
    if let reason = file.refused {
      return HTML("not in the incident’s evidence: \(reason). Bring it in by hand if they need it there.")
    }
    guard message.came != nil else { return nil }
    switch (scene.state.isPlaying, scene.drill.incident) {
    case (true, nil): return HTML("will be in the incident’s evidence once it is declared")
    case (true, .some): return HTML("not in the incident’s evidence yet")
    case (false, _): return nil
    }
  }
}
