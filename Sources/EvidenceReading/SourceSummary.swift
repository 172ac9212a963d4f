package import Chronology

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

/// A line of a text with its number, from 1.
package struct NumberedLine: Sendable, Codable, Hashable {
  package var line: Int
  package var text: String

  package init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}
