package import Chronology
package import EvidenceRecords

/// What one source is and what became of reading it.
package struct SourceSummary: Sendable, Codable {
  package var path: String
  /// Identifier of the recognised format (`nginx-access`, `json-lines`, `github-webhooks`, `git`, `pcap`); `unknown`
  /// when nothing recognised it, `text` for text without time stamps, `configuration` for files that are settings.
  package var format: String
  /// How surely, 0 to 1.
  package var confidence: Double
  package var host: String?
  package var service: String?
  /// `UTC`, `+01:00`, or nil when the source has no instants.
  package var zone: String?
  package var zoneBasis: ZoneBasis
  /// Written time minus true time; nil: cannot tell.
  package var skewSeconds: Double?
  /// Earliest and latest instant, corrected.
  package var first: Instant?
  package var last: Instant?
  package var entries: Int
  package var lines: Int
  package var unrecognisedLines: Int
  /// The first lines that were not understood, masked, at most ``Limits/unrecognisedSamplesMax``.
  package var unrecognisedSamples: [NumberedLine]
  /// What a reader should know: a year was inferred, the file ends in the middle of a gzip stream, stamps run backwards.
  package var notes: [String]
  package var bytes: Int64
  /// Of the bytes on the disk, lower-case hexadecimal.
  package var sha256: String
  package var modified: Instant?

  package init(path: String, format: String, confidence: Double) {
    self.path = path
    self.format = format
    self.confidence = confidence
    self.zoneBasis = .assumed
    self.entries = 0
    self.lines = 0
    self.unrecognisedLines = 0
    self.unrecognisedSamples = []
    self.notes = []
    self.bytes = 0
    self.sha256 = ""
  }
}

extension SourceSummary {
  private enum CodingKeys: String, CodingKey {
    case path, format, confidence, host, service, zone, zoneBasis, skewSeconds, first, last, entries, lines
    case unrecognisedLines, unrecognisedSamples, notes, bytes, sha256, modified
  }

  /// Every key is always there: what is not known is null, as the contract of the JSON says.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(format, forKey: .format)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(host, forKey: .host)
    try container.encode(service, forKey: .service)
    try container.encode(zone, forKey: .zone)
    try container.encode(zoneBasis, forKey: .zoneBasis)
    try container.encode(skewSeconds, forKey: .skewSeconds)
    try container.encode(first, forKey: .first)
    try container.encode(last, forKey: .last)
    try container.encode(entries, forKey: .entries)
    try container.encode(lines, forKey: .lines)
    try container.encode(unrecognisedLines, forKey: .unrecognisedLines)
    try container.encode(unrecognisedSamples, forKey: .unrecognisedSamples)
    try container.encode(notes, forKey: .notes)
    try container.encode(bytes, forKey: .bytes)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(modified, forKey: .modified)
  }
}
