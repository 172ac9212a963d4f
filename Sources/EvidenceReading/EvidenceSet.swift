package import EvidenceRecords

/// Everything that was read: sources in the order of their paths, whatever the number of threads.
package struct EvidenceSet<Consumer: LogEntryConsumer>: Sendable {
  /// Every file below the given paths, each read or said not to be understood.
  package var sources: [SourceSummary]
  /// Changes, alerts, messages and connection failures, by instant, then source, then line.
  package var records: [RecordEntry]
  /// The consumers of the sources that hold log lines.
  package var logs: [ReadLog<Consumer>]

  package init(sources: [SourceSummary], records: [RecordEntry], logs: [ReadLog<Consumer>]) {
    self.sources = sources
    self.records = records
    self.logs = logs
  }
}

/// One source of log lines after reading.
package struct ReadLog<Consumer: LogEntryConsumer>: Sendable {
  /// Index into ``EvidenceSet/sources``.
  package var source: Int
  package var context: SourceContext
  package var consumer: Consumer
  /// Whether every stamp carried its zone (or was a count since the epoch).
  package var isZoneStated: Bool
  package var isYearInferred: Bool

  package init(source: Int, context: SourceContext, consumer: Consumer, isZoneStated: Bool, isYearInferred: Bool) {
    self.source = source
    self.context = context
    self.consumer = consumer
    self.isZoneStated = isZoneStated
    self.isYearInferred = isYearInferred
  }
}
