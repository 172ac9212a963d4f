import Chronology
import Incidents
import PageKit

/// The incident's own timeline: newest first while it runs, oldest first once it is over.
struct EntryList: Sendable {
  let scene: IncidentScene
  /// Those of the kind that the reader chose.
  private let chosen: [IncidentEntry]
  private let shown: [IncidentEntry]

  /// Lines that are shown at once.
  static let shownMax = 150

  init(scene: IncidentScene) {
    self.scene = scene
    let kinds = scene.query.filter?.kinds
    chosen = scene.incident.entries.filter { entry in kinds.map { $0.contains(entry.kind) } ?? true }
    let sorted = chosen.sorted { ($0.at, $0.version) < ($1.at, $1.version) }
    let part = scene.query.isAll ? sorted[...] : sorted.suffix(Self.shownMax)
    shown = scene.isRunning ? part.reversed() : Array(part)
  }

  var html: HTML {
    Tag.section(.class("entries"), .id("timeline"), .labelledBy("entries-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("entries-title")) { "Timeline" }
        Tag.p(.class("section-note")) { note }
      }
      filters
      Tag.p(.class("new-lines"), .set("role", "status")) {}
      if chosen.isEmpty {
        Tag.p(.class("gap-block")) {
          scene.query.filter == nil ? "Nothing is written down yet." : "There is no line of this kind."
        }
      }
      Tag.ol(
        .class("entry-list"), .id("entries"), .set("data-version", "\(scene.incident.version)"),
        .set("data-order", scene.isRunning ? "newest" : "oldest")
      ) {
        for row in rows { html(row) }
      }
      all
    }
  }

  private var note: String {
    let count = chosen.count
    let words = Wording.count(count, "line")
    let order = scene.isRunning ? "newest first" : "oldest first"
    let part = shown.count < count ? "the newest \(shown.count) of \(words)" : words
    return "\(part), \(order), times in \(scene.zone.label)"
  }

  private enum Row {
    case day(CivilDate)
    case entry(IncidentEntry)
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var day: CivilDate? = scene.isRunning ? scene.zone.date(scene.now) : nil
    for entry in shown {
      let date = scene.zone.date(entry.at)
      if date != day { rows.append(.day(date)) }
      day = date
      rows.append(.entry(entry))
    }
    return rows
  }

  private func html(_ row: Row) -> HTML {
    switch row {
    case .day(let date): Tag.li(.class("entry-day")) { Tag.h3 { Wording.longDate(date) } }
    case .entry(let entry): EntryRow(scene: scene, entry: entry).html
    }
  }

  private var filters: HTML {
    Tag.nav(.class("filters"), .label("Kinds of lines")) {
      Tag.ul {
        Tag.li { filter(nil, "All") }
        for choice in EntryFilter.allCases where count(choice) > 0 || scene.query.filter == choice {
          Tag.li { filter(choice, choice.words) }
        }
      }
    }
  }

  private func count(_ filter: EntryFilter) -> Int {
    scene.incident.entries.count { filter.kinds.contains($0.kind) }
  }

  private func filter(_ filter: EntryFilter?, _ words: String) -> HTML {
    var query = scene.query
    query.filter = filter
    return Tag.a(
      .href(.incident(scene.id, query)), scene.query.filter == filter ? .set("aria-current", "true") : nil
    ) { words }
  }

  private var all: HTML? {
    guard shown.count < chosen.count else { return nil }
    var query = scene.query
    query.isAll = true
    return Tag.p(.class("show-all")) {
      Tag.a(.class("button"), .href(.incident(scene.id, query))) { "Show all \(Wording.count(chosen.count, "line"))" }
    }
  }
}
