import Authoring
import Chronology
import PageKit
import Postmortems
import RecordViews

/// The timeline of a postmortem as a rail: instants in the gutter, what happened beside it, gaps where nothing is known.
struct LineRail: Sendable {
  let lines: [TimelineLine]
  let gaps: [TimelineGap]
  /// By the number of the line before the gap.
  let explained: [Int: String]
  let zone: PageZone
  /// What stands below a line, where the page offers something.
  var acts: @Sendable (TimelineLine) -> HTML = { _ in .empty }
  /// What stands in a gap, where the page offers something.
  var answer: @Sendable (TimelineGap) -> HTML = { _ in .empty }

  /// The name of a line's place on a page.
  static func anchor(_ number: Int) -> String { "line-\(number)" }

  var html: HTML {
    Tag.div(.class("line-rail")) {
      legend
      Tag.ol(.class("rail")) {
        for row in rows { row }
      }
    }
  }

  private var legend: HTML {
    let origins = TimelineLine.Origin.allCases.filter { origin in lines.contains { $0.origin == origin } }
    return Tag.ul(.class("legend"), .label("Where lines come from")) {
      for origin in origins {
        Tag.li {
          Self.shape(origin)
          Tag.span { origin.words }
        }
      }
      Tag.li { "Times in \(zone.label)" }
    }
  }

  private var rows: [HTML] {
    var rows: [HTML] = []
    var day: CivilDate?
    var group: String?
    let gapsByLine = Dictionary(gaps.map { ($0.after, $0) }) { first, _ in first }
    for line in lines {
      if let at = line.at, zone.date(at) != day {
        day = zone.date(at)
        rows.append(Tag.li(.class("day")) { Tag.h3 { Wording.longDate(zone.date(at)) } })
      }
      if line.group != group {
        group = line.group
        rows.append(
          Tag.li(.class("group-head", line.group == nil ? "group-end" : "")) {
            if let name = line.group { Tag.h3 { name } }
          })
      }
      rows.append(row(line))
      if let gap = gapsByLine[line.number] {
        rows.append(row(gap))
      } else if let words = explained[line.number] {
        rows.append(Tag.li(.class("pause")) { Tag.p(.class("gap-answer")) { words } })
      }
    }
    return rows
  }

  private func row(_ line: TimelineLine) -> HTML {
    Tag.li(.class("moment line", "from-\(line.origin.rawValue)"), .id(Self.anchor(line.number)), .set("tabindex", "-1"))
    {
      Tag.div(.class("gutter")) { stamp(line) }
      Tag.span(.class("node")) { Self.shape(line.origin) }
      Tag.div(.class("happening")) {
        Tag.p(.class("kind")) {
          Tag.span(.class("line-name")) { "L\(line.number)" }
          Tag.span { line.origin.words }
          Tag.span(.class("basis", "basis-\(line.basis.rawValue)"), .title(line.basis.sentence)) { line.basis.words }
        }
        Tag.p(.class("what")) { line.text }
        References(references: line.references).html
        acts(line)
      }
    }
  }

  private func stamp(_ line: TimelineLine) -> HTML {
    guard let at = line.at else { return Tag.span(.class("gap no-time")) { "Time not known" } }
    return .joined([
      Tag.a(.class("stamp"), .href(fragment: Self.anchor(line.number))) {
        Tag.time(.datetime(at.rfc3339), .title(at.rfc3339)) { zone.time(at) }
      },
      line.until.map { until in
        Tag.span(.class("offset")) {
          "to "
          Tag.time(.datetime(until.rfc3339), .title(until.rfc3339)) { zone.time(until) }
        }
      } ?? .empty,
    ])
  }

  private func row(_ gap: TimelineGap) -> HTML {
    Tag.li(.class("pause line-gap")) {
      Tag.div(.class("gap-block")) {
        Tag.p(.class("gap-title")) {
          "\(Wording.sentence(Wording.duration(seconds: gap.seconds))) of which nothing is said"
        }
        if let words = explained[gap.after] {
          Tag.p(.class("gap-answer")) { words }
        } else {
          Tag.p { gap.question }
        }
        answer(gap)
      }
    }
  }

  static func shape(_ origin: TimelineLine.Origin) -> HTML {
    Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
      switch origin {
      case .moment: Tag.circle(.set("cx", "8"), .set("cy", "8"), .set("r", "6"), .set("fill", "currentColor"))
      case .entry:
        Tag.rect(
          .set("x", "2.5"), .set("y", "2.5"), .set("width", "11"), .set("height", "11"), .set("fill", "currentColor"))
      case .account: Tag.path(.set("d", "M2 3h12v8H8l-3.5 3V11H2z"), .set("fill", "currentColor"))
      case .written:
        Tag.circle(
          .set("cx", "8"), .set("cy", "8"), .set("r", "5"), .set("fill", "none"), .set("stroke", "currentColor"),
          .set("stroke-width", "2"))
      }
    }
  }
}

/// Where something can be read: files with lines, commits, lines of the timeline.
struct References: Sendable {
  let references: [String]
  /// Number of the postmortem in whose document the lines stand; nil: on this page.
  var postmortem: Int?

  var html: HTML? {
    guard !references.isEmpty else { return nil }
    return Tag.ul(.class("references"), .label("Where it can be seen")) {
      for reference in references { Tag.li { html(reference) } }
    }
  }

  /// A line of the timeline is one click away; the rest is code.
  private func html(_ reference: String) -> HTML {
    let digits = reference.dropFirst()
    if reference.first == "L", !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(digits)
    {
      let anchor = LineRail.anchor(number)
      let place = postmortem.map { SitePath.postmortems(.place(PostmortemID(number: $0), anchor)) }
      return Tag.a(place.map { .href($0) } ?? .href(fragment: anchor)) { Tag.code { reference } }
    }
    return Tag.code { reference }
  }
}
