import Chronology

/// Syslog as RFC 3164 describes what is found, and as RFC 5424 prescribes it.
extension LineParser {
  /// `<pri>stamp host program[pid]: message`, the priority being left out in files.
  ///
  /// ISO 8601 stamps are taken with their `T` only, as rsyslog writes them: other logs put words after a date, too.
  mutating func parseSyslog(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    let start = Self.readPriority(line, &parts)
    guard let (stampStart, rest) = readStamp(line, from: start, &parts), stampStart == start else { return false }
    let isTraditional = line[start].isASCIILetter && line[start + 1].isASCIILetter
    guard isTraditional || line.isByte(84, at: start + 10) else { return false }
    let hostStart = line.skippingBlanks(from: rest)
    let hostEnd = line.endOfToken(from: hostStart)
    guard hostEnd > hostStart else { return false }
    if isTraditional, line[hostEnd - 1] == 58 || line[hostEnd - 1] == 93 {
      // Some devices leave the host out.
      return readTag(line, from: hostStart, isTagNeeded: true, &parts)
    }
    guard Self.looksLikeHost(line, hostStart..<hostEnd) else { return false }
    parts.host = hostStart..<hostEnd
    return readTag(line, from: line.skippingBlanks(from: hostEnd), isTagNeeded: !isTraditional, &parts)
  }

  private static func looksLikeHost(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = line[index]
      guard byte.isASCIILetter || byte.isASCIIDigit || byte == 45 || byte == 46 || byte == 58 || byte == 95
      else { return false }
    }
    return LogLevel(word: line, range) == nil
  }

  /// `program[pid]: message`; the program is kept in the message unless the whole source is its own.
  private mutating func readTag(
    _ line: Span<UInt8>, from start: Int, isTagNeeded: Bool, _ parts: inout LineParts
  ) -> Bool {
    var end = start
    while end < line.count, line[end] != 32, line[end] != 58, line[end] != 91 { end += 1 }
    var at = end
    if line.isByte(91, at: at), let close = line.firstIndex(of: 93, from: at, to: min(line.count, at + 24)) {
      at = close + 1
    }
    guard end > start, line.isByte(58, at: at), at + 1 == line.count || line[at + 1] == 32 else {
      parts.message = start..<line.count
      return start < line.count && !isTagNeeded
    }
    at = line.skippingBlanks(from: at + 1)
    parts.process = start..<end
    let isOwn = line.equals(start..<end, service)
    if parts.level == .unknown {
      let wordEnd = Self.endOfWord(line, from: at)
      if let level = LogLevel(word: line, at..<wordEnd), line.isByte(32, at: wordEnd) || line.isByte(58, at: wordEnd) {
        parts.level = level
        if isOwn { at = line.skippingBlanks(from: line.isByte(58, at: wordEnd) ? wordEnd + 1 : wordEnd) }
      }
    }
    parts.message = (isOwn ? at : start)..<line.count
    if !isOwn, line[end] == 91 {
      prefixMessage(line, with: start..<end, at: at)
      parts.isRewritten = true
    }
    return true
  }

  /// Puts `program: message` together, without the process number.
  private mutating func prefixMessage(_ line: Span<UInt8>, with program: Range<Int>, at message: Int) {
    scratch.removeAll(keepingCapacity: true)
    appendBytes(line, program)
    scratch.append(58)
    scratch.append(32)
    appendBytes(line, min(message, line.count)..<line.count)
  }

  /// `<pri>1 stamp host app process id [data] message` (RFC 5424, section 6); `-` stands for what is not known.
  mutating func parseSyslogProtocol(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    guard line.isByte(60, at: 0) else { return false }
    var at = Self.readPriority(line, &parts)
    guard at > 0, line.isDigit(at: at), line.isByte(32, at: at + 1) else { return false }
    guard let (_, rest) = readStamp(line, from: at + 2, &parts) else { return false }
    at = line.skippingBlanks(from: rest)
    var fields: (host: Range<Int>, program: Range<Int>) = (0..<0, 0..<0)
    for index in 0..<4 {
      let end = line.endOfToken(from: at)
      guard end > at else { return false }
      if index == 0 { fields.host = at..<end }
      if index == 1 { fields.program = at..<end }
      at = line.skippingBlanks(from: end)
    }
    if !line.equals(fields.host, "-") { parts.host = fields.host }
    if !line.equals(fields.program, "-") { parts.process = fields.program }
    at = Self.afterStructuredData(line, from: at)
    if line.has("\u{FEFF}", at: at) { at += 3 }
    parts.message = min(at, line.count)..<line.count
    guard let process = parts.process, !line.equals(process, service) else { return true }
    prefixMessage(line, with: process, at: at)
    parts.isRewritten = true
    return true
  }

  /// Reads `<14>` into the level and returns what follows; the start of the line when there is none.
  static func readPriority(_ line: Span<UInt8>, _ parts: inout LineParts) -> Int {
    guard line.isByte(60, at: 0), line.isDigit(at: 1) else { return 0 }
    var value = 0
    var at = 1
    while at < 4, line.isDigit(at: at) {
      value = value * 10 + Int(line[at] - 48)
      at += 1
    }
    guard line.isByte(62, at: at), value <= 191 else { return 0 }
    parts.level = LogLevel(syslogSeverity: value & 7)
    return at + 1
  }

  /// Behind `[id name="value"][…] ` or `- `.
  private static func afterStructuredData(_ line: Span<UInt8>, from start: Int) -> Int {
    var at = start
    if line.isByte(45, at: at) { return min(at + 2, line.count) }
    while line.isByte(91, at: at) {
      var isQuoted = false
      while at < line.count, isQuoted || line[at] != 93 {
        if line[at] == 92 { at += 1 } else if line[at] == 34 { isQuoted.toggle() }
        at += 1
      }
      at += 1
    }
    return line.skippingBlanks(from: min(at, line.count))
  }

  static func endOfWord(_ line: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < line.count, line[end].isASCIILetter { end += 1 }
    return end
  }
}
