import Chronology
internal import Dispatch
import EvidenceRecords
internal import Foundation
internal import Synchronization

/// Reads files and folders into sources, records and log entries.
///
/// Sources are recognised by their content. Files are read in parallel, each from front to back in blocks, so that memory
/// does not grow with their size. The result does not depend on the number of threads. What cannot be read or is not
/// understood stands among the sources with a note.
package struct EvidenceReader: Sendable {
  private let options: ReadingOptions

  package init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// Reads everything below `paths`.
  ///
  /// `progress` is called from the reading threads, `consumer` once for each reading of a log: a log whose stamps carry no
  /// year is read again when the other sources show that its year was taken wrongly.
  ///
  /// Throws when a path is missing, when there is no file at all, or when there are more than ``Limits/filesMax``.
  package func read<Consumer: LogEntryConsumer>(
    paths: [String], progress: (@Sendable (ReadingProgress) -> Void)? = nil,
    consumer: @Sendable (SourceContext) -> Consumer
  ) throws(EvidenceError) -> EvidenceSet<Consumer> {
    let items = try EvidenceWalk(paths).items
    let total = items.reduce(0) { $0 + $1.size }
    let bytesRead = Atomic<Int64>(0)
    // The largest first, so that no thread is left alone with it at the end.
    let order = items.indices.sorted { (items[$0].size, $1) > (items[$1].size, $0) }
    var outcomes = outcomes(of: items, order, years: [:], consumer: consumer) { count, item in
      let read = bytesRead.wrappingAdd(Int64(count), ordering: .relaxed).newValue
      progress?(ReadingProgress(bytesRead: min(read, total), bytesTotal: total, file: item.path))
    }
    let years = YearChoice.choices(for: outcomes.values.joined().map { ($0.summary, $0.log?.firstYear, $0.records) })
    let again = items.indices.filter { outcomes[$0]?.contains { years[$0.summary.path] != nil } == true }
    if !again.isEmpty {
      let better = self.outcomes(of: items, again, years: years, consumer: consumer) { _, _ in }
      outcomes.merge(better) { $1 }
    }
    return Self.set(of: items.indices.flatMap { outcomes[$0] ?? [] })
  }

  /// Reads the items with the indices of `order`, beginning with the first.
  private func outcomes<Consumer: LogEntryConsumer>(
    of items: [EvidenceWalk.Item], _ order: [Int], years: [String: YearChoice],
    consumer: @Sendable (SourceContext) -> Consumer, onRead: @Sendable (Int, EvidenceWalk.Item) -> Void
  ) -> [Int: [Outcome<Consumer>]] {
    let guess = PathGuess(paths: items.map(\.path))
    let next = Atomic<Int>(0)
    let outcomes = Mutex<[Int: [Outcome<Consumer>]]>([:])
    DispatchQueue.concurrentPerform(iterations: max(1, min(options.threads, order.count))) { _ in
      withoutActuallyEscaping(consumer) { consumer in
        withoutActuallyEscaping(onRead) { onRead in
          var reader = SourceReader(options: options, guess: guess) { context in
            ConsumerSink(consumer(context))
          }
          reader.years = years
          while true {
            let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard position < order.count else { break }
            let index = order[position]
            let made = reader.read(items[index]) { onRead($0, items[index]) }.map { Outcome<Consumer>($0) }
            outcomes.withLock { $0[index] = made }
          }
        }
      }
    }
    return outcomes.withLock { $0 }
  }

  private static func set<Consumer>(of outcomes: [Outcome<Consumer>]) -> EvidenceSet<Consumer> {
    var set = EvidenceSet<Consumer>(sources: [], records: [], logs: [])
    // Members of archives come in the order of the archive.
    let sorted = outcomes.enumerated().sorted {
      (Array($0.element.summary.path.utf8), $0.offset) < (Array($1.element.summary.path.utf8), $1.offset)
    }
    for (_, outcome) in sorted {
      if let log = outcome.log {
        set.logs.append(
          ReadLog(
            source: set.sources.count, context: log.context, consumer: log.consumer, isZoneStated: log.isZoneStated,
            isYearInferred: log.isYearInferred))
      }
      set.sources.append(outcome.summary)
      set.records += outcome.records
    }
    set.records.sort {
      ($0.instant, $0.reference.source, $0.reference.line ?? 0) < (
        $1.instant, $1.reference.source, $1.reference.line ?? 0
      )
    }
    return set
  }
}

/// What became of one source, with the consumer that took its entries.
private struct Outcome<Consumer: LogEntryConsumer>: Sendable {
  struct Log: Sendable {
    var context: SourceContext
    var consumer: Consumer
    var isZoneStated: Bool
    var isYearInferred: Bool
    var firstYear: Int?
  }

  var summary: SourceSummary
  var records: [RecordEntry]
  var log: Log?

  init(_ reading: SourceReading) {
    summary = reading.summary
    records = reading.records
    guard let log = reading.log, let sink = log.sink as? ConsumerSink<Consumer> else { return }
    self.log = Log(
      context: log.context, consumer: sink.consumer, isZoneStated: log.isZoneStated, isYearInferred: log.isYearInferred,
      firstYear: log.firstYear)
  }
}

/// Order of byte strings, so that paths sort alike on every machine.
private func < (left: ([UInt8], Int), right: ([UInt8], Int)) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : left.0.lexicographicallyPrecedes(right.0)
}
