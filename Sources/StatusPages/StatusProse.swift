import Documents
import PageKit

/// Words of an update: Markdown made harmless, pictures told by their text, since nothing is loaded from elsewhere.
struct StatusProse: Sendable {
  let markdown: String
  /// The language of the words, where it is not that of the page.
  let language: String?

  var html: HTML {
    Tag.div(.class("prose"), language.map { .set("lang", $0) }) {
      // On a phone the cells of a table stand one below the other, each with its heading.
      HTML(trusted: TrustedMarkup(ProseMarkup.labelled(Self.markup(markdown))))
    }
  }

  static func markup(_ markdown: String) -> String { ProseMarkup.withoutPictures(MarkdownHTML.render(markdown)) }
}
