import Chronology

/// Takes lines apart in one dialect.
///
/// A value per source: it knows the places of its stamps, and owns the scratch in
/// which messages are put together.
struct LineParser {
  var dialect: LineDialect
  /// Where stamps stand, most frequent first; the dialects with fields of their own have none.
  var places: [StampPlace]
  var assumptions: StampAssumptions
  /// Of the source: they are left out of messages where a line repeats them.
  var host: [UInt8] = []
  var service: [UInt8] = []
  /// The message of a line whose parts are ``LineParts/isRewritten``.
  var scratch: [UInt8] = []
  var scanner = FieldScanner()

  init(dialect: LineDialect, places: [StampPlace], assumptions: StampAssumptions) {
    self.dialect = dialect
    self.places = places
    self.assumptions = assumptions
    scratch.reserveCapacity(1024)
  }

  /// Takes a line apart; false when it does not begin an entry of this dialect.
  mutating func parse(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    parts = LineParts()
    switch dialect {
    case .json: return parseJSON(line, &parts)
    case .logfmt: return parseLogfmt(line, &parts)
    case .access: return parseAccess(line, &parts)
    case .postgres: return parsePostgres(line, &parts)
    case .redis: return parseRedis(line, &parts)
    case .syslog: return parseSyslog(line, &parts)
    case .syslogProtocol: return parseSyslogProtocol(line, &parts)
    case .nginxError: return parseNginxError(line, &parts)
    case .apacheError: return parseApacheError(line, &parts)
    case .stamped: return parseStamped(line, &parts)
    }
  }

  /// Reads the line's stamp and returns where it begins and where the rest of the line does.
  ///
  /// Tries the places of this source in the order of their frequency, then the beginning of the line for a stamp that is
  /// written otherwise; one found there is remembered.
  @inline(__always)
  mutating func readStamp(
    _ line: Span<UInt8>, from start: Int, _ parts: inout LineParts
  ) -> (start: Int, rest: Int)? {
    for place in places {
      if let (at, stamp) = place.scan(line, from: start, assumptions: assumptions) {
        parts.stamp = stamp
        var rest = at + stamp.length
        if place.opener != 0, rest < line.count { rest = Self.afterCloser(line, rest) }
        if place.isDoubled, let second = StampPlace.find(in: line, from: rest, assumptions: assumptions),
          second.place.tokensBefore <= 4
        {
          rest = second.start + second.stamp.length
        }
        return (at, rest)
      }
    }
    return readUnexpectedStamp(line, from: start, &parts)
  }

  @inline(never)
  private mutating func readUnexpectedStamp(
    _ line: Span<UInt8>, from start: Int, _ parts: inout LineParts
  ) -> (start: Int, rest: Int)? {
    guard start + 10 <= line.count else { return nil }
    let opener = line[start] == 91 || line[start] == 40 ? line[start] : 0
    let at = opener == 0 ? start : start + 1
    guard let (layout, stamp) = StampLayout.detect(line, at: at, assumptions: assumptions) else { return nil }
    if places.count < 4 { places.append(StampPlace(opener: opener, layout: layout)) }
    parts.stamp = stamp
    let rest = at + stamp.length
    return (at, opener == 0 ? rest : Self.afterCloser(line, rest))
  }

  /// Behind the bracket or quote that closes what stands before `index`.
  private static func afterCloser(_ line: Span<UInt8>, _ index: Int) -> Int {
    var at = index
    let limit = min(line.count, index + 8)
    while at < limit {
      switch line[at] {
      case 93, 41, 34, 39, 62: return at + 1
      default: at += 1
      }
    }
    return index
  }
}
