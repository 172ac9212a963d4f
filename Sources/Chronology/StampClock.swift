/// The clock reading of a stamp: time of day, fraction of the second, zone.
struct StampClock {
  var secondsOfDay = 0
  var nanoseconds = 0
  var fractionDigits: UInt8 = 0
  var offsetSeconds = 0
  var isZoneStated = false
  /// The index after the last byte that was read.
  var end: Int

  init(end: Int) { self.end = end }

  /// Reads `HH:MM:SS` with two digits each, then fraction and zone.
  ///
  /// `minutesSuffice` takes `HH:MM` too.
  @inline(__always)
  init?(
    _ bytes: Span<UInt8>, at start: Int, separator: UInt8 = 58, minutesSuffice: Bool = false, readsZone: Bool = true
  ) {
    guard let hour = bytes.number(at: start, width: 2), bytes.isByte(separator, at: start + 2),
      let minute = bytes.number(at: start + 3, width: 2), hour < 24, minute < 60
    else { return nil }
    end = start + 5
    secondsOfDay = hour * 3600 + minute * 60
    if bytes.isByte(separator, at: end), let second = bytes.number(at: end + 1, width: 2), second <= 60 {
      secondsOfDay += second
      end += 3
      guard !bytes.isDigit(at: end) else { return nil }
      readFraction(bytes)
    } else if !minutesSuffice || bytes.isByte(separator, at: end) || bytes.isDigit(at: end) {
      return nil
    }
    if readsZone { self.readZone(bytes) }
  }

  /// Reads `.331`, `,331` or `.331870123`; digits past the ninth are passed over.
  @inline(__always)
  mutating func readFraction(_ bytes: Span<UInt8>) {
    guard bytes.isByte(46, at: end) || bytes.isByte(44, at: end), bytes.isDigit(at: end + 1) else { return }
    end += 1
    readFractionDigits(bytes)
  }

  /// Reads the digits of a fraction that begin at `end`.
  @inline(__always)
  mutating func readFractionDigits(_ bytes: Span<UInt8>) {
    var value = 0
    while end < bytes.count {
      let digit = bytes[end] &- 48
      guard digit < 10 else { break }
      if fractionDigits < 9 {
        value = value &* 10 &+ Int(digit)
        fractionDigits += 1
      }
      end += 1
    }
    nanoseconds = value * Self.powersOfTen[Int(9 - fractionDigits)]
  }

  /// Reads `Z`, `+02:00`, `+0200`, `+02`, ` +0200`, ` UTC`, ` GMT`; passes over other zone abbreviations it knows.
  @inline(__always)
  mutating func readZone(_ bytes: Span<UInt8>) {
    guard end < bytes.count else { return }
    var at = end
    let isSpaced = bytes[at] == 32
    if isSpaced { at += 1 }
    guard at < bytes.count else { return }
    switch bytes[at] {
    case 90, 122:
      guard !bytes.isLetterOrDigit(at: at + 1), !isSpaced || bytes[at] == 90 else { return }
      isZoneStated = true
      end = at + 1
    case 43, 45:
      readOffset(bytes, at: at, isSpaced: isSpaced)
    case 65...90:
      readAbbreviation(bytes, at: at)
    default:
      return
    }
  }

  private mutating func readOffset(_ bytes: Span<UInt8>, at sign: Int, isSpaced: Bool) {
    guard let hours = bytes.number(at: sign + 1, width: 2), hours <= 14 else { return }
    var after = sign + 3
    var minutes = 0
    let colon = bytes.isByte(58, at: after) ? 1 : 0
    if let value = bytes.number(at: after + colon, width: 2) {
      minutes = value
      after += colon + 2
    } else if isSpaced {
      return
    }
    guard minutes < 60, !bytes.isLetterOrDigit(at: after), !bytes.isByte(58, at: after) else { return }
    offsetSeconds = (hours * 3600 + minutes * 60) * (bytes[sign] == 45 ? -1 : 1)
    isZoneStated = true
    end = after
  }

  /// Only UTC and GMT are the same everywhere; of the others only the letters are passed over.
  private mutating func readAbbreviation(_ bytes: Span<UInt8>, at start: Int) {
    var after = start
    var letters: UInt64 = 0
    while after - start < 5, after < bytes.count, bytes[after] &- 65 < 26 {
      letters = letters << 8 | UInt64(bytes[after])
      after += 1
    }
    // All of them end in T but two; most words here are levels.
    let last = UInt8(truncatingIfNeeded: letters)
    guard last == 84 || last == 75 || last == 66 || last == 67, !bytes.isLetterOrDigit(at: after) else { return }
    if letters == 0x555443 || letters == 0x474d54 {
      isZoneStated = true
      end = after
    } else if Self.ambiguousAbbreviations.contains(letters) {
      end = after
    }
  }

  private static let powersOfTen: [Int] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  private static let ambiguousAbbreviations: Set<UInt64> = Set(
    [
      "ACDT", "ACST", "AEDT", "AEST", "AKDT", "AKST", "AWST", "BRT", "BST", "CAT", "CDT", "CEST", "CET", "CST", "EAT",
      "EDT", "EEST", "EET", "EST", "HKT", "HST", "IST", "JST", "KST", "MDT", "MSK", "MST", "NZDT", "NZST", "PDT",
      "PKT", "PST", "SAST", "SGT", "WAT", "WEST", "WET", "WIB",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
}

extension Span<UInt8> {
  /// Whether an ASCII letter or digit stands at `index`; false beyond the end.
  @inline(__always)
  func isLetterOrDigit(at index: Int) -> Bool {
    guard index >= 0, index < count else { return false }
    return self[index] &- 48 < 10 || (self[index] | 0x20) &- 97 < 26
  }
}
