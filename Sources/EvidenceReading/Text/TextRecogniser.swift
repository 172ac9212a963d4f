import Chronology

/// What the first bytes of a text turned out to be.
struct TextRecognition {
  var format: TextLogFormat
  var confidence: Double
  var parser: LineParser
  /// Named by the lines themselves, where they all name the same.
  var host: String?
  var service: String?
}

/// Finds the log format that reads the first lines of a text best.
struct TextRecogniser {
  /// Lines that are looked at.
  static let linesMax = 400
  /// Below this share of lines read a text is no log.
  static let shareMin = 0.5

  var assumptions: StampAssumptions
  private var lines: [Range<Int>] = []

  init(assumptions: StampAssumptions) { self.assumptions = assumptions }

  /// `isWhole`: there is nothing behind these bytes, so the last line counts even where it has no end.
  mutating func recognise(_ head: Span<UInt8>, isWhole: Bool) -> TextRecognition? {
    lines = Self.lines(of: head, isWhole: isWhole)
    guard !lines.isEmpty else { return nil }
    let isJSON = Self.beginsJSON(head)
    let places = isJSON ? [] : stampPlaces(head)
    var best: (format: TextLogFormat, share: Double, parser: LineParser)?
    for format in TextLogFormat.all {
      if format.dialect != .json, format.dialect != .logfmt, places.isEmpty { continue }
      if isJSON, format.dialect != .json { continue }
      var parser = LineParser(dialect: format.dialect, places: places, assumptions: assumptions)
      let share = share(of: &parser, head)
      let shareMin = format.dialect == .stamped && (places.first?.tokensBefore ?? 0) > 0 ? 0.8 : Self.shareMin
      // A later, more general format must read clearly more lines.
      if share > shareMin, share > (best?.share ?? 0) + (best == nil ? 0 : 0.1) {
        best = (format, share, parser)
      }
    }
    guard var best else { return nil }
    let named = namesInLines(&best.parser, head)
    return TextRecognition(
      format: best.format, confidence: Self.confidence(best.share, lines.count, best.format.dialect),
      parser: best.parser, host: named.host, service: named.service)
  }

  /// The places where stamps stand, those of most lines first.
  private func stampPlaces(_ head: Span<UInt8>) -> [StampPlace] {
    var votes: [StampPlace: Int] = [:]
    var doubled: [StampPlace: Int] = [:]
    var order: [StampPlace] = []
    for range in lines {
      let line = head.extracting(range)
      var ignored = LineParts()
      let start = LineParser.readPriority(line, &ignored)
      // `1 ` after the priority is the version of RFC 5424.
      let from = start > 0 && line.isByte(32, at: start + 1) && line.isDigit(at: start) ? start + 2 : start
      guard let found = StampPlace.find(in: line, from: from, assumptions: assumptions) else { continue }
      if votes[found.place] == nil { order.append(found.place) }
      votes[found.place, default: 0] += 1
      let rest = found.start + found.stamp.length
      if let second = StampPlace.find(in: line, from: rest, assumptions: assumptions), second.place.tokensBefore <= 4 {
        doubled[found.place, default: 0] += 1
      }
    }
    let sorted = order.filter { (votes[$0] ?? 0) * 50 >= lines.count }.sorted { (votes[$0] ?? 0) > (votes[$1] ?? 0) }
    return sorted.prefix(4).map { place in
      var place = place
      place.isDoubled = (doubled[place] ?? 0) * 10 >= (votes[place] ?? 0) * 9 && place.tokensBefore > 0
      return place
    }
  }

  /// The share of lines that this parser reads; lines inside entries count for nothing.
  private func share(of parser: inout LineParser, _ head: Span<UInt8>) -> Double {
    var read = 0
    var missed = 0
    var parts = LineParts()
    for range in lines {
      let line = head.extracting(range)
      if parser.parse(line, &parts) {
        read += 1
      } else if !Self.isInsideEntry(line) {
        missed += 1
      }
    }
    guard read > 0 else { return 0 }
    return Double(read) / Double(read + missed)
  }

  /// Host and service as most lines name them; nil where they differ.
  private func namesInLines(_ parser: inout LineParser, _ head: Span<UInt8>) -> (host: String?, service: String?) {
    var host = NameVote()
    var service = NameVote()
    var parts = LineParts()
    for range in lines {
      let line = head.extracting(range)
      guard parser.parse(line, &parts) else { continue }
      if let range = parts.host { host.add(line.text(range)) }
      if let range = parts.process { service.add(line.text(range)) }
    }
    return (host.winner, service.winner)
  }

  /// Whether a line looks like a part of the entry above it: indented, blank, or closing a trace.
  static func isInsideEntry(_ line: Span<UInt8>) -> Bool {
    guard let first = line.count > 0 ? line[0] : nil else { return true }
    if first == 32 || first == 9 { return true }
    return line.has("Traceback (most", at: 0) || line.has("Caused by: ", at: 0) || ExceptionLine.matches(line)
  }

  /// `{`, or `[` with a value behind it: stamps in the text of such a document begin no lines.
  private static func beginsJSON(_ head: Span<UInt8>) -> Bool {
    var at = 0
    while at < head.count, head[at] <= 32 { at += 1 }
    guard at + 1 < head.count else { return false }
    if head[at] == 123 { return true }
    let next = head[at + 1]
    return head[at] == 91 && (next <= 32 || next == 123 || next == 34 || next == 91 || next == 93)
  }

  private static func lines(of head: Span<UInt8>, isWhole: Bool) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var at = 0
    while at < head.count, lines.count < linesMax {
      guard let end = head.firstIndex(of: 10, from: at) else {
        if isWhole || lines.isEmpty { lines.append(at..<head.count) }
        break
      }
      let last = end > at && head[end - 1] == 13 ? end - 1 : end
      if last > at { lines.append(at..<last) }
      at = end + 1
    }
    return lines
  }

  private static func confidence(_ share: Double, _ lines: Int, _ dialect: LineDialect) -> Double {
    // One line may look like anything; thirty are hardly chance.
    let certainty = 1 - 0.5 / Double(lines + 1)
    let specificity = dialect == .stamped ? 0.9 : 1
    return min(0.99, (share * certainty * specificity * 100).rounded() / 100)
  }
}

/// Counts names, and knows whether nearly all are the same.
private struct NameVote {
  private var counts: [String: Int] = [:]
  private var total = 0

  mutating func add(_ name: String) {
    guard !name.isEmpty, name != "-", name != "null" else { return }
    counts[name, default: 0] += 1
    total += 1
  }

  var winner: String? {
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value * 10 >= total * 9
    else { return nil }
    return most.key
  }
}

/// Lines that name an exception: `ValueError: not a number`, `com.example.Refused: late`, `Caused by: …`.
enum ExceptionLine {
  static func matches(_ line: Span<UInt8>) -> Bool {
    if line.has("Caused by: ", at: 0) { return true }
    guard line.count > 2, line[0].isASCIILetter else { return false }
    var end = 0
    while end < line.count,
      line[end].isASCIILetter || line[end].isASCIIDigit || line[end] == 46 || line[end] == 95
        || line[end] == 36
    { end += 1 }
    guard end >= 5, end == line.count || line[end] == 58 else { return false }
    var at = 0
    while at + 5 <= end {
      if line.has("Error", at: at) || line.has("Excep", at: at) || line.has("Fault", at: at) { return true }
      at += 1
    }
    return false
  }
}
