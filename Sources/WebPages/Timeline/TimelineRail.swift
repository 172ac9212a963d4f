import Chronology
import PageKit
import TimelineBuilding

/// The timeline itself: instants in the gutter, kinds as shapes on a rail, what happened beside it.
struct TimelineRail: Sendable {
  let scene: TimelineScene

  var html: HTML {
    Tag.section(.class("timeline"), .id(id), .labelledBy("\(id)-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("\(id)-title")) { scene.acts == nil ? "Timeline" : "What the evidence shows" }
        Tag.p(.class("section-note")) { shownNote }
        if scene.incident != nil, scene.rows.total > 0 { Self.keys }
      }
      if scene.rows.total == 0 {
        Tag.p(.class("gap-block")) { "Nothing in the evidence stood out. The sources below say what was read." }
      } else {
        legend
        Tag.ol(.class("rail")) {
          for row in scene.rows.rows { html(row) }
        }
        showAll
      }
    }
  }

  /// An incident that is led here has a timeline of its own above this one.
  private var id: String { scene.acts == nil ? "timeline" : "evidence-timeline" }

  private var shownNote: HTML {
    let rows = scene.rows
    return Tag.span {
      rows.foldedCount == 0
        ? "\(Wording.count(rows.total, "moment")), times in \(scene.zone.label)"
        : "\(rows.shown.count) of \(Wording.count(rows.total, "moment")), times in \(scene.zone.label)"
    }
  }

  /// What the keyboard does where the page's script runs; hidden elsewhere.
  private static var keys: HTML {
    Tag.p(.class("keys")) {
      Tag.kbd { "j" }
      Tag.kbd { "k" }
      " next, previous "
      Tag.kbd { "o" }
      " evidence"
    }
  }

  private var legend: HTML {
    Tag.ul(.class("legend"), .label("Shapes on this timeline")) {
      for kind in scene.kinds {
        let shape = KindShape(kind: kind)
        Tag.li(.class("tone-\(shape.tone.rawValue)")) {
          shape.html()
          Tag.span { shape.word }
        }
      }
    }
  }

  private var showAll: HTML? {
    guard let incident = scene.incident, scene.rows.isFoldable else { return nil }
    var query = scene.query
    query.isAll.toggle()
    return Tag.p(.class("show-all")) {
      Tag.a(.class("button"), .href(.incident(incident, query))) {
        query.isAll ? "Show all \(Wording.count(scene.rows.total, "moment"))" : "Show the moments that matter most"
      }
    }
  }

  private func html(_ row: TimelineRows.Row) -> HTML {
    switch row {
    case .day(let date):
      return Tag.li(.class("day")) { Tag.h3 { Wording.longDate(date) } }
    case .onset(let span):
      return Tag.li(.class("onset-head"), .id("onset")) {
        Tag.h3 { "Onset" }
        Tag.p {
          "The trouble began "
          if scene.zone.time(span.from) == scene.zone.time(span.to) { "at " } else { "between " }
          Tag.span(.class("figures")) { scene.zone.span(span.from, span.to) }
        }
      }
    case .onsetEnd: return Tag.li(.class("onset-end"), .hidden)
    case .pause(let seconds, let folded, let firstFolded): return pause(seconds, folded: folded, first: firstFolded)
    case .moment(let moment, let isInOnset): return html(moment, isInOnset: isInOnset)
    }
  }

  private func pause(_ seconds: Double?, folded: Int, first: String?) -> HTML {
    Tag.li(.class("pause")) {
      if let seconds { Tag.span(.class("pause-length")) { Wording.duration(seconds: seconds) } }
      if folded > 0, let incident = scene.incident, let first {
        Tag.a(.href(.incident(incident, TimelineQuery(zone: scene.query.zone, isAll: true), moment: first))) {
          Wording.count(folded, "quieter moment")
        }
      }
    }
  }

  private func html(_ moment: TimelineMoment, isInOnset: Bool) -> HTML {
    let shape = KindShape(kind: moment.kind)
    let anchor = MomentAnchor.id(moment.id)
    return Tag.li(
      .class("moment", "tone-\(shape.tone.rawValue)", isInOnset ? "in-onset" : ""), .id(anchor),
      .set("tabindex", "-1")
    ) {
      Tag.div(.class("gutter")) { stamp(moment.instant, anchor: anchor) }
      Tag.span(.class("node")) { shape.html() }
      Tag.div(.class("happening")) {
        Tag.p(.class("kind")) {
          Tag.span(.class("kind-word")) { shape.word }
          if let service = moment.service { Tag.span(.class("tag")) { service } }
          hosts(moment.hosts)
          if moment.count > 1 { Tag.span(.class("times")) { "× \(Wording.grouped(moment.count))" } }
          if let note = BasisNote(basis: moment.instantBasis) {
            Tag.span(.class("basis"), .title(note.sentence)) { note.word }
          }
        }
        Tag.h4(.class("what")) { moment.title }
        if !moment.reason.isEmpty { Tag.p(.class("why")) { Wording.sentence(moment.reason) } }
        EvidenceDisclosure(evidence: moment.evidence).html
        scene.acts?.take(moment)
      }
    }
  }

  /// Hosts by name while they are few; else how many.
  private static let hostsNamedMax = 4

  private func hosts(_ hosts: [String]) -> HTML {
    if hosts.count > Self.hostsNamedMax {
      return Tag.span(.class("tag host"), .title(hosts.joined(separator: ", "))) { Wording.count(hosts.count, "host") }
    }
    return .joined(hosts.map { host in Tag.span(.class("tag host")) { host } })
  }

  private func stamp(_ instant: Instant, anchor: String) -> HTML {
    let clock = scene.zone.clock(instant)
    return .joined([
      Tag.a(.class("stamp"), .href(fragment: anchor)) {
        Tag.time(.datetime(instant.rfc3339), .title(instant.rfc3339)) {
          clock.time
          if !clock.fraction.isEmpty { Tag.span(.class("fraction")) { String(clock.fraction.prefix(4)) } }
        }
      },
      scene.report.onset.map { onset in
        Tag.span(.class("offset"), .title("Counted from the onset")) {
          Wording.offset(seconds: instant.seconds(since: onset.from))
        }
      } ?? .empty,
    ])
  }
}
