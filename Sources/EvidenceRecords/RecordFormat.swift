package import Chronology

/// A structured source: recognised by its content, read whole, few entries.
///
/// One value per format; the reader asks each for its confidence on the first bytes and gives the source to the surest.
package protocol RecordFormat: Sendable {
  /// Identifier as ``SourceSummary/format`` prints it, in kebab case.
  var name: String { get }

  /// How surely these are the first bytes (unpacked, at most 64 KiB) of a source of this format: 0 to 1.
  func confidence(head: [UInt8], path: String) -> Double

  /// Reads the source. Damage in a part is said in the notes and the rest is read; throws only when nothing could be.
  func read(_ input: RecordInput) throws -> RecordReading
}

/// What a ``RecordFormat`` is given.
package struct RecordInput: Sendable {
  /// Path below the evidence, for references.
  package var path: String
  /// Where the plain (unpacked) bytes lie on the disk: the source itself, or a temporary copy that outlives the call.
  package var file: String
  package var sha256: String
  package var modified: Instant?
  /// From the folders of the path, where they look like a host and a service.
  package var host: String?
  package var service: String?
  /// Reads a small file that lies at a path relative to this source's folder (`../users.json`); nil when there is none.
  package var neighbour: @Sendable (String) -> [UInt8]?

  package init(
    path: String, file: String, sha256: String, modified: Instant?, host: String?, service: String?,
    neighbour: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.path = path
    self.file = file
    self.sha256 = sha256
    self.modified = modified
    self.host = host
    self.service = service
    self.neighbour = neighbour
  }
}

/// What a ``RecordFormat`` gives back.
package struct RecordReading: Sendable {
  package var entries: [RecordEntry]
  /// Lines, packets or objects looked at.
  package var lines: Int
  package var unrecognisedLines: Int
  package var unrecognisedSamples: [NumberedLine]
  package var zone: String?
  package var zoneBasis: ZoneBasis
  package var notes: [String]

  package init(entries: [RecordEntry] = [], lines: Int = 0, zone: String? = "UTC", zoneBasis: ZoneBasis = .stated) {
    self.entries = entries
    self.lines = lines
    self.unrecognisedLines = 0
    self.unrecognisedSamples = []
    self.zone = zone
    self.zoneBasis = zoneBasis
    self.notes = []
  }
}
