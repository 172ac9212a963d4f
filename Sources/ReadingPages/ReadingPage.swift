import Chronology
import Documents
import Interchange
package import PageKit
package import Reading
import RecordViews

/// One reading: the document, what can be taken from it, the questions, and who read it.
package struct ReadingPage: Sendable {
  private let reading: ReadingWhole
  private let chapters: [ReadingChapter]
  private let context: PageContext

  package init(reading: ReadingWhole, context: PageContext) {
    self.reading = reading
    self.context = context
    chapters = ReadingChapter.all(of: reading.text)
  }

  private var listing: ReadingListing { reading.listing }
  private var page: SitePath { .lessons(.reading(listing.name)) }

  package var html: String {
    ReadingFrame(title: listing.title, trail: [(listing.name, page)], context: context).html {
      head
      Tag.div(.class("document")) {
        contents
        Tag.div(.class("sections")) {
          for chapter in chapters { html(chapter) }
          circles
        }
      }
    }
  }

  private var head: HTML {
    Tag.header(.class("lead lesson-lead reading-lead")) {
      Tag.h1 { listing.title }
      Tag.p(.class("lede")) { "About \(listing.minutes) minutes to read." }
      if let intro = ReadingChapter.intro(of: reading.text) {
        Tag.div(.class("reading-intro")) { ProseMarkup(markdown: intro).html }
      }
      Tag.ul(.class("reading-tags"), .label("What it is about")) {
        for kind in listing.kinds {
          Tag.li { Tag.a(.href(.lessons(.readings(ReadingFilter(kind: kind.rawValue))))) { kind.title } }
        }
        for technology in listing.technologies {
          Tag.li { Tag.a(.href(.lessons(.readings(ReadingFilter(technology: technology))))) { technology } }
        }
      }
      if let day = listing.lastRead {
        Tag.p(.class("read-mark")) {
          "✓ Read \(ReadingFrame.date(day))" + (listing.circleCount > 1 ? ", \(listing.circleCount) times in all" : "")
        }
      }
    }
  }

  private var contents: HTML {
    Tag.nav(.class("contents"), .label("Contents")) {
      Tag.details(.isOpen) {
        Tag.summary { "Contents" }
        Tag.ol {
          for chapter in chapters { entry(chapter.id, chapter.heading) }
          entry("circles", "Read together")
        }
      }
    }
  }

  private func entry(_ id: String, _ words: String) -> HTML {
    Tag.li { Tag.a(.href(fragment: id)) { Tag.span(.class("contents-name")) { words } } }
  }

  private func html(_ chapter: ReadingChapter) -> HTML {
    Tag.section(.class("part"), .id(chapter.id), .labelledBy("\(chapter.id)-title")) {
      Tag.div(.class("part-text")) {
        Tag.h2(.id("\(chapter.id)-title")) { chapter.heading }
        switch chapter.part {
        case .adoptable: AdoptableParts(reading: reading, page: page, context: context).html
        case .questions: questions
        case .sources, nil: ProseMarkup(markdown: chapter.markdown).html
        }
      }
    }
  }

  private var questions: HTML {
    Tag.ol(.class("circle-questions")) { for question in reading.questions { Tag.li { question } } }
  }

  // MARK: Read together

  private var circles: HTML {
    Tag.section(.class("part"), .id("circles"), .labelledBy("circles-title")) {
      Tag.div(.class("part-text")) {
        Tag.h2(.id("circles-title")) { "Read together" }
        if reading.circles.isEmpty {
          Tag.p(.class("gap-block")) { "Nobody has marked it as read yet." }
        }
        Tag.ol(.class("circle-list")) { for circle in reading.circles { row(circle) } }
        if context.mayRespond { mark }
      }
    }
  }

  private func row(_ circle: ReadingRecord.Circle) -> HTML {
    Tag.li {
      Tag.p(.class("circle-when")) {
        Tag.time(.datetime("\(circle.day)")) { ReadingFrame.date(circle.day) }
        Tag.span(.class("section-note")) { ", written down by \(circle.by)" }
      }
      if let note = circle.note { ProseMarkup(markdown: note, lowered: 2).html }
    }
  }

  private var mark: HTML {
    let form = ActionForm(
      "mark", ActionPath(.markReading, listing.name), on: page, context: context,
      returnTo: .lessons(.reading(listing.name, place: "circles")))
    return form.html(.class("form mark-form")) {
      form.field(
        "day", "On which day", .line(type: "date"), value: "\(CivilDate(context.now))", isRequired: true)
      form.field(
        "note", "What the circle noted", .lines,
        hint: "What you will do, what you found out about yourselves. Everybody who may read here sees it.",
        lengthMax: ReadingLimits.noteScalarsMax)
      Tag.button(.class("strong"), .set("type", "submit")) { "Mark as read" }
    }
  }
}
