import Chronology
import EvidenceRecords

/// Reads the journal export format of systemd: fields `NAME=value`, one a line, entries parted by blank lines; a field
/// with bytes that are no text is its name, a line end, a 64-bit little-endian size, the bytes, a line end.
///
/// Described at systemd.io, "Journal Export Formats".
struct JournalExportReader: BlockReader {
  var tally = ReadingTally()
  /// Of the source; left out of messages.
  private let service: [UInt8]
  private var scratch: [UInt8] = []
  private var identifier: [UInt8] = []
  private var message: [UInt8] = []
  private var messageLine = 0
  private var instant: Instant?
  private var level = LogLevel.unknown
  private var hasFields = false
  /// Bytes of a binary field that are still to come, and whether they are the message's.
  private var binaryBytesLeft = 0
  private var isBinaryMessage = false

  init(service: String?) { self.service = Array((service ?? "").utf8) }

  static func isExport(_ head: Span<UInt8>) -> Bool {
    head.has("__CURSOR=", at: 0) || head.has("__REALTIME_TIMESTAMP=", at: 0)
  }

  mutating func take(_ block: Span<UInt8>, isLast: Bool, sink: any EntrySink) -> Int {
    var at = 0
    while at < block.count {
      if binaryBytesLeft > 0 {
        at = takeBinary(block, at)
        continue
      }
      guard let end = block.firstIndex(of: 10, from: at) else {
        if isLast {
          takeField(block.extracting(at..<block.count))
          at = block.count
        } else if block.count - at > Limits.lineBytesMax {
          // A text field has no size to skip by: what was seen of it stands for it.
          tally.overlongLines += 1
          takeField(block.extracting(at..<(at + Limits.lineBytesMax)))
          at = block.count
        }
        break
      }
      let line = block.extracting(at..<end)
      if line.count > 0, line.firstIndex(of: 61, from: 0) == nil {
        guard end + 9 <= block.count else {
          if isLast { at = block.count }
          break
        }
        beginBinary(line, block, sizeAt: end + 1)
        at = end + 9
        continue
      }
      tally.lines += 1
      if line.count == 0 { finishEntry(sink) } else { takeField(line) }
      at = end + 1
    }
    if isLast { finishEntry(sink) }
    return at
  }

  private mutating func takeField(_ line: Span<UInt8>) {
    hasFields = true
    if line.has("MESSAGE=", at: 0) {
      messageLine = tally.lines
      message.removeAll(keepingCapacity: true)
      for index in 8..<min(line.count, Limits.lineBytesMax) { message.append(line[index]) }
    } else if line.has("__REALTIME_TIMESTAMP=", at: 0) {
      instant = WrittenInstant(parsing: line.extracting(21..<line.count), assumptions: StampAssumptions())?.instant
    } else if line.has("PRIORITY=", at: 0), line.isDigit(at: 9) {
      level = LogLevel(syslogSeverity: Int(line[9] - 48))
    } else if line.has("SYSLOG_IDENTIFIER=", at: 0) {
      identifier.removeAll(keepingCapacity: true)
      for index in 18..<line.count { identifier.append(line[index]) }
    }
  }

  private mutating func beginBinary(_ name: Span<UInt8>, _ block: Span<UInt8>, sizeAt: Int) {
    hasFields = true
    tally.lines += 1
    var size: UInt64 = 0
    for offset in (0..<8).reversed() { size = size << 8 | UInt64(block[sizeAt + offset]) }
    for offset in 0..<8 where block[sizeAt + offset] == 10 { tally.lines += 1 }
    isBinaryMessage = name.equals(0..<name.count, "MESSAGE")
    if isBinaryMessage {
      messageLine = tally.lines + 1
      message.removeAll(keepingCapacity: true)
    }
    // The line end behind the bytes belongs to them.
    binaryBytesLeft = Int(clamping: size.addingReportingOverflow(1).partialValue)
  }

  private mutating func takeBinary(_ block: Span<UInt8>, _ start: Int) -> Int {
    let end = min(block.count, start + min(binaryBytesLeft, block.count))
    for index in start..<end {
      let byte = block[index]
      if byte == 10 { tally.lines += 1 }
      if isBinaryMessage, message.count < Limits.lineBytesMax { message.append(byte == 10 ? 32 : byte) }
    }
    binaryBytesLeft -= end - start
    return end
  }

  private mutating func finishEntry(_ sink: any EntrySink) {
    defer {
      message.removeAll(keepingCapacity: true)
      identifier.removeAll(keepingCapacity: true)
      instant = nil
      level = .unknown
      hasFields = false
      messageLine = 0
    }
    guard hasFields else { return }
    guard let instant, messageLine > 0 else {
      tally.unrecognisedLines += 1
      return
    }
    tally.note(WrittenInstant(instant: instant, isZoneStated: true, length: 0))
    tally.entries += 1
    scratch.removeAll(keepingCapacity: true)
    if !identifier.isEmpty, identifier != service {
      scratch.append(contentsOf: identifier)
      scratch.append(58)
      scratch.append(32)
    }
    while message.last == 32 { message.removeLast() }
    scratch.append(contentsOf: message)
    isBinaryMessage = false
    sink.consume(LogEntry(line: messageLine, instant: instant, level: level), message: scratch.span)
  }
}
