package import GRDB
internal import Journal
package import Plans

/// Plans and people as their events add up; carried on with every read.
package struct KeptReadiness: Sendable {
  package private(set) var plans: [Int: PlanRecord] = [:]
  package private(set) var roster = Roster()
  /// Of the newest event that is counted.
  package private(set) var position: Int64 = 0

  package init() {}

  /// Adds what came since.
  package mutating func carryOn(_ db: Database) throws {
    let known = position
    for event in try ShelvedEvents.later(db, category: "plan", than: known) {
      var record = plans[event.number] ?? PlanRecord(number: event.number)
      if let document = event.document, let fact = try? PlanEvent(document) {
        record.apply(fact, event.stamp)
      } else {
        record.skip(event.stamp)
      }
      plans[event.number] = record
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

  package func plan(named name: String) -> PlanRecord? { plans.values.first { $0.name == name } }

  package var nextPlan: Int { (plans.keys.max() ?? 0) + 1 }
}
