package import EvidenceRecords
internal import Foundation

/// How evidence is read.
package struct ReadingOptions: Sendable {
  /// Offset from UTC, in seconds, with which stamps without a zone are read.
  package var assumedOffsetSeconds = 0
  /// Files that are read at once; at least 1.
  package var threads = ProcessInfo.processInfo.activeProcessorCount
  /// Bytes that one file may unpack to; what is behind them is not read, and the source says so.
  package var unpackedBytesMax = Limits.unpackedBytesMax
  /// The structured formats that are asked whether a source is theirs.
  package var formats: [any RecordFormat] = RecordFormats.all

  package init() {}
}

/// How far reading has come.
///
/// Bytes are those on the disk.
package struct ReadingProgress: Sendable {
  package var bytesRead: Int64
  package var bytesTotal: Int64
  /// Path of the file that was read from last.
  package var file: String

  package init(bytesRead: Int64, bytesTotal: Int64, file: String) {
    self.bytesRead = bytesRead
    self.bytesTotal = bytesTotal
    self.file = file
  }
}
