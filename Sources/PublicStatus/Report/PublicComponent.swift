package import Chronology

/// A thing customers know, and how it does.
package struct PublicComponent: Codable, Hashable, Sendable {
  package var id: PublicID
  package var name: String
  package var description: String?
  /// The group it stands in; nil: by itself.
  package var group: PublicID?
  package var state: ComponentState
  /// Since when it is in this state; nil when that is not known.
  package var since: Instant?
  /// When it was first put on the page.
  package var listed: Instant
  /// One day each, the newest last: ``StatusReport/historyDays`` of them, or fewer, what is missing being unknown.
  package var days: [DayRecord]

  package init(
    id: PublicID, name: String, description: String? = nil, group: PublicID? = nil, state: ComponentState,
    since: Instant? = nil, listed: Instant, days: [DayRecord] = []
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.group = group
    self.state = state
    self.since = since
    self.listed = listed
    self.days = days
  }
}

/// Components that belong together in the eyes of customers.
package struct ComponentGroup: Codable, Hashable, Sendable {
  package var id: PublicID
  package var name: String
  package var description: String?

  package init(id: PublicID, name: String, description: String? = nil) {
    self.id = id
    self.name = name
    self.description = description
  }
}
