import Documents
package import PageKit
import Postmortems
package import RecordViews

/// A postmortem for a board: five screens, one idea on each, by keyboard, by scrolling, and on paper.
package struct PresentPage: Sendable {
  private let scene: PostmortemScene
  private let screens: [PresentedScreen]

  package init(view: PostmortemView, screens: [PresentedScreen], context: PageContext) {
    scene = PostmortemScene(view: view, context: context, page: .postmortems(.present(view.summary.id)))
    self.screens = screens
  }

  package var html: String {
    let page = Tag.html(.set("lang", "en")) {
      Tag.head {
        PageFrame.meta
        Tag.title { "\(scene.id) for the board · Mayday" }
        Tag.link(.set("rel", "icon"), .set("type", "image/svg+xml"), .href(.asset(.mark)))
        for style in [Asset.style, .response, .postmortem] {
          Tag.link(.set("rel", "stylesheet"), .href(.asset(style)))
        }
        Tag.script(.set("type", "module"), .src(.asset(.present)))
      }
      Tag.body(.class("page-present")) {
        Tag.header(.class("present-head")) {
          Tag.a(.href(scene.document)) { "\(scene.id): \(scene.view.summary.title)" }
          Tag.span(.class("present-keys")) {
            Tag.kbd { "→" }
            " next "
            Tag.kbd { "←" }
            " back"
          }
          Tag.span(.class("present-place"), .set("role", "status")) { "" }
        }
        Tag.main(.id("content")) {
          for (offset, screen) in screens.enumerated() { html(screen, number: offset + 1) }
        }
      }
    }
    return "<!doctype html>\n" + page.markup + "\n"
  }

  private func html(_ screen: PresentedScreen, number: Int) -> HTML {
    let place = screen.idea.rawValue
    return Tag.section(.class("screen", "screen-\(place)"), .id(place), .labelledBy("\(place)-title"), .set("tabindex", "-1")) {
      Tag.p(.class("screen-idea")) {
        Tag.span(.class("screen-number")) { "\(number)" }
        screen.idea.words
      }
      Tag(number: number)(.class("screen-headline"), .id("\(place)-title")) { screen.headline }
      if !screen.figures.isEmpty { figures(screen.figures) }
      for sentence in screen.sentences { Tag.p(.class("screen-sentence")) { sentence } }
      if let plot = InstantPlot(marks: screen.marks, zone: scene.zone) { plot.html }
      if !screen.groups.isEmpty {
        Tag.div(.class("screen-groups")) { for group in screen.groups { html(group) } }
      }
      if let gap = screen.gap { Tag.p(.class("gap-block")) { gap } }
    }
  }

  private func figures(_ figures: [PresentedScreen.Figure]) -> HTML {
    Tag.dl(.class("screen-figures")) {
      for figure in figures {
        Tag.div {
          Tag.dt { figure.label }
          Tag.dd {
            figure.value
            if let note = figure.note { Tag.span(.class("fact-detail")) { note } }
          }
        }
      }
    }
  }

  private func html(_ group: PresentedScreen.Group) -> HTML {
    Tag.section(.class("screen-group")) {
      if !group.heading.isEmpty { Tag.h3 { group.heading } }
      Tag.ul {
        for point in group.points {
          Tag.li {
            point.text
            if let note = point.note { Tag.span(.class("screen-note")) { note } }
          }
        }
      }
    }
  }
}

extension Tag {
  /// The first screen carries the page's heading.
  fileprivate init(number: Int) { self = number == 1 ? .h1 : .h2 }
}
