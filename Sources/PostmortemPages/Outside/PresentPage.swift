import Authoring
import Documents
package import Incidents
package import PageKit
import Postmortems
package import RecordViews

/// A postmortem for a board: five screens, one idea on each, by keyboard, by scrolling, and on paper.
package struct PresentPage: Sendable {
  private let scene: PostmortemScene
  private let screens: [BoardScreen]

  package init(view: PostmortemView, incident: Incident? = nil, context: PageContext) {
    scene = PostmortemScene(view: view, context: context, page: .postmortems(.present(view.summary.id)))
    screens = BoardScreens(postmortem: view.postmortem, incident: incident, policy: view.policy).screens()
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

  private func html(_ screen: BoardScreen, number: Int) -> HTML {
    let place = screen.topic.rawValue
    return Tag.section(
      .class("screen", "screen-\(place)"), .id(place), .labelledBy("\(place)-title"), .set("tabindex", "-1")
    ) {
      Tag.p(.class("screen-idea")) {
        Tag.span(.class("screen-number")) { "\(number)" }
        screen.title
      }
      Tag(number: number)(.class("screen-headline"), .id("\(place)-title")) { screen.headline }
      if !screen.facts.isEmpty { facts(screen.facts) }
      BarPlot(bars: screen.bars)?.html
      if !screen.items.isEmpty {
        Tag.ul(.class("screen-items")) {
          for item in screen.items { Tag.li { item } }
          if screen.more > 0 { Tag.li(.class("screen-note")) { "And \(screen.more) more in the document." } }
        }
      }
    }
  }

  private func facts(_ facts: [BoardScreen.Fact]) -> HTML {
    Tag.dl(.class("screen-figures")) {
      for fact in facts {
        Tag.div {
          Tag.dt { fact.label }
          Tag.dd {
            fact.value
            if let note = Self.words(fact.basis) { Tag.span(.class("fact-detail")) { note } }
          }
        }
      }
    }
  }

  /// How a figure is known; what is counted in the document says so by its label.
  private static func words(_ basis: BoardScreen.Fact.Basis) -> String? {
    switch basis {
    case .measured: "measured"
    case .estimated: "estimated"
    case .counted, .unstated: nil
    }
  }
}

extension Tag {
  /// The first screen carries the page's heading.
  fileprivate init(number: Int) { self = number == 1 ? .h1 : .h2 }
}
