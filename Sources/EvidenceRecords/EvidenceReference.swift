/// Where a piece of evidence can be looked up: a source and a place in it.
package struct EvidenceReference: Hashable, Codable, Sendable {
  /// Path of the source below the evidence that was given; `folder/archive.tar!member` inside an archive.
  package var source: String
  /// Line of a text source (in the unpacked text of a compressed one), from 1.
  package var line: Int?
  /// Packet of a capture, from 1.
  package var packet: Int?
  /// Full id of a commit.
  package var commit: String?
  /// Name of a record in a source without meaningful lines: an alert's fingerprint, a message's time stamp.
  package var record: String?
  /// SHA-256 of the source's bytes as they lie on the disk, lower-case hexadecimal.
  package var sha256: String

  package init(
    source: String, line: Int? = nil, packet: Int? = nil, commit: String? = nil, record: String? = nil,
    sha256: String = ""
  ) {
    self.source = source
    self.line = line
    self.packet = packet
    self.commit = commit
    self.record = record
    self.sha256 = sha256
  }

  /// `checkout.log:412`, `edge.pcap#6584`, `shop.bundle@649bdfb`: short enough for the margin of a page.
  package var label: String {
    if let line { return "\(source):\(line)" }
    if let packet { return "\(source)#\(packet)" }
    if let commit { return "\(source)@\(commit.prefix(7))" }
    if let record { return "\(source)[\(record)]" }
    return source
  }
}
