package import Chronology

/// One line of a postmortem's timeline.
package struct TimelineLine: Codable, Hashable, Sendable {
  /// Where it was taken from.
  package enum Origin: String, Codable, CaseIterable, Hashable, Sendable {
    /// A moment of the evidence.
    case moment
    /// An entry of the incident's record.
    case entry
    case account
    case written
  }

  /// How its instant is known.
  package enum Basis: String, Codable, CaseIterable, Hashable, Sendable {
    /// The source wrote it with its zone.
    case stamped
    /// Read with an inferred zone or year, or a corrected clock.
    case derived
    /// Mayday recorded it when it happened.
    case recorded
    /// Somebody said so.
    case said
    case estimated
    case unknown
  }

  /// Names it within the postmortem; given when it is recorded.
  package var number: Int
  package var at: Instant?
  package var until: Instant?
  package var basis: Basis
  /// What happened, as a sentence.
  package var text: String
  package var origin: Origin
  /// The moment's id, the entry's version, or the person.
  package var originID: String?
  /// Where it can be read: files with lines, commits, entries.
  package var references: [String]
  /// A heading that it stands under with others; nil: none.
  package var group: String?

  package init(
    number: Int = 0, at: Instant?, until: Instant? = nil, basis: Basis, text: String, origin: Origin = .written,
    originID: String? = nil, references: [String] = [], group: String? = nil
  ) {
    self.number = number
    self.at = at
    self.until = until
    self.basis = basis
    self.text = text
    self.origin = origin
    self.originID = originID
    self.references = references
    self.group = group
  }
}

/// Lines were put in, or written anew under their numbers.
package struct LinesWritten: Codable, Hashable, Sendable {
  package var lines: [TimelineLine]

  package init(lines: [TimelineLine]) { self.lines = lines }
}

/// Lines were taken out.
package struct LinesRemoved: Codable, Hashable, Sendable {
  package var numbers: [Int]

  package init(numbers: [Int]) { self.numbers = numbers }
}

/// Lines were put in an order of their own: those named stand in this order where their instants do not say otherwise.
package struct LinesArranged: Codable, Hashable, Sendable {
  package var numbers: [Int]

  package init(numbers: [Int]) { self.numbers = numbers }
}

/// What is known of a stretch of time of which the timeline says nothing.
package struct GapExplained: Codable, Hashable, Sendable {
  /// The line before the gap.
  package var after: Int
  package var text: String

  package init(after: Int, text: String) {
    self.after = after
    self.text = text
  }
}
