/// How a component does, in the words of its users.
package enum ComponentCondition: String, Codable, CaseIterable, Hashable, Sendable {
  case operational
  case degraded
  case partialOutage = "partial-outage"
  case majorOutage = "major-outage"
  case maintenance
}

/// An update that is being written, or was written anew.
package struct UpdateDraft: Codable, Hashable, Sendable {
  /// Within the incident, from 1.
  package var update: Int
  package var audience: Audience
  package var state: PublicState
  package var text: UpdateText
  /// What components are set to when it goes out, by identifier.
  package var components: [String: ComponentCondition]

  package init(
    update: Int, audience: Audience, state: PublicState, text: UpdateText,
    components: [String: ComponentCondition] = [:]
  ) {
    self.update = update
    self.audience = audience
    self.state = state
    self.text = text
    self.components = components
  }
}

/// Somebody agreed to an update as it stands.
package struct UpdateApproved: Codable, Hashable, Sendable {
  package var update: Int
  /// Version of the text that they read; nil in records of a Mayday that did not ask for it.
  package var seenVersion: Int64?

  package init(update: Int, seenVersion: Int64? = nil) {
    self.update = update
    self.seenVersion = seenVersion
  }
}

/// An update went out.
package struct UpdatePublished: Codable, Hashable, Sendable {
  package var update: Int
  /// What the reviewer held against it, by rule, where it went out all the same.
  package var held: [String]
  /// Why it went out all the same, or without approval.
  package var releaseReason: String?

  package init(update: Int, held: [String] = [], releaseReason: String? = nil) {
    self.update = update
    self.held = held
    self.releaseReason = releaseReason
  }
}

/// What a published update says was wrong; both texts stay.
package struct UpdateCorrected: Codable, Hashable, Sendable {
  package var update: Int
  package var text: UpdateText
  package var reason: String

  package init(update: Int, text: UpdateText, reason: String) {
    self.update = update
    self.text = text
    self.reason = reason
  }
}

/// A published update should not be read any more.
package struct UpdateWithdrawn: Codable, Hashable, Sendable {
  package var update: Int
  package var reason: String

  package init(update: Int, reason: String) {
    self.update = update
    self.reason = reason
  }
}
