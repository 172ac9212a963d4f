import Chronology
import EvidenceReading
import PatternMining

/// One log after reading and mining, with what its place in the evidence says about it.
struct MinedLog {
  /// Index into the sources of the evidence.
  var source: Int
  var summary: SourceSummary
  var host: String?
  var service: String
  var mined: MinedSource
  var isZoneStated: Bool
  var isYearInferred: Bool
  var preliminaryOffsetSeconds: Int

  init(_ log: ReadLog<PatternMiner>, summary: SourceSummary) {
    source = log.source
    self.summary = summary
    host = log.context.host ?? summary.host
    service = log.context.service ?? summary.service ?? LogFileName(log.context.path).stem
    mined = log.consumer.finish()
    isZoneStated = log.isZoneStated
    isYearInferred = log.isYearInferred
    preliminaryOffsetSeconds = log.context.preliminaryOffsetSeconds
  }

  /// First and last instant as read, before any correction.
  var span: TimeSpan? {
    var span: TimeSpan?
    for pattern in mined.patterns {
      for instant in [pattern.first.instant, pattern.last.instant] {
        guard let instant else { continue }
        span = TimeSpan(from: min(span?.from ?? instant, instant), to: max(span?.to ?? instant, instant))
      }
    }
    return span
  }
}
