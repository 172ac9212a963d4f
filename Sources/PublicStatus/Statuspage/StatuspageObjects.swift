/// The objects of Statuspage's public API, field for field; names become snake case when they are written.
///
/// A field without a value is written as `null`, never left out: some readers look for the key.
struct Nullable<Value: Encodable>: Encodable {
  let value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

struct StatuspagePage: Encodable {
  var id: String
  var name: String
  var url: String
  var timeZone: String
  var updatedAt: String
}

/// A component, or a group of them: a group has `group` set and lists the components in it, a component has no list.
struct StatuspageComponent: Encodable {
  var id: String
  var name: String
  var status: String
  var createdAt: String
  var updatedAt: String
  var position: Int
  var description: Nullable<String>
  var showcase: Bool
  var startDate: Nullable<String>
  var groupId: Nullable<String>
  var pageId: String
  var group: Bool
  var onlyShowIfDegraded: Bool
  var components: [String]?
}

/// An incident, or planned work: the latter also has the two `scheduled` instants.
struct StatuspageIncident: Encodable {
  var id: String
  var name: String
  var status: String
  var createdAt: String
  var updatedAt: String
  var monitoringAt: Nullable<String>
  var resolvedAt: Nullable<String>
  var impact: String
  var shortlink: String
  var startedAt: String
  var pageId: String
  var incidentUpdates: [StatuspageUpdate]
  var components: [StatuspageComponent]
  var reminderIntervals: Nullable<String>
  var scheduledFor: String?
  var scheduledUntil: String?
}

struct StatuspageUpdate: Encodable {
  var id: String
  var status: String
  var body: String
  var incidentId: String
  var createdAt: String
  var updatedAt: String
  var displayAt: String
  var affectedComponents: Nullable<[StatuspageAffected]>
  var deliverNotifications: Bool
  var customTweet: Nullable<String>
  var tweetId: Nullable<String>
}

struct StatuspageAffected: Encodable {
  /// The id of the component.
  var code: String
  /// `Group - Component` where it stands in a group.
  var name: String
  var oldStatus: String
  var newStatus: String
}
