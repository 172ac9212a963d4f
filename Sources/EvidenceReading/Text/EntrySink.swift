import Chronology

/// Takes entries from a source's reader.
///
/// A class, so that readers need not be generic over the consumer: one dynamic call
/// per line.
protocol EntrySink: AnyObject {
  func consume(_ entry: LogEntry, message: Span<UInt8>)
}

/// Hands entries to a consumer.
final class ConsumerSink<Consumer: LogEntryConsumer>: EntrySink {
  private(set) var consumer: Consumer

  init(_ consumer: Consumer) { self.consumer = consumer }

  func consume(_ entry: LogEntry, message: Span<UInt8>) {
    consumer.consume(entry, message: message)
  }
}
