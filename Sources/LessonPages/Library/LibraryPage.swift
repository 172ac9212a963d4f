import Chronology
package import Incidents
import Interchange
package import Learning
package import PageKit
import Postmortems
import RecordViews

/// All postmortems that one may see, ours and others': searched by words, narrowed by what they are about.
package struct LibraryPage: Sendable {
  private let listing: LibraryListing
  private let filter: LibraryFilter
  private let policy: Policy
  private let components: [ComponentDefinition]
  private let context: PageContext

  /// `listing` is what the filter found.
  package init(
    listing: LibraryListing, filter: LibraryFilter, policy: Policy = .standard,
    components: [ComponentDefinition] = [], context: PageContext
  ) {
    self.listing = listing
    self.filter = filter
    self.policy = policy
    self.components = components
    self.context = context
  }

  private static let page = SitePath.lessons(.library())

  package var html: String {
    LessonFrame("Library", [("Library", Self.page)], context: context).html {
      Tag.header(.class("lead lesson-lead library-lead")) {
        Tag.h1 { "Have we seen this before?" }
        search
        Tag.p(.class("section-note")) {
          "Public incidents to read together, with what might have caught them, stand in "
          Tag.a(.href(.lessons(.readings()))) { "the reading library" }
          "."
        }
      }
      found
      if context.mayRespond { add }
    }
  }

  // MARK: Searching

  private var search: HTML {
    Tag.form(.class("library-search"), .set("method", "get"), .action(Self.page), .set("role", "search")) {
      Tag.div(.class("search-line")) {
        Tag.label(.class("unseen"), .set("for", "library-q")) { "Words" }
        Tag.input(
          .id("library-q"), .set("type", "search"), .set("name", "q"), .set("value", filter.words),
          .set("maxlength", "\(LibraryFilter.wordsMax)"), .set("autocomplete", "off"),
          .set("placeholder", "certificate expired"), filter.isEmpty ? .set("autofocus", "") : nil)
        Tag.button(.class("strong"), .set("type", "submit")) { "Search" }
      }
      Tag.p(.class("field-hint")) {
        "All words must be found, the last one as a beginning. \"Words in quotes\" stand together."
      }
      Tag.details(filter.isNarrow ? .isOpen : nil) {
        Tag.summary { "Only some" }
        Tag.div(.class("filter-form")) { fields }
      }
    }
  }

  @HTMLBuilder private var fields: HTML {
    if components.isEmpty {
      field("component", "Component", .line(), filter.component ?? "")
    } else {
      field("component", "Component", any(components.map { ($0.id, $0.name) }), filter.component ?? "")
    }
    field("cause", "With a factor that", any(Factor.Kind.choices), filter.cause?.rawValue ?? "")
    field("kind", "With an action to", any(ActionKind.choices), filter.kind?.rawValue ?? "")
    field(
      "severity", "Severity", any(policy.severities.map { ("\($0.level)", $0.name) }),
      filter.severity.map(String.init) ?? "")
    field("from", "Since (day)", .line(type: "date"), filter.from?.description ?? "")
    field("until", "Until (day)", .line(type: "date"), filter.until?.description ?? "")
    field("ours", "Whose", any([("1", "Ours"), ("0", "Others’")]), filter.isOurs.map { $0 ? "1" : "0" } ?? "")
    Tag.div(.class("filter-acts")) {
      Tag.button(.set("type", "submit")) { "Search" }
      if !filter.isEmpty { Tag.a(.class("button"), .href(Self.page)) { "All" } }
    }
  }

  private func any(_ options: [(value: String, words: String)]) -> Field.Control {
    .choice([("", "Any")] + options)
  }

  private func field(_ name: String, _ label: String, _ control: Field.Control, _ value: String) -> HTML {
    Field(name: name, label: label, control: control, value: value, scope: "library").html
  }

  // MARK: What was found

  private var found: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("found-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("found-title")) { filter.isEmpty ? "In the library" : "Found" }
        Tag.p(.class("section-note"), .set("role", "status")) {
          Wording.count(listing.count, "postmortem")
            + (listing.count < 2 ? "" : filter.words.isEmpty ? ", newest first" : ", best first")
        }
      }
      if listing.hits.isEmpty {
        if filter.isEmpty {
          Tag.p(.class("gap-block")) {
            "The library is empty. Every postmortem that is written here stands in it; others’ can be added below, one text at a time, or whole folders and repositories by the command line."
          }
        } else {
          Tag.p(.class("gap-block")) {
            "Nothing fits. Fewer words find more; the words of the message that was seen find best."
          }
        }
      }
      Tag.ol(.class("hit-list")) { for hit in listing.hits { LibraryRow(hit: hit, policy: policy).html } }
      if listing.hasMore, let last = listing.hits.last.flatMap({ PostmortemID($0.postmortem) }) {
        Tag.p(.class("show-all")) {
          Tag.a(.class("button"), .href(.lessons(.library(after(last))))) { "More" }
        }
      }
    }
  }

  private func after(_ last: PostmortemID) -> LibraryFilter {
    var filter = filter
    filter.after = last.number
    return filter
  }

  // MARK: Adding

  private var add: HTML {
    let form = ActionForm(
      "add-text", ActionPath(.addToLibrary), on: Self.page, context: context, returnTo: Self.page)
    return Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Add somebody else’s postmortem" }
      form.html(.class("form")) {
        form.field(
          "title", "Title", hint: "Empty: as the text calls itself.", lengthMax: IncidentLimits.titleScalarsMax)
        form.field("source", "Where it is from", lengthMax: 1000, placeholder: "https://example.org/postmortem")
        form.field(
          "text", "The text, as Markdown", .lines,
          hint: "Headings that are not known stay as they are: nothing of the text is lost.", isRequired: true)
        Tag.button(.class("strong"), .set("type", "submit")) { "Add it" }
      }
    }
  }
}

/// One postmortem that was found, with the words around what was searched for.
struct LibraryRow: Sendable {
  let hit: LibraryHit
  let policy: Policy

  var html: HTML {
    Tag.li(.class("hit")) {
      Tag.p(.class("marks")) {
        if let severity = hit.severity {
          SeverityMark(severity: severity, name: policy.severity(severity)?.name).html
        }
        Tag.span(.class("identifier")) { hit.incident.map { "\(hit.postmortem) of \($0)" } ?? hit.postmortem }
        if let at = hit.at {
          LessonFrame.day(at)
        } else if let day = hit.day {
          Tag.time(.datetime("\(day)")) { Wording.dayAndMonth(day) }
        } else {
          Gap("No date").html
        }
        Tag.span(.class("tag")) { hit.isOurs ? "ours" : "others’" }
        if hit.stage != PostmortemStage.final.rawValue, hit.isOurs {
          Tag.span(.class("tag")) { hit.stage.replacing("-", with: " ") }
        }
      }
      Tag.h3 { title }
      Tag.p(.class("hit-excerpt")) {
        for part in hit.excerpt.parts { part.isHit ? Tag.mark { part.text } : HTML(part.text) }
      }
      if !hit.components.isEmpty || hit.source != nil {
        Tag.p(.class("section-note")) {
          [hit.components.joined(separator: ", "), hit.source.map { "from \($0)" } ?? ""].filter { !$0.isEmpty }
            .joined(separator: "; ")
        }
      }
    }
  }

  private var title: HTML {
    guard let id = PostmortemID(hit.postmortem) else { return HTML(hit.title) }
    return Tag.a(.href(.postmortem(id))) { hit.title }
  }
}
