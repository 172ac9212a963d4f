import Chronology
import EvidenceRecords
import Foundation

/// A structured source for a test: bytes in a temporary folder, read by one format.
struct RecordSample {
  let bytes: [UInt8]
  var path = "mon01/sample"
  var host: String?
  var neighbours: [String: String] = [:]

  init(_ text: String, path: String = "mon01/sample", host: String? = nil, neighbours: [String: String] = [:]) {
    self.init(bytes: Array(text.utf8), path: path, host: host)
    self.neighbours = neighbours
  }

  init(bytes: [UInt8], path: String = "mon01/sample", host: String? = nil) {
    self.bytes = bytes
    self.path = path
    self.host = host
  }

  func read(with format: any RecordFormat) throws -> RecordReading {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("records-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Self.read(file.path, with: format, path: path, host: host, neighbours: neighbours)
  }

  static func read(
    _ file: String, with format: any RecordFormat, path: String, host: String? = nil, neighbours: [String: String] = [:]
  ) throws -> RecordReading {
    let input = RecordInput(
      path: path, file: file, sha256: "00", modified: nil, host: host, service: nil,
      neighbour: { name in neighbours[name].map { Array($0.utf8) } })
    return try format.read(input)
  }

  /// The format that is surest of these bytes, as the reader would choose it.
  var recognised: String? {
    let head = Array(bytes.prefix(65_536))
    let best = RecordFormats.all.map { ($0.name, $0.confidence(head: head, path: path)) }.max { $0.1 < $1.1 }
    return best.flatMap { $0.1 > 0 ? $0.0 : nil }
  }
}

extension RecordReading {
  var titles: [String] { entries.map(\.title) }
  var instants: [String] { entries.map(\.instant.rfc3339) }

  var changes: [ChangeFacts] {
    entries.compactMap { if case .change(let facts) = $0.facts { facts } else { nil } }
  }

  var alerts: [AlertFacts] {
    entries.compactMap { if case .alert(let facts) = $0.facts { facts } else { nil } }
  }

  var messages: [MessageFacts] {
    entries.compactMap { if case .message(let facts) = $0.facts { facts } else { nil } }
  }
}
