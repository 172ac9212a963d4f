package import Chronology

/// A piece of a text around what was found.
package struct Excerpt: Codable, Hashable, Sendable {
  package struct Part: Codable, Hashable, Sendable {
    package var text: String
    /// Whether these are words that were searched for.
    package var isHit: Bool

    package init(text: String, isHit: Bool) {
      self.text = text
      self.isHit = isHit
    }
  }

  package var parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// Reads a text in which hits stand between ``open`` and ``close``.
  package init(marked text: String) {
    parts = []
    var rest = text[...]
    while let start = rest.firstIndex(of: Self.open) {
      add(rest[..<start], isHit: false)
      let inside = rest[rest.index(after: start)...]
      let end = inside.firstIndex(of: Self.close) ?? inside.endIndex
      add(inside[..<end], isHit: true)
      rest = end < inside.endIndex ? inside[inside.index(after: end)...] : ""
    }
    add(rest, isHit: false)
  }

  private mutating func add(_ text: Substring, isHit: Bool) {
    let clean = text.filter { $0 != Self.open && $0 != Self.close }
    if !clean.isEmpty { parts.append(Part(text: clean, isHit: isHit)) }
  }

  /// Control characters (start and end of text), which no kept text holds.
  package static let open: Character = "\u{2}"
  package static let close: Character = "\u{3}"

  package var text: String { parts.map(\.text).joined() }
}

/// A postmortem that a search found.
package struct LibraryHit: Codable, Hashable, Sendable {
  /// `PM-7`.
  package var postmortem: String
  /// `INC-12`; nil without one.
  package var incident: String?
  package var title: String
  /// Where it is from, of others'.
  package var source: String?
  package var isOurs: Bool
  /// `draft`, `in-review`, `final`.
  package var stage: String
  /// When it happened, where that is known.
  package var at: Instant?
  /// The day, where no instant is known.
  package var day: CivilDate?
  package var severity: Int?
  package var components: [String]
  /// Around the words that were found; the first sentence on the impact where none were asked for.
  package var excerpt: Excerpt

  package init(
    postmortem: String, incident: String?, title: String, source: String?, isOurs: Bool, stage: String, at: Instant?,
    day: CivilDate? = nil, severity: Int?, components: [String], excerpt: Excerpt
  ) {
    self.postmortem = postmortem
    self.incident = incident
    self.title = title
    self.source = source
    self.isOurs = isOurs
    self.stage = stage
    self.at = at
    self.day = day
    self.severity = severity
    self.components = components
    self.excerpt = excerpt
  }
}
