import Chronology

/// Web servers and databases.
extension LineParser {
  /// `client - user [stamp] "METHOD path protocol" status bytes "referer" "agent" key=value…`, common and combined.
  ///
  /// The message is `METHOD path status` and the `key=value` pairs at the end.
  mutating func parseAccess(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    guard let (_, rest) = readStamp(line, from: 0, &parts) else { return false }
    let quote = line.skippingBlanks(from: rest)
    guard line.isByte(34, at: quote), let request = Self.quoted(line, at: quote) else { return false }
    let statusStart = line.skippingBlanks(from: request.upperBound + 1)
    guard line.isDigit(at: statusStart), line.isDigit(at: statusStart + 1), line.isDigit(at: statusStart + 2),
      statusStart + 3 >= line.count || line[statusStart + 3] == 32
    else { return false }
    let methodEnd = min(line.endOfToken(from: request.lowerBound), request.upperBound)
    let pathEnd = min(line.endOfToken(from: min(methodEnd + 1, request.upperBound)), request.upperBound)
    scratch.removeAll(keepingCapacity: true)
    appendBytes(line, request.lowerBound..<pathEnd)
    scratch.append(32)
    appendBytes(line, statusStart..<(statusStart + 3))
    var at = line.endOfToken(from: line.skippingBlanks(from: statusStart + 3))
    while true {
      at = line.skippingBlanks(from: at)
      guard line.isByte(34, at: at), let text = Self.quoted(line, at: at) else { break }
      at = text.upperBound + 1
    }
    if at < line.count {
      scratch.append(32)
      appendBytes(line, at..<line.count)
    }
    parts.isRewritten = true
    return true
  }

  /// The inside of the quotes that begin at `start`; a backslash keeps the next byte.
  private static func quoted(_ line: Span<UInt8>, at start: Int) -> Range<Int>? {
    var index = start + 1
    while index < line.count, line[index] != 34 {
      if line[index] == 92 { index += 1 }
      index += 1
    }
    return index < line.count ? (start + 1)..<index : nil
  }

  @inline(__always)
  mutating func appendBytes(_ line: Span<UInt8>, _ range: Range<Int>) {
    unsafe line.withUnsafeBufferPointer { bytes in
      // Ranges come from positions found in this line.
      unsafe scratch.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// `stamp [pid] user@database application LOG:  message`; `log_line_prefix` decides what stands in the middle.
  mutating func parsePostgres(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    guard let (_, rest) = readStamp(line, from: 0, &parts) else { return false }
    var at = rest
    for _ in 0..<16 {
      at = line.skippingBlanks(from: at)
      let end = line.endOfToken(from: at)
      guard end > at else { return false }
      if line[end - 1] == 58, line.isByte(32, at: end), line.isByte(32, at: end + 1) || end + 1 == line.count,
        let severity = PostgresSeverity(line, at..<(end - 1))
      {
        parts.level = severity.level
        parts.isContinuation = severity.isContinuation
        let message = line.skippingBlanks(from: end)
        parts.message = (severity.isContinuation ? at : min(message, line.count))..<line.count
        return true
      }
      at = end
    }
    return false
  }

  /// `pid:role stamp level message`, roles and levels being one letter (redis.conf, `loglevel`).
  mutating func parseRedis(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    guard line.isDigit(at: 0), let (start, rest) = readStamp(line, from: 0, &parts), start >= 4,
      line.isByte(58, at: start - 3), line.isByte(32, at: rest), rest + 1 < line.count
    else { return false }
    switch line[rest + 1] {
    case 46: parts.level = .debug
    case 45: parts.level = .info
    case 42: parts.level = .notice
    case 35: parts.level = .warning
    default: return false
    }
    parts.message = min(rest + 3, line.count)..<line.count
    return true
  }

  /// `stamp [level] pid#tid: *connection message`.
  mutating func parseNginxError(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    guard let (_, rest) = readStamp(line, from: 0, &parts), line.isByte(91, at: rest + 1),
      let close = line.firstIndex(of: 93, from: rest, to: min(line.count, rest + 12)),
      let level = LogLevel(word: line, (rest + 2)..<close)
    else { return false }
    var at = line.skippingBlanks(from: close + 1)
    let process = line.endOfToken(from: at)
    guard process > at, line[process - 1] == 58, line.firstIndex(of: 35, from: at, to: process) != nil
    else { return false }
    at = line.skippingBlanks(from: process)
    if line.isByte(42, at: at), line.isDigit(at: at + 1) {
      at = line.skippingBlanks(from: line.endOfToken(from: at))
    }
    parts.level = level
    parts.message = at..<line.count
    return true
  }

  /// `[stamp] [module:level] [pid 12:tid 34] [client …] message`, and `[stamp] [level] message` of older servers.
  mutating func parseApacheError(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    guard line.isByte(91, at: 0), let (_, rest) = readStamp(line, from: 0, &parts), line.isByte(91, at: rest + 1),
      let close = line.firstIndex(of: 93, from: rest, to: min(line.count, rest + 48))
    else { return false }
    let colon = line.firstIndex(of: 58, from: rest + 2, to: close)
    guard let level = LogLevel(word: line, ((colon ?? rest + 1) + 1)..<close) else { return false }
    parts.level = level
    var at = line.skippingBlanks(from: close + 1)
    if line.has("[pid ", at: at), let end = line.firstIndex(of: 93, from: at, to: min(line.count, at + 48)) {
      at = line.skippingBlanks(from: end + 1)
    }
    parts.message = at..<line.count
    return true
  }
}

/// The words before the two blanks of a PostgreSQL line.
struct PostgresSeverity {
  var level: LogLevel
  var isContinuation: Bool

  init?(_ line: Span<UInt8>, _ range: Range<Int>) {
    level = .unknown
    isContinuation = false
    switch range.count {
    case 3 where line.equals(range, "LOG"): level = .info
    case 4 where line.equals(range, "INFO"): level = .info
    case 4 where line.equals(range, "HINT"): isContinuation = true
    case 5 where line.equals(range, "ERROR"): level = .error
    case 5 where line.equals(range, "FATAL"), 5 where line.equals(range, "PANIC"): level = .critical
    case 5 where line.equals(range, "DEBUG"), 6 where line.has("DEBUG", at: range.lowerBound): level = .debug
    case 5 where line.equals(range, "QUERY"): isContinuation = true
    case 6 where line.equals(range, "NOTICE"): level = .notice
    case 6 where line.equals(range, "DETAIL"): isContinuation = true
    case 7 where line.equals(range, "WARNING"): level = .warning
    case 7 where line.equals(range, "CONTEXT"): isContinuation = true
    case 8 where line.equals(range, "LOCATION"): isContinuation = true
    case 9 where line.equals(range, "STATEMENT"): isContinuation = true
    default: return nil
    }
  }
}
