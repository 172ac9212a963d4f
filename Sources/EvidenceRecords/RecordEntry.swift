package import Chronology

/// One thing that a structured source says happened: few, and kept whole.
package struct RecordEntry: Sendable, Codable {
  package var instant: Instant
  package var basis: InstantBasis
  package var reference: EvidenceReference
  package var host: String?
  package var service: String?
  /// One line that a person understands, without the instant.
  package var title: String
  package var facts: Facts

  package init(
    instant: Instant, basis: InstantBasis, reference: EvidenceReference, host: String? = nil, service: String? = nil,
    title: String, facts: Facts
  ) {
    self.instant = instant
    self.basis = basis
    self.reference = reference
    self.host = host
    self.service = service
    self.title = title
    self.facts = facts
  }

  package enum Facts: Sendable, Codable {
    case change(ChangeFacts)
    case alert(AlertFacts)
    case message(MessageFacts)
    case connection(ConnectionFacts)
  }
}

/// A commit, push, deployment, configuration, flag or package change.
package struct ChangeFacts: Sendable, Codable, Hashable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case commit
    case push
    case deployment
    case configuration
    case flag
    case package
  }

  /// Where a deployment stands; everything else is `succeeded`.
  package enum Outcome: String, Sendable, Codable, CaseIterable {
    case started
    case succeeded
    case failed
  }

  package var kind: Kind
  /// Identifier in its source: deployment id, `CFG-4101`, commit id, package name.
  package var id: String
  /// Full commit id where the change names one, possibly abbreviated by its source.
  package var commit: String?
  package var outcome: Outcome
  /// Hosts, environments or targets it names.
  package var hosts: [String]
  package var environment: String?
  /// Who the source names as first-hand source; never shown as a cause.
  package var actor: String?
  /// Files it touches, at most ``Limits/changePathsMax``.
  package var paths: [String]
  /// Names from its diff or detail (identifiers, flags, settings), at most ``Limits/changeTermsMax``.
  package var terms: [String]
  /// Commit message body, detail column or description.
  package var detail: String?

  package init(
    kind: Kind, id: String, commit: String? = nil, outcome: Outcome = .succeeded, hosts: [String] = [],
    environment: String? = nil, actor: String? = nil, paths: [String] = [], terms: [String] = [], detail: String? = nil
  ) {
    self.kind = kind
    self.id = id
    self.commit = commit
    self.outcome = outcome
    self.hosts = hosts
    self.environment = environment
    self.actor = actor
    self.paths = paths
    self.terms = terms
    self.detail = detail
  }
}

/// An alert that began to fire, or stopped.
package struct AlertFacts: Sendable, Codable, Hashable {
  package var name: String
  package var isFiring: Bool
  /// As the source writes it: `page`, `critical`, `info`.
  package var severity: String?
  package var summary: String?
  /// Fingerprint or group key, the same for firing and resolved.
  package var identity: String
  package var labels: [String: String]

  package init(
    name: String, isFiring: Bool, severity: String? = nil, summary: String? = nil, identity: String,
    labels: [String: String] = [:]
  ) {
    self.name = name
    self.isFiring = isFiring
    self.severity = severity
    self.summary = summary
    self.identity = identity
    self.labels = labels
  }
}

/// Something somebody said in a channel.
package struct MessageFacts: Sendable, Codable, Hashable {
  package var channel: String
  /// The author as the export names them: a source, never a cause.
  package var author: String?
  package var text: String
  /// Whether it reports a decision (`decision: …`, `decided to …`).
  package var isDecision: Bool

  package init(channel: String, author: String?, text: String, isDecision: Bool = false) {
    self.channel = channel
    self.author = author
    self.text = text
    self.isDecision = isDecision
  }
}

/// A connection that failed or was cut, as a capture shows it.
package struct ConnectionFacts: Sendable, Codable, Hashable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// A SYN answered by a reset.
    case refused
    /// A SYN never answered.
    case unanswered
    /// An established connection cut by a reset.
    case reset
    /// A fatal TLS alert.
    case tlsAlert
  }

  package var kind: Kind
  package var client: String
  package var server: String
  package var serverPort: Int
  package var detail: String?

  package init(kind: Kind, client: String, server: String, serverPort: Int, detail: String? = nil) {
    self.kind = kind
    self.client = client
    self.server = server
    self.serverPort = serverPort
    self.detail = detail
  }
}
