package import GRDB
package import Postmortems

/// Guards and checklists as their events add up; carried on with every read, because reports and runs are many.
package struct KeptLessons: Sendable {
  package private(set) var guards: [Int: GuardRecord] = [:]
  package private(set) var checklists: [Int: Checklist] = [:]
  /// Of the newest event of either that is counted.
  package private(set) var position: Int64 = 0

  package init() {}

  /// Adds what came since.
  package mutating func carryOn(_ db: Database) throws {
    let known = position
    for event in try ShelvedEvents.later(db, category: "guard", than: known) {
      var record = guards[event.number] ?? GuardRecord(number: event.number)
      if let document = event.document, let fact = try? GuardEvent(document) {
        record.apply(fact, event.stamp)
      } else {
        record.skip(event.stamp)
      }
      guards[event.number] = record
      position = max(position, event.position)
    }
    for event in try ShelvedEvents.later(db, category: "checklist", than: known) {
      var checklist = checklists[event.number] ?? Checklist(number: event.number)
      if let document = event.document, let fact = try? ChecklistEvent(document) {
        checklist.apply(fact, event.stamp)
      } else {
        checklist.skip(event.stamp)
      }
      checklists[event.number] = checklist
      position = max(position, event.position)
    }
  }

  package func guardRecord(named name: String) -> GuardRecord? { guards.values.first { $0.declaration.name == name } }

  package func checklist(of process: String) -> Checklist? {
    checklists.values.first { $0.content.process == process }
  }

  package var nextGuard: Int { (guards.keys.max() ?? 0) + 1 }
  package var nextChecklist: Int { (checklists.keys.max() ?? 0) + 1 }
}
