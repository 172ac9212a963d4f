package import Chronology

/// An instant as a person types it into a field, or as a link carries it.
package enum TypedInstant {
  /// RFC 3339, or date and time of day in a zone; nil for anything else.
  package static func read(_ text: String, zone: PageZone) -> Instant? {
    let text = text.split(separator: " ").joined(separator: "T")
    if let instant = Instant(rfc3339: text) { return instant }
    guard text.contains("T"), text.utf8.count <= 32,
      let asUTC = Instant(rfc3339: text + "Z") ?? Instant(rfc3339: text + ":00Z")
    else { return nil }
    return zone.instant(local: asUTC)
  }
}

extension PageZone {
  /// The instant at which clocks of this zone show what a clock in UTC shows at `local`.
  ///
  /// Around a change of clocks one of the two readings, or none, is right; this takes the later offset's.
  package func instant(local: Instant) -> Instant {
    let first = local.advanced(bySeconds: -Double(offsetSeconds(local)))
    return local.advanced(bySeconds: -Double(offsetSeconds(first)))
  }

  /// `2031-03-14T21:12:40`, as `datetime-local` fields want it.
  package func local(_ instant: Instant) -> String {
    String(instant.advanced(bySeconds: Double(offsetSeconds(instant))).rfc3339.prefix(19))
  }
}
