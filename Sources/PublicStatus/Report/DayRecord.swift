package import Chronology

/// One day of a component, in UTC.
package struct DayRecord: Hashable, Sendable {
  package var date: CivilDate
  /// The worst state of the day; nil when nobody watched.
  package var worst: ComponentState?
  /// Incidents that touched the component on this day.
  package var incidents: [PublicID]

  package init(date: CivilDate, worst: ComponentState?, incidents: [PublicID] = []) {
    self.date = date
    self.worst = worst
    self.incidents = incidents
  }

  /// `2026-11-24`.
  package var isoDate: String { Self.isoText(date) }

  static func isoText(_ date: CivilDate) -> String {
    String(Instant(seconds: Int64(date.daysSinceEpoch) * 86_400).rfc3339.prefix(10))
  }
}

extension DayRecord: Codable {
  private enum CodingKeys: String, CodingKey { case date, worst, incidents }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text = try container.decode(String.self, forKey: .date)
    guard let midnight = Instant(rfc3339: text + "T00:00:00Z") else {
      throw DecodingError.dataCorruptedError(
        forKey: .date, in: container, debugDescription: "expected a date as 2026-11-24, found '\(text)'")
    }
    date = midnight.clock().date
    worst = try container.decodeIfPresent(ComponentState.self, forKey: .worst)
    incidents = try container.decodeIfPresent([PublicID].self, forKey: .incidents) ?? []
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(isoDate, forKey: .date)
    try container.encodeIfPresent(worst, forKey: .worst)
    try container.encode(incidents, forKey: .incidents)
  }
}
