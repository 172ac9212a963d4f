package import Chronology
package import Postmortems

/// What a reader looks for in the library, as it stands in the address.
package struct LibraryFilter: Sendable, Hashable {
  package var words: String
  package var component: String?
  package var cause: Factor.Kind?
  package var kind: ActionKind?
  package var severity: Int?
  package var from: CivilDate?
  package var until: CivilDate?
  /// True: ours alone; false: others' alone; nil: all.
  package var isOurs: Bool?
  /// Those that come after this one, a number of a postmortem, in the order of the search.
  package var after: Int?

  package init(
    words: String = "", component: String? = nil, cause: Factor.Kind? = nil, kind: ActionKind? = nil,
    severity: Int? = nil, from: CivilDate? = nil, until: CivilDate? = nil, isOurs: Bool? = nil,
    after: Int? = nil
  ) {
    self.words = words
    self.component = component
    self.cause = cause
    self.kind = kind
    self.severity = severity
    self.from = from
    self.until = until
    self.isOurs = isOurs
    self.after = after
  }

  /// Scalars of what is searched for; as the operation has it.
  package static let wordsMax = 200

  /// Reads the parameters of an address; what does not fit is left out.
  package init(parameter: (String) -> String?) {
    func text(_ name: String, max: Int = 40) -> String? {
      guard let value = parameter(name), !value.isEmpty else { return nil }
      return value.unicodeScalars.count <= max ? value : nil
    }
    let ours = text("ours")
    self.init(
      words: parameter("q").map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(Self.wordsMax))) } ?? "",
      component: text("component", max: 60), cause: text("cause").flatMap(Factor.Kind.init(rawValue:)),
      kind: text("kind").flatMap(ActionKind.init(rawValue:)), severity: text("severity").flatMap { Int($0) },
      from: text("from").flatMap { CivilDate($0) }, until: text("until").flatMap { CivilDate($0) },
      isOurs: ours == "1" ? true : ours == "0" ? false : nil, after: text("after").flatMap { Int($0) })
  }

  /// Whether anything but words was asked for.
  package var isNarrow: Bool { self != LibraryFilter(words: words, after: after) }

  package var isEmpty: Bool { self == LibraryFilter() }

  package var text: String {
    QueryText.text([
      ("q", words.isEmpty ? nil : words), ("component", component), ("cause", cause?.rawValue),
      ("kind", kind?.rawValue), ("severity", severity.map(String.init)), ("from", from?.description),
      ("until", until?.description), ("ours", isOurs.map { $0 ? "1" : "0" }),
      ("after", after.map(String.init)),
    ])
  }
}
