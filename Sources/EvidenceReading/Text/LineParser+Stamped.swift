import Chronology

/// Lines that have a stamp and then say what they like: Python, Java and Go loggers, and everything home-made.
extension LineParser {
  /// Words after the stamp that are looked at for level, process and thread.
  private static let headerTokensMax = 7

  mutating func parseStamped(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    let from = Self.readPriority(line, &parts)
    guard let (start, rest) = readStamp(line, from: from, &parts) else { return false }
    let at = skipHeader(line, from: rest, mayHaveProcess: start <= from + 1, &parts)
    // klog and glog begin the stamp with the level.
    if line.isDigit(at: start + 1), let level = LogLevel(letter: line[start]) { parts.level = level }
    if parts.level == .unknown { parts.level = Self.levelAhead(line, from: at) }
    parts.message = at..<line.count
    keepPrefix(line, to: start, &parts)
    return true
  }

  /// Passes over separators, the level, process numbers, threads and the service's own name; returns where what the
  /// line says begins.
  private func skipHeader(
    _ line: Span<UInt8>, from start: Int, mayHaveProcess: Bool, _ parts: inout LineParts
  ) -> Int {
    var at = start
    for _ in 0..<Self.headerTokensMax {
      at = Self.skippingSeparators(line, from: at)
      guard at < line.count else { return line.count }
      if line[at].isASCIIDigit, !mayHaveProcess { return at }
      guard let next = line[at] == 91 ? skipBracket(line, at, &parts) : skipWord(line, at, &parts) else { return at }
      at = next
    }
    return Self.skippingSeparators(line, from: at)
  }

  /// `[INFO]`, `[main]`, `[1234]`, `[pool-1-thread-3]`: behind it, or nil when it belongs to the message.
  private func skipBracket(_ line: Span<UInt8>, _ start: Int, _ parts: inout LineParts) -> Int? {
    guard let close = line.firstIndex(of: 93, from: start, to: min(line.count, start + 96)) else { return nil }
    let inside = (start + 1)..<close
    let word = line.skippingBlanks(from: start + 1)
    if parts.level == .unknown, let level = LogLevel(word: line, word..<Self.endOfWord(line, from: word)) {
      parts.level = level
      return close + 1
    }
    if line.isDigit(at: start + 1), Self.isNumber(line, inside) { return close + 1 }
    return Self.isThread(line, inside) ? close + 1 : nil
  }

  private func skipWord(_ line: Span<UInt8>, _ start: Int, _ parts: inout LineParts) -> Int? {
    let end = line.endOfToken(from: start)
    let first = line[start]
    if first.isASCIIDigit {
      // Process and thread numbers stand before the level, quantities after it.
      guard parts.level == .unknown, end - start <= 7, end < line.count, Self.isNumber(line, start..<end)
      else { return nil }
      return end
    }
    let wordEnd = Self.endOfWord(line, from: start)
    if parts.level == .unknown {
      if wordEnd == end || wordEnd == end - 1, let level = LogLevel(word: line, start..<wordEnd) {
        parts.level = level
        return end
      }
      if end == start + 1, line.isDigit(at: start - 2), let level = LogLevel(letter: first) {
        parts.level = level
        return end
      }
    }
    return endOfServiceName(line, start, end)
  }

  /// Behind `checkout`, `checkout:` or `checkout[123]` where the source is that service's own.
  private func endOfServiceName(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let nameEnd = start + service.count
    guard !service.isEmpty, nameEnd <= end, line.equals(start..<nameEnd, service) else { return nil }
    if nameEnd == end || (nameEnd == end - 1 && line[nameEnd] == 58) { return end }
    guard line[nameEnd] == 91, let close = line.firstIndex(of: 93, from: nameEnd, to: end),
      Self.isNumber(line, (nameEnd + 1)..<close)
    else { return nil }
    return end
  }

  /// Puts the words before the stamp, if they say something, in front of the message.
  private mutating func keepPrefix(_ line: Span<UInt8>, to start: Int, _ parts: inout LineParts) {
    guard start > 2 else { return }
    var end = start - 1
    while end > 0, line[end - 1] == 32 || line[end - 1] == 91 || line[end - 1] == 40 { end -= 1 }
    var from = 0
    while from < end, line[from] == 32 || line[from] == 45 || line[from] == 60 { from += 1 }
    guard end > from, line[from] != 91 else { return }
    scratch.removeAll(keepingCapacity: true)
    appendBytes(line, from..<end)
    scratch.append(32)
    appendBytes(line, parts.message)
    parts.isRewritten = true
  }

  private static func levelAhead(_ line: Span<UInt8>, from start: Int) -> LogLevel {
    var at = start
    for _ in 0..<5 {
      at = line.skippingBlanks(from: at)
      let end = endOfWord(line, from: at)
      if end - at >= 4, line[at].isASCIIUppercase, line[at + 1].isASCIIUppercase,
        let level = LogLevel(word: line, at..<end)
      {
        return level
      }
      at = line.endOfToken(from: end)
    }
    return .unknown
  }

  private static func skippingSeparators(_ line: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < line.count {
      switch line[at] {
      case 32, 9, 44, 58, 124, 59: at += 1  // , : | ;
      case 45 where at + 1 < line.count && line[at + 1] == 32: at += 1
      default: return at
      }
    }
    return at
  }

  private static func isNumber(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where !line[index].isASCIIDigit { return false }
    return !range.isEmpty
  }

  /// Names that thread pools give: `main`, `Thread-3`, `http-nio-8080-exec-1`, `MainThread`.
  private static func isThread(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if line.equals(range, "main") { return true }
    var index = range.lowerBound
    while index + 4 <= range.upperBound {
      let byte = line[index] | 0x20
      if byte == 116, line.has("hread", at: index + 1) { return true }
      if byte == 112, line.has("ool-", at: index + 1) { return true }
      if byte == 101, line.has("xec-", at: index + 1) { return true }
      index += 1
    }
    return false
  }
}
