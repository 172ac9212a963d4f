import Interchange
import PageKit
import Postmortems
import Reading
import RecordViews

/// What might have caught it, each to be taken over: lines into our checklists, guards into mayday.yaml.
struct AdoptableParts: Sendable {
  let reading: ReadingWhole
  let page: SitePath
  let context: PageContext

  @HTMLBuilder var html: HTML {
    if !reading.lines.isEmpty {
      Tag.section(.class("adopt-group"), .labelledBy("adopt-lines")) {
        Tag.h3(.id("adopt-lines")) { "Lines for a checklist" }
        Tag.ul(.class("adopt-lines")) { for line in reading.lines { row(line) } }
      }
    }
    if !reading.guards.isEmpty {
      Tag.section(.class("adopt-group"), .labelledBy("adopt-guards")) {
        Tag.h3(.id("adopt-guards")) { reading.guards.count == 1 ? "A guard" : "Guards" }
        Tag.p(.class("section-note")) {
          "A guard goes below "
          Tag.code { "guards:" }
          " in the file "
          Tag.code { "mayday.yaml" }
          " of your repository; its comments say what to change."
        }
        for item in reading.guards { html(item) }
      }
    }
  }

  private func row(_ line: ReadingWhole.Line) -> HTML {
    Tag.li(.id("line-\(line.number)")) {
      Tag.p(.class("line-text")) { line.text }
      Tag.p(.class("section-note")) { "Checklist “\(line.process)”. \(Self.words(line.expects))." }
      if let process = line.checklist {
        Tag.p(.class("read-mark")) {
          "✓ In "
          Tag.a(.href(.lessons(.checklist(process)))) { "your checklist" }
        }
      } else if context.mayRespond {
        ActionForm(
          "adopt-\(line.number)", ActionPath(.adoptReadingLine, reading.listing.name, "\(line.number)"), on: page,
          context: context, returnTo: .lessons(.reading(reading.listing.name, place: "line-\(line.number)"))
        ).button("Add to our checklist", label: "Add to our checklist: \(line.text)")
      }
    }
  }

  private func html(_ item: ReadingWhole.Guard) -> HTML {
    Tag.div(.class("adopt-guard"), .id("guard-\(item.name)")) {
      Tag.h4 { item.title }
      Tag.pre(.class("detail-text"), .set("tabindex", "0"), .label("The guard \(item.name), to copy")) {
        Tag.code { item.yaml }
      }
      Tag.p(.class("section-note")) { "Or in a terminal, in the folder of the file:" }
      Commands(["mayday read \(reading.listing.name) --adopt-guard \(item.name)"]).html
    }
  }

  private static func words(_ expects: ChecklistLine.Expectation) -> String {
    switch expects {
    case .done: "It is ticked off"
    case .yes: "The answer must be yes"
    case .no: "The answer must be no"
    case .words: "Any answer in words"
    case .check: "A guard must hold"
    }
  }
}
