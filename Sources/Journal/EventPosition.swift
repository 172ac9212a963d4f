/// Where an event stands in the whole journal: from 1, without gaps.
package struct EventPosition: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  /// Before the first event.
  package static let start = EventPosition(0)

  package var next: EventPosition { EventPosition(number + 1) }
  package var previous: EventPosition { EventPosition(number - 1) }

  package static func < (left: EventPosition, right: EventPosition) -> Bool { left.number < right.number }

  package var description: String { String(number) }
}

/// How many events a stream has: the version of its newest event, from 1 without gaps; 0 when there is no stream.
package struct StreamVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  /// The version of a stream that has no events.
  package static let none = StreamVersion(0)

  package var next: StreamVersion { StreamVersion(number + 1) }

  package static func < (left: StreamVersion, right: StreamVersion) -> Bool { left.number < right.number }

  package var description: String { String(number) }
}

/// What a writer believes about a stream; the append is refused when it is not so.
package enum ExpectedVersion: Hashable, Sendable, CustomStringConvertible {
  /// Nothing: append after whatever is there.
  case any
  /// The stream has no events yet.
  case noStream
  /// The newest event has this version.
  case exactly(StreamVersion)

  /// Whether a stream at `version` is what the writer believes it to be.
  package func allows(_ version: StreamVersion) -> Bool {
    switch self {
    case .any: true
    case .noStream: version == .none
    case .exactly(let expected): version == expected
    }
  }

  package var description: String {
    switch self {
    case .any: "any version"
    case .noStream, .exactly(.none): "no events"
    case .exactly(let version): "version \(version)"
    }
  }
}
