package import Chronology
package import Incidents

/// That a team read something together.
package struct ReadingMark: Codable, Hashable, Sendable {
  /// Of the reading: `gitlab-2017`.
  package var reading: String
  /// On which they did.
  package var day: CivilDate
  /// What the circle noted; nil where it noted nothing.
  package var note: String?

  package init(reading: String, day: CivilDate, note: String? = nil) {
    self.reading = reading
    self.day = day
    self.note = note
  }

  /// As it may be recorded: a day that the calendar has and that is not to come, a note in bounds.
  package func checked(today: CivilDate) throws(IncidentRefusal) -> ReadingMark {
    guard day.exists else {
      throw IncidentRefusal(
        .invalidText, place: "day", message: "no calendar has the day '\(day)'", hint: "write it as 2026-03-31")
    }
    // Somewhere on Earth it is tomorrow already.
    guard day.daysSinceEpoch <= today.daysSinceEpoch + 1 else {
      throw IncidentRefusal(
        .invalidText, place: "day", message: "the day \(day) is still to come", hint: "mark it once it is read")
    }
    var mark = self
    let note = try TextCheck.optional(note ?? "", "note", max: ReadingLimits.noteScalarsMax)
    mark.note = note.isEmpty ? nil : note
    return mark
  }
}

/// What happened to a reading in the record; its stream is `reading-1`.
package enum ReadingEvent: Hashable, Sendable {
  case marked(ReadingMark)

  /// Nil for a kind or a version that this Mayday does not know.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    switch (document.kind, document.version) {
    case ("reading-marked", 1): self = .marked(try document.decoded())
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .marked(let mark): try .init("reading-marked", mark)
    }
  }
}

/// How often and with what note a reading was read, as its events add up.
package struct ReadingRecord: Hashable, Sendable {
  /// One time that it was read.
  package struct Circle: Codable, Hashable, Sendable {
    package var day: CivilDate
    package var note: String?
    /// Who wrote it down, and when.
    package var by: String
    package var at: Instant
  }

  package let number: Int
  package private(set) var reading = ""
  package private(set) var version: Int64 = 0
  /// The newest first, up to ``ReadingLimits/circlesShown``.
  package private(set) var circles: [Circle] = []
  package private(set) var circleCount = 0

  package init(number: Int) { self.number = number }

  package mutating func apply(_ event: ReadingEvent, _ stamp: EventStamp) {
    version = stamp.version
    switch event {
    case .marked(let mark):
      reading = mark.reading
      circleCount += 1
      let circle = Circle(day: mark.day, note: mark.note, by: stamp.actor, at: stamp.at)
      let place = circles.firstIndex { $0.day <= mark.day } ?? circles.count
      circles.insert(circle, at: place)
      if circles.count > ReadingLimits.circlesShown { circles.removeLast() }
    }
  }

  /// Counts an event whose content is not known or was erased.
  package mutating func skip(_ stamp: EventStamp) { version = stamp.version }
}
