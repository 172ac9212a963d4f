package import Chronology

/// A reading as lists show it, with whether a team has read it.
package struct ReadingListing: Codable, Hashable, Sendable {
  package var name: String
  package var title: String
  package var organisation: String
  /// A day, a month or a year.
  package var date: String
  package var severity: String?
  package var kinds: [ReadingKind]
  package var technologies: [String]
  package var minutes: Int
  /// The day of the newest circle; nil where nobody marked it as read.
  package var lastRead: CivilDate?
  package var circleCount: Int

  package init(_ reading: ReadingDocument, _ record: ReadingRecord? = nil) {
    name = reading.name
    title = reading.title
    organisation = reading.organisation
    date = reading.date
    severity = reading.severity
    kinds = reading.kinds
    technologies = reading.technologies
    minutes = reading.minutes
    lastRead = record?.circles.first?.day
    circleCount = record?.circleCount ?? 0
  }

  package var isRead: Bool { circleCount > 0 }
}

/// What to read next, with the reasons.
package struct NextReadListing: Codable, Hashable, Sendable {
  package var reading: ReadingListing
  /// Empty where nothing of a team's points to it.
  package var reasons: [String]

  package init(reading: ReadingListing, reasons: [String]) {
    self.reading = reading
    self.reasons = reasons
  }
}

/// Which readings are asked for.
package struct ReadingQuery: Hashable, Sendable {
  /// As a reading or a person writes it: `data loss`, `data-loss`.
  package var kind: String?
  /// As a person writes it; case and plural make no difference.
  package var technology: String?
  package var isUnread: Bool?

  package init(kind: String? = nil, technology: String? = nil, isUnread: Bool? = nil) {
    self.kind = kind
    self.technology = technology
    self.isUnread = isUnread
  }

  package func fits(_ reading: ReadingListing) -> Bool {
    if let isUnread, reading.isRead == isUnread { return false }
    if let kind {
      let wanted = kind.lowercased().replacing("-", with: " ")
      guard reading.kinds.contains(where: { $0.rawValue == wanted }) else { return false }
    }
    guard let technology else { return true }
    let wanted = CueWords.split(technology).map(CueWords.folded)
    return reading.technologies.contains { CueWords.split($0).map(CueWords.folded) == wanted }
  }
}
