package import RecordViews

/// What a caller adds to a command so that it does what they meant, once.
package struct WriteTerms: Hashable, Sendable {
  /// The version that they saw, where another one is to refuse the command.
  package var expectedVersion: Int64?
  /// The same key of the same caller is done once; a further time is answered as the first.
  package var idempotencyKey: String?
  /// SHA-256 of what was asked for, lower-case hexadecimal: the same key with another request is refused.
  package var requestDigest: String?

  package init(expectedVersion: Int64? = nil, idempotencyKey: String? = nil, requestDigest: String? = nil) {
    self.expectedVersion = expectedVersion
    self.idempotencyKey = idempotencyKey
    self.requestDigest = requestDigest
  }
}

/// What a command left in the record.
package struct WriteReceipt: Codable, Hashable, Sendable {
  /// Nil where it was not about an incident.
  package var incident: IncidentID?
  /// Of the stream after it.
  package var version: Int64
  /// Number of the task, update, evidence, maintenance or near miss that it made or changed.
  package var number: Int?
  /// Whether the same key had been used before and nothing was done now.
  package var isReplay: Bool
  /// True where a document that was there already came to a new version; nil for all else.
  package var isNewVersion: Bool?

  package init(
    incident: IncidentID? = nil, version: Int64, number: Int? = nil, isReplay: Bool = false, isNewVersion: Bool? = nil
  ) {
    self.incident = incident
    self.version = version
    self.number = number
    self.isReplay = isReplay
    self.isNewVersion = isNewVersion
  }
}
