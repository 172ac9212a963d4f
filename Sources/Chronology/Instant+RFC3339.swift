extension Instant {
  /// RFC 3339 in UTC, with as many digits of the second as the source had: `2012-08-01T13:30:00.250Z`.
  package var rfc3339: String {
    rfc3339(offsetSeconds: 0)
  }

  /// RFC 3339 at a fixed offset from UTC; `Z` when the offset is zero.
  package func rfc3339(offsetSeconds: Int) -> String {
    let local = nanoseconds + Int64(offsetSeconds) * 1_000_000_000
    let seconds = Self.floorDivide(local, 1_000_000_000)
    let days = Self.floorDivide(seconds, 86_400)
    let date = CivilDate(daysSinceEpoch: Int(days))
    let ofDay = Int(seconds - days * 86_400)
    // A record writes and reads this for every event: bytes are several times faster than pieces of text.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(35)
    func put(_ value: Int, _ width: Int) {
      var divisor = 1
      for _ in 1..<width { divisor *= 10 }
      while divisor > 0 {
        bytes.append(UInt8(truncatingIfNeeded: 48 + value / divisor % 10))
        divisor /= 10
      }
    }
    for (value, width, mark) in [
      (date.year, 4, UInt8(ascii: "-")), (date.month, 2, UInt8(ascii: "-")), (date.day, 2, UInt8(ascii: "T")),
      (ofDay / 3600, 2, UInt8(ascii: ":")), (ofDay / 60 % 60, 2, UInt8(ascii: ":")),
    ] {
      put(value, width)
      bytes.append(mark)
    }
    put(ofDay % 60, 2)
    if fractionDigits > 0 {
      bytes.append(UInt8(ascii: "."))
      put(Int(local - seconds * 1_000_000_000), 9)
      bytes.removeLast(9 - Int(fractionDigits))
    }
    if offsetSeconds == 0 {
      bytes.append(UInt8(ascii: "Z"))
    } else {
      let minutes = abs(offsetSeconds) / 60
      bytes.append(UInt8(ascii: offsetSeconds < 0 ? "-" : "+"))
      put(minutes / 60, 2)
      bytes.append(UInt8(ascii: ":"))
      put(minutes % 60, 2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The date, `HH:MM:SS`, and the fraction with its point (empty when no digits are known) at an offset from UTC.
  package func clock(offsetSeconds: Int = 0) -> (date: CivilDate, time: String, fraction: String) {
    let local = nanoseconds + Int64(offsetSeconds) * 1_000_000_000
    let seconds = Self.floorDivide(local, 1_000_000_000)
    let days = Self.floorDivide(seconds, 86_400)
    let ofDay = Int(seconds - days * 86_400)
    let time =
      "\(Self.padded(ofDay / 3600, 2)):\(Self.padded(ofDay / 60 % 60, 2)):\(Self.padded(ofDay % 60, 2))"
    var fraction = ""
    if fractionDigits > 0 {
      let all = Self.padded(Int(local - seconds * 1_000_000_000), 9)
      fraction = "." + all.prefix(Int(fractionDigits))
    }
    return (CivilDate(daysSinceEpoch: Int(days)), time, fraction)
  }

  /// Reads RFC 3339 with a stated zone (`Z` or an offset); nil for anything else.
  package init?(rfc3339 text: some StringProtocol) {
    let bytes = Array(text.utf8)
    func number(_ from: Int, _ count: Int) -> Int? {
      guard from + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[from..<(from + count)] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard bytes.count >= 20, bytes[4] == 45, bytes[7] == 45, bytes[13] == 58, bytes[16] == 58,
      bytes[10] == 84 || bytes[10] == 116 || bytes[10] == 32,
      let year = number(0, 4), let month = number(5, 2), let day = number(8, 2), let hour = number(11, 2),
      let minute = number(14, 2), let second = number(17, 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    guard (1678...2261).contains(year), date.exists else { return nil }
    var at = 19
    var fraction: Int64 = 0
    var digits: UInt8 = 0
    if bytes[at] == 46 {
      at += 1
      while at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 {
        if digits < 9 {
          fraction = fraction * 10 + Int64(bytes[at] - 48)
          digits += 1
        }
        at += 1
      }
      guard digits > 0 else { return nil }
    }
    for _ in digits..<9 { fraction *= 10 }
    guard at < bytes.count else { return nil }
    var offset = 0
    if bytes[at] == 43 || bytes[at] == 45 {
      guard at + 6 == bytes.count, bytes[at + 3] == 58, let hours = number(at + 1, 2), let minutes = number(at + 4, 2),
        hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 3600 + minutes * 60) * (bytes[at] == 45 ? -1 : 1)
    } else {
      guard at + 1 == bytes.count, bytes[at] == 90 || bytes[at] == 122 else { return nil }
    }
    let seconds = Int64(date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset)
    self.init(nanoseconds: seconds * 1_000_000_000 + fraction, fractionDigits: digits)
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

extension Instant: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(rfc3339: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected an instant as RFC 3339 with its zone, found '\(text)'")
    }
    self = instant
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rfc3339)
  }
}

extension Instant: CustomStringConvertible {
  package var description: String { rfc3339 }
}
