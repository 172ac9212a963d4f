import Chronology

/// What a ``LineParser`` found in one line.
struct LineParts {
  var stamp: WrittenInstant?
  var level = LogLevel.unknown
  /// Where the line's own host stands.
  var host: Range<Int>?
  /// Where the name of the program stands, without its process number.
  var process: Range<Int>?
  /// Where the message stands: in the line, or in the parser's scratch when ``isRewritten``.
  var message = 0..<0
  var isRewritten = false
  /// Whether the line belongs to the entry above it though it carries a stamp.
  var isContinuation = false
}

/// The ways in which a line is laid out.
enum LineDialect: UInt8, Sendable, CaseIterable {
  case json
  case logfmt
  case access
  case postgres
  case redis
  case syslog
  case syslogProtocol
  case nginxError
  case apacheError
  case stamped
}

/// Where in a line its stamp stands, and how it is written.
struct StampPlace: Hashable, Sendable {
  /// Words before it.
  var tokensBefore = 0
  /// `[`, `(` or `<` right before it; 0: none.
  var opener: UInt8 = 0
  var layout = StampLayout.yearFirst
  /// A second stamp follows within four words of the first; the rest of the line begins after it.
  var isDoubled = false
}

extension StampPlace {
  /// Words that are looked at in search of a stamp.
  static let tokensMax = 10

  /// The first stamp in a line, looked for at the beginnings of its first words.
  static func find(
    in line: Span<UInt8>, from start: Int, assumptions: StampAssumptions
  ) -> (place: StampPlace, start: Int, stamp: WrittenInstant)? {
    var at = start
    for token in 0..<tokensMax {
      at = line.skippingBlanks(from: at)
      guard at + 10 <= line.count else { return nil }
      let first = line[at]
      let isOpened = first == 91 || first == 40 || first == 60
      let from = isOpened ? at + 1 : at
      if let found = StampLayout.detect(line, at: from, assumptions: assumptions),
        isBoundary(line, at: from + found.stamp.length)
      {
        let place = StampPlace(tokensBefore: token, opener: isOpened ? first : 0, layout: found.layout)
        return (place, from, found.stamp)
      }
      at = line.endOfToken(from: at)
    }
    return nil
  }

  /// Reads the stamp at this place; nil when there is none.
  @inline(__always)
  func scan(
    _ line: Span<UInt8>, from start: Int, assumptions: StampAssumptions
  ) -> (start: Int, stamp: WrittenInstant)? {
    var at = start
    for _ in 0..<tokensBefore {
      at = line.endOfToken(from: line.skippingBlanks(from: at))
    }
    if tokensBefore > 0 { at = line.skippingBlanks(from: at) }
    if opener != 0 {
      guard line.isByte(opener, at: at) else { return nil }
      at += 1
    }
    guard let stamp = layout.scan(line, at: at, assumptions: assumptions) else { return nil }
    return (at, stamp)
  }

  /// Whether a stamp may end here: not in the middle of a longer number or word.
  private static func isBoundary(_ line: Span<UInt8>, at index: Int) -> Bool {
    guard index < line.count else { return true }
    let next = line[index]
    return !next.isASCIIDigit && !next.isASCIILetter && next != 45 && next != 47
  }
}
