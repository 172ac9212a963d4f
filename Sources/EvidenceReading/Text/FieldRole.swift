/// What a key of a JSON or logfmt line stands for.
enum FieldRole: Equatable {
  /// With a rank: where several keys hold a time, the lowest is taken.
  case time(Int)
  case level
  case message(Int)
  case service(Int)
  case host
  case other

  /// The role of a key that stands at the top of a line.
  init(_ key: Span<UInt8>, _ range: Range<Int>) {
    self = .other
    switch range.count {
    case 1: if key[range.lowerBound] == 116 { self = .time(2) }
    case 2: if key.equals(range, "ts") { self = .time(0) }
    case 3: self = Self.three(key, range)
    case 4: self = Self.four(key, range)
    case 5: self = Self.five(key, range)
    case 6: self = Self.six(key, range)
    case 7: self = Self.seven(key, range)
    case 8: self = Self.eight(key, range)
    default: self = Self.long(key, range)
    }
  }

  private static func three(_ key: Span<UInt8>, _ range: Range<Int>) -> FieldRole {
    if key.equals(range, "msg") { return .message(0) }
    if key.equals(range, "svc") { return .service(0) }
    if key.equals(range, "app") { return .service(2) }
    if key.equals(range, "lvl") { return .level }
    if key.equals(range, "log") { return .message(4) }
    return .other
  }

  private static func four(_ key: Span<UInt8>, _ range: Range<Int>) -> FieldRole {
    if key.equals(range, "time") { return .time(1) }
    if key.equals(range, "host") { return .host }
    if key.equals(range, "date") { return .time(8) }
    if key.equals(range, "text") { return .message(5) }
    if key.equals(range, "name") { return .service(6) }
    return .other
  }

  private static func five(_ key: Span<UInt8>, _ range: Range<Int>) -> FieldRole {
    if key.equals(range, "level") { return .level }
    if key.equals(range, "event") { return .message(3) }
    return .other
  }

  private static func six(_ key: Span<UInt8>, _ range: Range<Int>) -> FieldRole {
    key.equals(range, "logger") ? .service(7) : .other
  }

  private static func seven(_ key: Span<UInt8>, _ range: Range<Int>) -> FieldRole {
    if key.equals(range, "message") { return .message(1) }
    if key.equals(range, "MESSAGE") { return .message(0) }
    if key.equals(range, "service") { return .service(0) }
    if key.equals(range, "asctime") { return .time(7) }
    return .other
  }

  private static func eight(_ key: Span<UInt8>, _ range: Range<Int>) -> FieldRole {
    if key.equals(range, "severity") || key.equals(range, "PRIORITY") { return .level }
    if key.equals(range, "hostname") { return .host }
    if key.equals(range, "datetime") { return .time(6) }
    return .other
  }

  private static func long(_ key: Span<UInt8>, _ range: Range<Int>) -> FieldRole {
    if key.equals(range, "timestamp") || key.equals(range, "Timestamp") { return .time(3) }
    if key.equals(range, "@timestamp") { return .time(3) }
    if key.equals(range, "levelname") || key.equals(range, "log.level") { return .level }
    if key.equals(range, "_HOSTNAME") || key.equals(range, "host.name") { return .host }
    if key.equals(range, "eventTime") || key.equals(range, "event_time") { return .time(4) }
    if key.equals(range, "lastTimestamp") { return .time(5) }
    if key.equals(range, "__REALTIME_TIMESTAMP") { return .time(0) }
    if key.equals(range, "SYSLOG_IDENTIFIER") { return .service(0) }
    if key.equals(range, "service.name") || key.equals(range, "service_name") { return .service(1) }
    if key.equals(range, "application") { return .service(3) }
    if key.equals(range, "short_message") { return .message(2) }
    if key.equals(range, "eventName") { return .message(6) }
    return .other
  }
}
