package import GRDB
package import Reading

/// What was read together, as its events add up; carried on with every read.
package struct KeptReadings: Sendable {
  private var records: [Int: ReadingRecord] = [:]
  /// Of the newest event that is counted.
  package private(set) var position: Int64 = 0

  package init() {}

  /// Adds what came since.
  package mutating func carryOn(_ db: Database) throws {
    for event in try ShelvedEvents.later(db, category: "reading", than: position) {
      var record = records[event.number] ?? ReadingRecord(number: event.number)
      if let document = event.document, let fact = try? ReadingEvent(document) {
        record.apply(fact, event.stamp)
      } else {
        record.skip(event.stamp)
      }
      records[event.number] = record
      position = max(position, event.position)
    }
  }

  /// Nil where nobody read it.
  package func record(of reading: String) -> ReadingRecord? {
    records.values.filter { $0.reading == reading }.min { $0.number < $1.number }
  }

  package var read: Set<String> { Set(records.values.filter { $0.circleCount > 0 }.map(\.reading)) }
  package var next: Int { (records.keys.max() ?? 0) + 1 }
}
