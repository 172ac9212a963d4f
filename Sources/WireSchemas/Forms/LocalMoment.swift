internal import Chronology
internal import Foundation

/// What a `datetime-local` input says, put into its zone.
enum LocalMoment {
  /// RFC 3339 in the zone that was meant; nil where the value is none, or its zone is not known.
  ///
  /// Where clocks were set back and the value stands for two instants, the earlier one; where they were set forward over
  /// it, the instant that the clock before the change would have shown.
  static func rfc3339(_ written: String, zone: String?) -> String? {
    if Instant(rfc3339: written) != nil { return written }
    guard let zone, let asUTC = utc(written) else { return nil }
    if let offset = offset(zone) { return asUTC.advanced(bySeconds: -Double(offset)).rfc3339(offsetSeconds: offset) }
    guard let named = TimeZone(identifier: zone), zone.contains("/") || zone == "UTC" else { return nil }
    func offsetAt(_ instant: Instant) -> Int {
      named.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.nanoseconds) / 1e9))
    }
    // The clock a day before and a day after: at most one change lies between.
    let before = offsetAt(asUTC.advanced(bySeconds: -86_400))
    let after = offsetAt(asUTC.advanced(bySeconds: 86_400))
    let early = asUTC.advanced(bySeconds: -Double(before))
    let late = asUTC.advanced(bySeconds: -Double(after))
    if offsetAt(early) == before { return early.rfc3339(offsetSeconds: before) }
    if offsetAt(late) == after { return late.rfc3339(offsetSeconds: after) }
    return early.rfc3339(offsetSeconds: before)
  }

  /// `2026-03-01T13:45`, with seconds and their fraction or without.
  private static func utc(_ written: String) -> Instant? {
    let hasSeconds = written.count { $0 == ":" } == 2
    return Instant(rfc3339: written + (hasSeconds ? "Z" : ":00Z"))
  }

  private static func offset(_ zone: String) -> Int? {
    if zone == "Z" || zone == "UTC" { return 0 }
    let digits = zone.dropFirst().split(separator: ":")
    guard let sign = zone.first, sign == "+" || sign == "-", digits.count == 2, digits.allSatisfy({ $0.count == 2 }),
      let hours = Int(digits[0]), let minutes = Int(digits[1]), (0..<24).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}
