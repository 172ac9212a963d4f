import Chronology
import Journal
import JournalTesting
import Testing

struct MemoryJournalTests {
  private let suite = JournalConformance { MemoryJournal(clock: $0) }

  @Test func `starts empty`() async throws { try await suite.startsEmpty() }
  @Test func `appends and reads`() async throws { try await suite.appendsAndReads() }
  @Test func `refuses conflicts`() async throws { try await suite.refusesConflicts() }
  @Test func `orders concurrent writers`() async throws { try await suite.ordersConcurrentWriters() }
  @Test func `refuses what is out of bounds`() async throws { try await suite.refusesWhatIsOutOfBounds() }
  @Test func `reads in batches`() async throws { try await suite.readsInBatches() }
  @Test func `erases`() async throws { try await suite.erases() }
  @Test func `refuses erasures`() async throws { try await suite.refusesErasures() }
  @Test func `follows`() async throws { try await suite.follows() }
  @Test func `stops waiting when cancelled`() async throws { try await suite.stopsWaitingWhenCancelled() }
  @Test func `appends for cancelled tasks`() async throws { try await suite.appendsForCancelledTasks() }
}
