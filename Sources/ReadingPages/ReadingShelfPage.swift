package import PageKit
package import Reading

/// The reading library: what to read next and why, then all of it by the kind of failure.
package struct ReadingShelfPage: Sendable {
  private let readings: [ReadingListing]
  private let all: [ReadingListing]
  private let next: [NextReadListing]
  private let filter: ReadingFilter
  private let context: PageContext

  /// `readings` are those of `all` that the filter leaves.
  package init(
    readings: [ReadingListing], of all: [ReadingListing], next: [NextReadListing],
    filter: ReadingFilter = ReadingFilter(), context: PageContext
  ) {
    self.readings = readings
    self.all = all
    self.next = next
    self.filter = filter
    self.context = context
  }

  package var html: String {
    ReadingFrame(title: "Reading", trail: [], context: context).html {
      Tag.header(.class("lead lesson-lead")) {
        Tag.h1 { "Read one together" }
        Tag.p(.class("lede")) {
          "Public incidents in our own words, a few minutes each: what happened, what might have caught it, and three questions to ask yourselves."
        }
      }
      if filter.isEmpty { nextRead }
      shelf
      Tag.p(.class("section-note reading-other")) {
        "Postmortems of your own, and others’ that you brought in, stand in the "
        Tag.a(.href(.lessons(.library()))) { "library" }
        "."
      }
    }
  }

  // MARK: Next

  @HTMLBuilder private var nextRead: HTML {
    if let first = next.first {
      Tag.section(.class("next-read"), .labelledBy("next-title")) {
        Tag.p(.class("next-read-word")) { "Next for you" }
        Tag.h2(.id("next-title")) { Tag.a(.class("cover"), .href(path(first.reading))) { first.reading.title } }
        Tag.p(.class("next-facts")) { "About \(first.reading.minutes) minutes to read" }
        Tag.p(.class("next-why")) { why(first) }
        if let summary = ReadingShelf.named(first.reading.name)?.summary, !summary.isEmpty {
          Tag.p(.class("next-summary")) { String(summary.prefix { $0 != "\n" }) }
        }
      }
      if next.count > 1 {
        Tag.section(.class("after-that"), .labelledBy("after-title")) {
          Tag.h2(.id("after-title")) { "After that" }
          Tag.ol(.class("after-list")) {
            for other in next.dropFirst() {
              Tag.li {
                Tag.a(.href(path(other.reading))) { other.reading.title }
                Tag.p(.class("section-note")) { other.reasons.first ?? ReadingFrame.minutes(other.reading) }
              }
            }
          }
        }
      }
    } else {
      Tag.p(.class("gap-block")) { "You have read all of them. They stay here to be read again." }
    }
  }

  private func why(_ next: NextReadListing) -> String {
    next.reasons.isEmpty
      ? "Nothing of yours points to one yet: name what your components run on, and this place will know. This one is a good first."
      : next.reasons.joined(separator: " ")
  }

  // MARK: The shelf

  private var shelf: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("shelf-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("shelf-title")) { filter.isEmpty ? "The shelf" : "Found" }
        Tag.p(.class("section-note"), .set("role", "status")) { sum }
      }
      filters
      if readings.isEmpty {
        Tag.p(.class("gap-block")) {
          "None of them fits. "
          Tag.a(.href(ReadingFrame.shelf)) { "Show all." }
        }
      }
      if filter.isEmpty {
        for kind in ReadingKind.allCases { group(kind) }
      } else {
        Tag.ul(.class("reading-list")) { for reading in readings { row(reading) } }
      }
    }
  }

  private var sum: String {
    let read = readings.count { $0.isRead }
    return Wording.count(readings.count, "reading") + (read == 0 ? "" : ", \(read) of them read")
  }

  private var filters: HTML {
    Tag.form(.class("filter-form reading-filter"), .set("method", "get"), .action(ReadingFrame.shelf)) {
      Field(
        name: "kind", label: "Kind of failure",
        control: .choice([("", "Any")] + ReadingKind.allCases.map { ($0.rawValue, $0.title) }),
        value: filter.kind ?? "", scope: "reading"
      ).html
      Field(
        name: "technology", label: "What you run",
        control: .choice([("", "Anything")] + technologies.map { ($0, $0) }), value: filter.technology ?? "",
        scope: "reading"
      ).html
      Field(
        name: "unread", label: "Read", control: .choice([("", "All"), ("1", "Not yet read")]),
        value: filter.isUnread ? "1" : "", scope: "reading"
      ).html
      Tag.div(.class("filter-acts")) {
        Tag.button(.set("type", "submit")) { "Show" }
        if !filter.isEmpty { Tag.a(.class("button"), .href(ReadingFrame.shelf)) { "All" } }
      }
    }
  }

  private var technologies: [String] {
    Set(all.flatMap(\.technologies)).sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
  }

  /// Those whose first kind it is, so that each stands in one place.
  @HTMLBuilder private func group(_ kind: ReadingKind) -> HTML {
    let members = readings.filter { $0.kinds.first == kind }
    if !members.isEmpty {
      Tag.section(.class("reading-kind"), .labelledBy("kind-\(slug(kind))")) {
        Tag.h3(.id("kind-\(slug(kind))")) { kind.title }
        Tag.ul(.class("reading-list")) { for reading in members { row(reading) } }
      }
    }
  }

  private func slug(_ kind: ReadingKind) -> String { kind.rawValue.replacing(" ", with: "-") }

  private func row(_ reading: ReadingListing) -> HTML {
    Tag.li(.class("reading-row", reading.isRead ? "is-read" : "")) {
      Tag.p(.class("reading-name")) { Tag.a(.class("cover"), .href(path(reading))) { reading.title } }
      Tag.p(.class("section-note")) { reading.technologies.joined(separator: ", ") }
      Tag.p(.class("reading-when")) {
        if let day = reading.lastRead {
          Tag.span(.class("read-mark")) { "✓ Read \(ReadingFrame.date(day))" }
        } else {
          ReadingFrame.minutes(reading)
        }
      }
    }
  }

  private func path(_ reading: ReadingListing) -> SitePath { .lessons(.reading(reading.name)) }
}
