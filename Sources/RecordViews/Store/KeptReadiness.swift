package import Drills
package import GRDB
internal import Incidents
internal import Journal
package import Plans

/// Plans, scenarios, drills and people as their events add up; carried on with every read.
package struct KeptReadiness: Sendable {
  private var texts: [TextKind: [Int: TextRecord]] = [:]
  package private(set) var drills: [Int: Drill] = [:]
  package private(set) var roster = Roster()
  /// Of the newest event that is counted.
  package private(set) var position: Int64 = 0

  package init() {}

  /// Adds what came since.
  package mutating func carryOn(_ db: Database) throws {
    let known = position
    for kind in TextKind.allCases {
      for event in try ShelvedEvents.later(db, category: kind.rawValue, than: known) {
        var record = texts[kind]?[event.number] ?? TextRecord(number: event.number)
        if let document = event.document, let fact = try? TextEvent(document, of: kind) {
          record.apply(fact, event.stamp)
        } else {
          record.skip(event.stamp)
        }
        texts[kind, default: [:]][event.number] = record
        position = max(position, event.position)
      }
    }
    for event in try ShelvedEvents.later(db, category: "drill", than: known) {
      var drill = drills[event.number] ?? Drill(number: event.number)
      if let document = event.document, let fact = try? DrillEvent(document) {
        drill.apply(fact, event.stamp)
      } else {
        drill.skip(event.stamp)
      }
      drills[event.number] = drill
      position = max(position, event.position)
    }
    for event in try ShelvedEvents.later(db, category: "roster", than: known) {
      if let document = event.document, let fact = try? RosterEvent(document) {
        roster.apply(fact, event.stamp)
      } else {
        roster.skip(event.stamp)
      }
      position = max(position, event.position)
    }
  }

  /// All that were ever written, those that are kept no longer among them.
  package func records(of kind: TextKind) -> [TextRecord] { Array((texts[kind] ?? [:]).values) }

  package func record(_ kind: TextKind, named name: String) -> TextRecord? {
    texts[kind]?.values.first { $0.name == name }
  }

  /// The number that the next one gets.
  package func next(_ kind: TextKind) -> Int { (texts[kind]?.keys.max() ?? 0) + 1 }

  /// Drills that are being played and in which somebody has a part, the newest first.
  package func playing(with person: String) -> [DrillListing] {
    drills.values.filter { drill in
      (drill.state == .running || drill.state == .paused) && drill.part(of: person) != nil
    }.sorted { $0.number > $1.number }.map { DrillListing($0, for: person) }
  }

  package var nextDrill: Int { (drills.keys.max() ?? 0) + 1 }
}
