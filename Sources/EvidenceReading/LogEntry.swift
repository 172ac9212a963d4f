package import Chronology
import EvidenceRecords

/// How bad a log line says that it is.
///
/// Unknown when the line carries no level.
package enum LogLevel: UInt8, Codable, Sendable, CaseIterable, Comparable {
  case unknown
  case debug
  case info
  case notice
  case warning
  case error
  case critical

  package static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }
}

/// What is known of one log line beside its message.
///
/// The message travels as bytes next to it.
package struct LogEntry: Sendable {
  /// Line in the unpacked text, from 1: the line of the message, also inside a stack trace.
  package var line: Int
  /// As written, read in the source's preliminary zone (``SourceContext/preliminaryOffsetSeconds``); nil when the line
  /// carries no time stamp that could be read.
  package var instant: Instant?
  package var level: LogLevel
  /// Whether this is a line below the head of its entry that says something of its own: the exception that closes a
  /// trace, a `HINT:` or `DETAIL:`.
  package var isContinuation: Bool

  package init(line: Int, instant: Instant?, level: LogLevel, isContinuation: Bool = false) {
    self.line = line
    self.instant = instant
    self.level = level
    self.isContinuation = isContinuation
  }
}

/// What is known of a source before its lines are read.
package struct SourceContext: Sendable {
  /// Path below the evidence, as in ``EvidenceReference/source``.
  package var path: String
  package var host: String?
  package var service: String?
  /// Offset from UTC, in seconds, with which stamps without a zone are read for now.
  package var preliminaryOffsetSeconds: Int

  package init(path: String, host: String?, service: String?, preliminaryOffsetSeconds: Int = 0) {
    self.path = path
    self.host = host
    self.service = service
    self.preliminaryOffsetSeconds = preliminaryOffsetSeconds
  }
}

/// Takes the lines of one source, in order, without keeping their bytes.
///
/// The message is what is left of a line after its time stamp, level, host and process: for JSON and logfmt lines the
/// message followed by `key=value` pairs in the order written; for an access log `METHOD path status` and the
/// `key=value` pairs at its end.
package protocol LogEntryConsumer: Sendable {
  mutating func consume(_ entry: LogEntry, message: Span<UInt8>)
}
