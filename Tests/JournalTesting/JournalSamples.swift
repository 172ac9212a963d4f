internal import Chronology
package import Journal

extension StreamName {
  /// A stream for tests.
  package static let shop = StreamName("incident", number: 1)
  /// Another one.
  package static let bank = StreamName("incident", number: 2)
}

extension ActorName {
  /// Who writes in tests.
  package static let tester = ActorName("tester")
}

extension RecordClock {
  /// Always the same microsecond.
  package static let fixed = RecordClock {
    Instant(nanoseconds: 1_772_366_400_000_001_000, fractionDigits: 6)
  }
}

extension NewEvent {
  /// An event that says `text`, as a JSON string.
  package static func note(_ text: String) -> NewEvent {
    NewEvent(kind: EventKind("note-taken", version: 1), actor: .tester, payload: Array("\"\(text)\"".utf8))
  }
}

extension StreamAppend {
  /// An append that expects nothing.
  package static func shop(_ events: [NewEvent], in stream: String = StreamName.shop.text) -> StreamAppend {
    StreamAppend(stream: StreamName(stream), expected: .any, events: events)
  }
}

extension RecordedEvent {
  /// What ``NewEvent/note(_:)`` was given; `?` where the payload is gone.
  package var text: String {
    payload.bytes.map { String(decoding: $0.dropFirst().dropLast(), as: UTF8.self) } ?? "?"
  }
}
