import CommandKit
import Interchange
import Reading
import Schemas
import TerminalPages

/// Readings as the record or the server knows them; where neither is there, or answers, as the program has them.
struct ReadingSourceClient {
  let options: ClientArguments

  /// The readings that a query leaves, and what to read next; `isOfRecord`: the reasons come from a record.
  func list(
    _ query: ReadingQuery
  ) async throws -> (readings: [ReadingListing], next: [NextReadListing], isOfRecord: Bool) {
    let known: (ListAnswer<ReadingListing>, ListAnswer<NextReadListing>)? = await asking { client in
      let list: Answered<ListAnswer<ReadingListing>> = try await client.ask(
        .listReadings,
        query: [
          "kind": query.kind, "technology": query.technology, "unread": query.isUnread.map { $0 ? "true" : "false" },
        ])
      let next: Answered<ListAnswer<NextReadListing>> = try await client.ask(.nextReads)
      return (list.value, next.value)
    }
    if let known { return (known.0.items, known.1.items, true) }
    let all = ReadingShelf.all.map { ReadingListing($0) }.filter(query.fits)
      .sorted { ($1.date, $0.name) < ($0.date, $1.name) }
    let next = NextRead.order(of: ReadingShelf.all, for: []).prefix(5).compactMap { next in
      ReadingShelf.named(next.reading).map { NextReadListing(reading: ReadingListing($0), reasons: next.reasons) }
    }
    return (all, next, false)
  }

  func show(_ reading: ReadingDocument, _ part: ReadingDocumentText.Part) async throws {
    let known: ReadingWhole? = await asking { client in
      let answer: Answered<ReadingWhole> = try await client.ask(.readReading, path: ["reading": reading.name])
      return answer.value
    }
    let whole = known ?? ReadingWhole(reading)
    switch options.format {
    case .json: try Output.write(WireCoding.json(of: whole).indented, to: nil)
    case .text:
      try Output.write(ReadingDocumentText(reading: whole, part: part).render(for: .standardOutput()), to: nil)
    }
  }

  /// What the record or the server says; nil, said on standard error, where it cannot be asked: a document of the
  /// program can be read on any day.
  private func asking<Answer>(_ ask: (CommandClient) async throws -> Answer) async -> Answer? {
    guard options.isThere else { return nil }
    do {
      return try await ask(try await options.open())
    } catch {
      Output.say(ErrorText("mayday: without your record, since: \(TerminalText.harmlessLines("\(error)"))").wrapped)
      return nil
    }
  }
}
