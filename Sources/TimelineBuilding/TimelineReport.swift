package import Chronology
package import EvidenceReading
package import EvidenceRecords

/// What `mayday timeline` found: the object that its JSON prints, that drafts are filled from and pages show.
///
/// The shape is a contract (`Documentation/timeline.schema.json`); a change of meaning raises ``schemaVersionCurrent``.
package struct TimelineReport: Codable, Sendable {
  package static let schemaVersionCurrent = 1

  package var schemaVersion = Self.schemaVersionCurrent
  /// The folders and files that were given, by name.
  package var evidence: [String]
  /// Earliest and latest instant that counts.
  package var window: TimeSpan?
  package var sources: [SourceSummary]
  /// Sentences about clocks that a reader needs: skews, inferred zones.
  package var clockNotes: [String]
  package var onset: TimeSpan?
  /// In order of time, all of them; ``TimelineMoment/rank`` says which to show first.
  package var moments: [TimelineMoment]
  /// Best first.
  package var suspects: [Suspect]
  package var noChange: NoChange

  package init(
    evidence: [String], window: TimeSpan?, sources: [SourceSummary], clockNotes: [String], onset: TimeSpan?,
    moments: [TimelineMoment], suspects: [Suspect], noChange: NoChange
  ) {
    self.evidence = evidence
    self.window = window
    self.sources = sources
    self.clockNotes = clockNotes
    self.onset = onset
    self.moments = moments
    self.suspects = suspects
    self.noChange = noChange
  }
}

/// From one instant to another, both included.
package struct TimeSpan: Codable, Sendable, Hashable {
  package var from: Instant
  package var to: Instant

  package init(from: Instant, to: Instant) {
    self.from = from
    self.to = to
  }
}

/// What kind of moment it is, with the word that pages show.
package enum MomentKind: String, Codable, Sendable, CaseIterable {
  /// A commit, deployment, configuration, flag or package change.
  case change
  /// A pattern never seen before.
  case first
  /// A pattern far above its usual rate.
  case burst
  /// A lasting change of rate.
  case shift
  /// A pattern that stopped.
  case silence
  /// A burst ended, an alert was resolved, a failing pattern stopped.
  case calm
  case alert
  /// Something somebody said.
  case said
  /// A decision somebody reported.
  case decision
  /// Connections failed or were cut.
  case connection
}

/// An entry, or a group of them, that matters, and why.
package struct TimelineMoment: Codable, Sendable, Identifiable {
  /// Stable: a hash of kind, source, place and title.
  package var id: String
  package var instant: Instant
  package var instantBasis: InstantBasis
  package var kind: MomentKind
  /// One line, masked, without the instant.
  package var title: String
  /// Why it is here, as a person would check it: `never seen before; 214 times in the first minute, app04 only`.
  package var reason: String
  /// How many entries it stands for.
  package var count: Int
  /// Position by importance, 1 first; a page shows the first 40 or so unless asked for all.
  package var rank: Int
  package var service: String?
  package var hosts: [String]
  package var evidence: [MomentEvidence]
  /// Identity of the pattern whose lines it tells of, the same in every incident; nil for what is no line of a log, and
  /// in timelines that were made before patterns were named in them.
  package var pattern: String?

  package init(
    id: String, instant: Instant, instantBasis: InstantBasis, kind: MomentKind, title: String,
    reason: String,
    count: Int, rank: Int, service: String?, hosts: [String], evidence: [MomentEvidence],
    pattern: String? = nil
  ) {
    self.id = id
    self.instant = instant
    self.instantBasis = instantBasis
    self.kind = kind
    self.title = title
    self.reason = reason
    self.count = count
    self.rank = rank
    self.service = service
    self.hosts = hosts
    self.evidence = evidence
    self.pattern = pattern
  }
}

/// A reference with what stands there, masked, so that a page can show it without the evidence at hand.
package struct MomentEvidence: Codable, Sendable, Hashable {
  package var reference: EvidenceReference
  /// The line itself with a few around it; empty where the source has no lines.
  package var excerpt: [NumberedLine]

  package init(reference: EvidenceReference, excerpt: [NumberedLine] = []) {
    self.reference = reference
    self.excerpt = excerpt
  }

  private enum CodingKeys: String, CodingKey {
    case excerpt
  }

  /// The keys of the reference and of the excerpt lie side by side.
  package init(from decoder: any Decoder) throws {
    reference = try EvidenceReference(from: decoder)
    excerpt =
      try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent([NumberedLine].self, forKey: .excerpt) ?? []
  }

  package func encode(to encoder: any Encoder) throws {
    try reference.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(excerpt, forKey: .excerpt)
  }
}

/// A change worth examining, with reasons; never a verdict.
package struct Suspect: Codable, Sendable {
  package var change: SuspectChange
  /// How well it fits what was seen, 0 to 1.
  package var score: Double
  /// Each one checkable: `reached 3 of 4 hosts; the failing host is the one left out`.
  package var reasons: [String]
  package var evidence: [EvidenceReference]

  package init(change: SuspectChange, score: Double, reasons: [String], evidence: [EvidenceReference]) {
    self.change = change
    self.score = score
    self.reasons = reasons
    self.evidence = evidence
  }
}

/// The change that a suspect is: a deployment with its commit, a flag, a setting, a commit by itself.
package struct SuspectChange: Codable, Sendable, Hashable {
  package var kind: ChangeFacts.Kind
  package var id: String
  package var commit: String?
  package var instant: Instant
  package var title: String
  package var service: String?
  package var hosts: [String]

  package init(
    kind: ChangeFacts.Kind, id: String, commit: String?, instant: Instant, title: String, service: String?,
    hosts: [String]
  ) {
    self.kind = kind
    self.id = id
    self.commit = commit
    self.instant = instant
    self.title = title
    self.service = service
    self.hosts = hosts
  }
}

/// How well "no change of ours did it" fits.
package struct NoChange: Codable, Sendable, Hashable {
  package var score: Double
  package var reasons: [String]

  package init(score: Double, reasons: [String]) {
    self.score = score
    self.reasons = reasons
  }
}

/// Every key is always there: what is not known is null, as the contract of the JSON says.
extension TimelineReport {
  private enum CodingKeys: String, CodingKey {
    case schemaVersion, evidence, window, sources, clockNotes, onset, moments, suspects, noChange
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schemaVersion, forKey: .schemaVersion)
    try container.encode(evidence, forKey: .evidence)
    try container.encode(window, forKey: .window)
    try container.encode(sources, forKey: .sources)
    try container.encode(clockNotes, forKey: .clockNotes)
    try container.encode(onset, forKey: .onset)
    try container.encode(moments, forKey: .moments)
    try container.encode(suspects, forKey: .suspects)
    try container.encode(noChange, forKey: .noChange)
  }
}

extension TimelineMoment {
  private enum CodingKeys: String, CodingKey {
    case id, instant, instantBasis, kind, title, reason, count, rank, service, hosts, evidence,
      pattern
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(instant, forKey: .instant)
    try container.encode(instantBasis, forKey: .instantBasis)
    try container.encode(kind, forKey: .kind)
    try container.encode(title, forKey: .title)
    try container.encode(reason, forKey: .reason)
    try container.encode(count, forKey: .count)
    try container.encode(rank, forKey: .rank)
    try container.encode(service, forKey: .service)
    try container.encode(hosts, forKey: .hosts)
    try container.encode(evidence, forKey: .evidence)
    try container.encode(pattern, forKey: .pattern)
  }
}

extension SuspectChange {
  private enum CodingKeys: String, CodingKey {
    case kind, id, commit, instant, title, service, hosts
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(id, forKey: .id)
    try container.encode(commit, forKey: .commit)
    try container.encode(instant, forKey: .instant)
    try container.encode(title, forKey: .title)
    try container.encode(service, forKey: .service)
    try container.encode(hosts, forKey: .hosts)
  }
}
