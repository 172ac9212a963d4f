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

/// The name of a log file without what rotation, compression and dates add to it.
struct LogFileName {
  /// `checkout` for `app01/var/log/shop/checkout.log.1.gz`.
  let stem: String
  /// The folder that it lies in, without the final slash.
  let folder: String

  private static let endings: Set<String> = [
    "gz", "zst", "bz2", "xz", "log", "txt", "json", "jsonl", "out", "err", "stderr", "stdout", "old", "export",
  ]

  init(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    folder = parts.dropLast().joined(separator: "/")
    let name = parts.last.map { $0.split(separator: "!").last.map(String.init) ?? String($0) } ?? path
    var words = name.split(separator: ".").map(String.init)
    while words.count > 1, let last = words.last,
      Self.endings.contains(last.lowercased()) || last.allSatisfy({ $0.isNumber || $0 == "-" || $0 == "_" })
    {
      words.removeLast()
    }
    let joined = words.joined(separator: ".")
    let trimmed = joined.reversed().drop { $0.isNumber || $0 == "-" || $0 == "_" }.reversed()
    stem = trimmed.isEmpty ? joined : String(trimmed)
  }
}
