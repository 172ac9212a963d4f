package import Chronology
package import Incidents

/// What is kept as a text of its own, with all its versions; each has streams of its own: `plan-1`, `scenario-1`.
package enum TextKind: String, Codable, CaseIterable, Hashable, Sendable {
  case plan
  /// A drill to play.
  case scenario
}

/// A plan's or a scenario's text as somebody saved it.
package struct WrittenText: Codable, Hashable, Sendable {
  /// The name under which it is kept.
  package var name: String
  /// The whole document.
  package var text: String
  /// What changed, in a line; empty when nobody said.
  package var note: String
  /// Where it came from: `starter`, a file's name, a drill such as `drill 3`; nil when it was written here.
  package var origin: String?

  package init(name: String, text: String, note: String = "", origin: String? = nil) {
    self.name = name
    self.text = text
    self.note = note
    self.origin = origin
  }
}

/// What happened to a plan or to a scenario.
package enum TextEvent: Hashable, Sendable {
  case written(WrittenText)
  case retired(reason: String)

  private struct Retired: Codable { var reason: String }

  /// Nil for a kind or a version that this Mayday does not know.
  package init?(_ document: EventDocument, of kind: TextKind) throws(EventDocumentError) {
    guard document.version == 1 else { return nil }
    switch document.kind {
    case "\(kind.rawValue)-written": self = .written(try document.decoded())
    case "\(kind.rawValue)-retired": self = .retired(reason: try document.decoded(Retired.self).reason)
    default: return nil
    }
  }

  package func document(of kind: TextKind) throws -> EventDocument {
    switch self {
    case .written(let text): try .init("\(kind.rawValue)-written", text)
    case .retired(let reason): try .init("\(kind.rawValue)-retired", Retired(reason: reason))
    }
  }
}

/// A plan or a scenario of the record as its events add up.
package struct TextRecord: Codable, Hashable, Sendable {
  /// One saving of its text.
  package struct Version: Codable, Hashable, Sendable {
    package var version: Int64
    package var at: Instant
    package var by: String
    package var note: String
  }

  package let number: Int
  package private(set) var version: Int64 = 0
  package private(set) var name = ""
  package private(set) var text = ""
  package private(set) var origin: String?
  /// Of the event that wrote its text as it is.
  package private(set) var writtenVersion: Int64 = 0
  /// The oldest first; texts are read from the journal.
  package private(set) var versions: [Version] = []
  /// Why it is kept no longer; nil while it is.
  package private(set) var retired: String?

  package init(number: Int) { self.number = number }

  package mutating func apply(_ event: TextEvent, _ stamp: EventStamp) {
    version = stamp.version
    switch event {
    case .written(let written):
      name = written.name
      text = written.text
      origin = written.origin ?? origin
      writtenVersion = stamp.version
      retired = nil
      versions.append(Version(version: stamp.version, at: stamp.at, by: stamp.actor, note: written.note))
    case .retired(let reason): retired = reason
    }
  }

  /// Counts an event whose content is not known or was erased.
  package mutating func skip(_ stamp: EventStamp) { version = stamp.version }
}
