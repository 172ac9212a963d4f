package import Chronology

/// For whom a published postmortem is.
package enum PublicationAudience: String, Codable, CaseIterable, Hashable, Sendable {
  case `internal`
  case stakeholders
  case `public`
}

/// A postmortem went out to an audience.
package struct PublicationMade: Codable, Hashable, Sendable {
  package var audience: PublicationAudience
  package var title: String
  /// The text that went out, as it was prepared for the audience.
  package var markdown: String
  /// Whether the public status page shows it.
  package var isOnStatusPage: Bool
  /// Rules whose findings were passed with a reason; secrets and personal data cannot be passed.
  package var passed: [String]
  package var reason: String?

  package init(
    audience: PublicationAudience, title: String, markdown: String, isOnStatusPage: Bool = false,
    passed: [String] = [], reason: String? = nil
  ) {
    self.audience = audience
    self.title = title
    self.markdown = markdown
    self.isOnStatusPage = isOnStatusPage
    self.passed = passed
    self.reason = reason
  }
}

extension PublicationMade {
  /// Rules that hold a text back whatever the reason: secrets, personal data, and marks of audience that are not clear.
  package static let barredRules: Set<String> = [
    "secret", "private-key", "e-mail-address", "telephone-number", "card-number", "bank-account-number",
    "national-identifier", "unclosed-audience-mark", "stray-audience-end", "unknown-audience",
    "unreadable-audience-mark", "text-too-long",
  ]
}

/// A publication was taken back, wherever it was shown.
package struct PublicationWithdrawn: Codable, Hashable, Sendable {
  package var audience: PublicationAudience
  package var reason: String

  package init(audience: PublicationAudience, reason: String) {
    self.audience = audience
    self.reason = reason
  }
}

/// A publication through its life; a later one to the same audience takes its place.
package struct Publication: Codable, Hashable, Sendable {
  package var content: PublicationMade
  package var at: Instant
  package var by: String
  package var revision: Int
  package var version: Int64
  package var withdrawn: Instant?
  package var withdrawnReason: String?

  package var isOut: Bool { withdrawn == nil }

  package init(content: PublicationMade, at: Instant, by: String, revision: Int, version: Int64) {
    self.content = content
    self.at = at
    self.by = by
    self.revision = revision
    self.version = version
  }
}
