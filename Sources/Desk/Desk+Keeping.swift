import Accounts
import Chronology
import GRDB
import Incidents
import Journal
import RecordViews

/// What happens by the clock alone.
extension Desk {
  /// Records the promises that were missed by now; returns how many.
  ///
  /// Those of many incidents go into one append, as a night in which nobody answered leaves thousands.
  package func keepTime() async throws -> Int {
    try await catchUp()
    let now = clock.now
    var late = try await views.read { db in
      try Int.fetchAll(
        db, sql: "SELECT number FROM incidents WHERE missDue <= ? ORDER BY number", arguments: [now.nanoseconds])
    }[...]
    var count = 0
    while !late.isEmpty {
      count += try await recordMisses(of: late.prefix(DeskLimits.lateIncidentsPerAppendMax))
      late = late.dropFirst(DeskLimits.lateIncidentsPerAppendMax)
    }
    return count
  }

  private func recordMisses(of numbers: ArraySlice<Int>) async throws -> Int {
    let caller = Caller.local(Self.ownName)
    var count = 0
    _ = try await write(.respond, by: caller, place: "promises", terms: WriteTerms()) {
      let context = try await context(for: caller)
      var appends: [StreamAppend] = []
      for number in numbers {
        let incident = try await fold(number)
        // An incident that is full keeps the others from nothing.
        guard let events = try? incident.events(for: .recordMissedPromises, in: context), !events.isEmpty else {
          continue
        }
        appends.append(
          try append(events, to: StreamName("incident", number: number), at: incident.version, by: caller))
      }
      count = appends.reduce(0) { $0 + $1.events.count }
      return WritePlan(appends: appends, receipt: WriteReceipt(version: 0))
    }
    return count
  }
}
