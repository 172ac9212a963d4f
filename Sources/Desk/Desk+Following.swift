package import Accounts
import Journal

extension Desk {
  /// Changes to incidents after a position of the record, oldest first, as far as the caller may know of them.
  ///
  /// `position` of the answer is where to go on from, also where nothing was to be seen.
  package func changes(
    after position: Int64, limit: Int, for caller: Caller
  ) async throws -> (changes: [IncidentChange], position: Int64) {
    ([], try await headPosition())
  }

  /// Returns when the record has something past a position, whoever may see it.
  package func waitForChanges(after position: Int64) async throws {
    try await journal.wait(past: EventPosition(position))
  }

  package func headPosition() async throws -> Int64 { try await journal.head().position.number }
}
