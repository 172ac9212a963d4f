package import Postmortems
package import RecordViews

/// A postmortem to begin: from an incident, from a text, or from a title alone.
package struct StartPostmortem: Hashable, Sendable {
  package var incident: IncidentID?
  /// Nil: that of the incident, or of the text.
  package var title: String?
  /// A document in Markdown; nil: the sections are filled from the incident, or left to be written.
  package var text: String?
  package var facilitator: String?
  /// Where the text came from: a file or a page; by it the same document is known again.
  package var source: String?

  package init(
    incident: IncidentID? = nil, title: String? = nil, text: String? = nil, facilitator: String? = nil,
    source: String? = nil
  ) {
    self.incident = incident
    self.title = title
    self.text = text
    self.facilitator = facilitator
    self.source = source
  }
}

/// Lines to take into a timeline, by what they are taken from.
package struct PickedLines: Hashable, Sendable {
  /// Identifiers of moments of the evidence.
  package var moments: [String]
  /// Versions of entries of the incident's record.
  package var entries: [Int64]
  /// People whose accounts are open.
  package var accounts: [String]

  package init(moments: [String] = [], entries: [Int64] = [], accounts: [String] = []) {
    self.moments = moments
    self.entries = entries
    self.accounts = accounts
  }
}

/// A wish that a postmortem goes out to an audience.
package struct PublicationRequest: Hashable, Sendable {
  package var audience: PublicationAudience
  /// Words that are put first.
  package var opening: String?
  package var isOnStatusPage: Bool
  /// Of the postmortem whose preparation the publisher saw; nil: whatever it is.
  package var seenVersion: Int64?
  /// Why findings are passed.
  package var reason: String?
  /// Whether secrets and personal data go out as a mask; else they hold the text back.
  package var isMasked: Bool

  package init(
    audience: PublicationAudience, opening: String? = nil, isOnStatusPage: Bool = false, seenVersion: Int64? = nil,
    reason: String? = nil, isMasked: Bool = false
  ) {
    self.audience = audience
    self.opening = opening
    self.isOnStatusPage = isOnStatusPage
    self.seenVersion = seenVersion
    self.reason = reason
    self.isMasked = isMasked
  }
}
