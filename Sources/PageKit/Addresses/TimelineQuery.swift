package import Chronology

/// What a reader chose about an incident's page: the zone of its times, how much of it, and as of when.
package struct TimelineQuery: Sendable, Hashable {
  /// As typed; nil: UTC.
  package var zone: String?
  package var isAll: Bool
  /// Lines of one kind alone; nil: all.
  package var filter: EntryFilter?
  /// As it was known then; nil: now.
  package var asOf: Instant?
  /// What was typed for it where it is no instant.
  package var refusedAsOf: String?

  package init(zone: String? = nil, isAll: Bool = false, filter: EntryFilter? = nil, asOf: Instant? = nil) {
    self.zone = zone
    self.isAll = isAll
    self.filter = filter
    self.asOf = asOf
  }

  /// Reads the parameters of an address: `zone`, `all`, `show`, `as_of`.
  ///
  /// An instant without an offset is one in the zone.
  package init(parameter: (String) -> String?) {
    func text(_ name: String) -> String? { parameter(name).flatMap { $0.isEmpty ? nil : String($0.prefix(80)) } }
    self.init(
      zone: text("zone"), isAll: parameter("all") == "1", filter: text("show").flatMap(EntryFilter.init(rawValue:)))
    guard let typed = text("as_of") else { return }
    asOf = TypedInstant.read(typed, zone: zone.flatMap { PageZone($0) } ?? .utc)
    if asOf == nil { refusedAsOf = typed }
  }

  /// With its question mark; empty when nothing was chosen.
  package var text: String {
    QueryText.text([
      ("zone", zone), ("all", isAll ? "1" : nil), ("show", filter?.rawValue), ("as_of", asOf?.rfc3339),
    ])
  }
}
