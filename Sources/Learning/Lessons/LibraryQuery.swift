package import Chronology
package import Postmortems

/// Which postmortems a search finds; nil asks for nothing.
package struct LibraryQuery: Hashable, Sendable {
  /// All of them must be found, the last one as a beginning; a phrase stands in double quotes.
  package var words: String
  package var component: String?
  package var severity: Int?
  package var from: CivilDate?
  package var until: CivilDate?
  /// Kind of a factor that it has.
  package var cause: Factor.Kind?
  /// Kind of an action that it has.
  package var action: ActionKind?
  package var isOurs: Bool?
  /// Those that come after this one, a number of a postmortem, in the order of the search.
  package var after: Int?
  package var limit: Int

  package init(
    words: String = "", component: String? = nil, severity: Int? = nil, from: CivilDate? = nil,
    until: CivilDate? = nil, cause: Factor.Kind? = nil, action: ActionKind? = nil, isOurs: Bool? = nil,
    after: Int? = nil, limit: Int = 50
  ) {
    self.words = words
    self.component = component
    self.severity = severity
    self.from = from
    self.until = until
    self.cause = cause
    self.action = action
    self.isOurs = isOurs
    self.after = after
    self.limit = limit
  }
}

extension LibraryQuery {
  /// Whether every postmortem with the words fits.
  package var asksForWordsAlone: Bool {
    component == nil && severity == nil && from == nil && until == nil && cause == nil && action == nil && isOurs == nil
  }
}

/// One part of what a search found.
package struct LibraryListing: Hashable, Sendable {
  package var hits: [LibraryHit]
  /// How many there are in all.
  package var count: Int
  package var hasMore: Bool

  package init(hits: [LibraryHit], count: Int, hasMore: Bool) {
    self.hits = hits
    self.count = count
    self.hasMore = hasMore
  }
}

/// Somebody else's postmortem on its way into the library.
package struct LibraryDocument: Hashable, Sendable {
  /// Empty: as the text calls itself.
  package var title: String
  /// Markdown, front matter included.
  package var text: String
  /// Where it is from: a page, a repository with its commit and path.
  package var source: String?
  /// What was not understood in reading it, a sentence each.
  package var notes: [String]

  package init(title: String = "", text: String, source: String? = nil, notes: [String] = []) {
    self.title = title
    self.text = text
    self.source = source
    self.notes = notes
  }
}
