import Chronology
import Foundation

/// The zone names that people write behind a time.
enum ZoneNames {
  /// Abbreviations with one usual meaning in incident reports, in minutes east of UTC.
  private static let fixed: [String: Int] = [
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180,
    "MSK": 180, "IST": 330, "SGT": 480, "HKT": 480, "JST": 540, "KST": 540, "AWST": 480, "ACST": 570, "AEST": 600,
    "AEDT": 660, "NZST": 720, "NZDT": 780, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "BRT": -180, "ART": -180,
  ]
  /// Names whose offset depends on the date.
  ///
  /// The short ones are read as zones only behind a time.
  private static let floating: [String: String] = [
    "PT": "America/Los_Angeles", "MT": "America/Denver", "CT": "America/Chicago", "ET": "America/New_York",
    "PACIFIC": "America/Los_Angeles", "EASTERN": "America/New_York",
  ]
  private static let areas: Set<String> = [
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific", "Etc",
  ]

  /// A zone that stands on its own: `UTC`, `CEST`, `Europe/Berlin`.
  static func standalone(_ word: String) -> ZoneMention? {
    if word != "Z", let minutes = fixed[word] { return ZoneMention(text: word, offsetSeconds: minutes * 60) }
    if let slash = word.firstIndex(of: "/"), areas.contains(String(word[..<slash])),
      TimeZone(identifier: word) != nil
    {
      return ZoneMention(text: word)
    }
    return nil
  }

  /// A zone directly behind a time, where the short names count too.
  static func behindTime(_ word: String) -> ZoneMention? {
    if let zone = standalone(word) { return zone }
    let upper = word.uppercased()
    if let minutes = fixed[upper] { return ZoneMention(text: word, offsetSeconds: minutes * 60) }
    return floating[upper] == nil ? nil : ZoneMention(text: word)
  }

  static func offsetSeconds(of name: String, on day: CivilDate, secondOfDay: Int) -> Int? {
    let identifier = floating[name.uppercased()] ?? name
    guard identifier.contains("/"), let zone = TimeZone(identifier: identifier) else { return nil }
    let local = Double(day.daysSinceEpoch * 86_400 + secondOfDay)
    // The zone wants an instant, the text gives a local time: one correction finds it but within a switch of the clocks.
    let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local))
    return zone.secondsFromGMT(for: Date(timeIntervalSince1970: local - Double(guess)))
  }
}
