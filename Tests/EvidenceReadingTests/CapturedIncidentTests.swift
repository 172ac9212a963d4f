import Chronology
import EvidenceReading
import EvidenceRecords
import Foundation
import Testing

/// The captured incidents, where `make corpora` has unpacked them: real logs, with made-up secrets strewn in.
struct CapturedIncidentTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(".build/corpora")
  static let incidents =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted().filter {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path + "/truth.json")
    } ?? []

  private static func files(below folder: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    return walk.compactMap { $0 as? String }.filter {
      (try? FileManager.default.attributesOfItem(atPath: folder + "/" + $0))?[.type] as? FileAttributeType
        == .typeRegular
    }
  }

  @Test(.enabled(if: !incidents.isEmpty, "the corpora are not unpacked"), arguments: incidents)
  func `every file is read or said not to be understood, and no log line is lost`(incident: String) throws {
    let evidence = Self.folder.appendingPathComponent(incident + "/evidence").path
    let set = try EvidenceReader().read(paths: [evidence]) { EntryList(context: $0) }
    #expect(set.sources.map(\.path).sorted() == Self.files(below: evidence).sorted())
    for source in set.sources where ["unknown", "text", "configuration"].contains(source.format) {
      #expect(!source.notes.isEmpty, "\(source.path)")
    }
    for log in set.logs {
      let source = set.sources[log.source]
      #expect(source.entries > 0 && source.unrecognisedLines == 0, "\(source.path)")
      #expect(log.isZoneStated == (source.zoneBasis == .stated), "\(source.path)")
    }
  }

  private struct Truth: Decodable {
    struct Secret: Decodable {
      var source: String
      var example: String
      var firstLine: Int?
    }
    var fakeSecrets: [Secret]
  }

  @Test(.enabled(if: !incidents.isEmpty, "the corpora are not unpacked"), arguments: incidents)
  func `the secrets of the texts are masked`(incident: String) throws {
    let root = Self.folder.appendingPathComponent(incident)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let truth = try decoder.decode(Truth.self, from: Data(contentsOf: root.appendingPathComponent("truth.json")))
    let excerpts = ExcerptReader(paths: [root.path + "/evidence"])
    for secret in truth.fakeSecrets {
      guard let line = secret.firstLine else { continue }
      let value = secret.example.split(whereSeparator: { "= ".contains($0) }).last.map(String.init) ?? secret.example
      let needle = secret.example.contains("=") || secret.example.hasPrefix("Bearer") ? value : secret.example
      let shown = excerpts.excerpts(of: secret.source, around: [line], context: 50)[line] ?? []
      #expect(shown.first { $0.line == line }?.text.contains(Masking.mark) == true, "\(secret.source):\(line)")
      #expect(shown.first { $0.text.contains(needle) } == nil, "\(secret.source): \(needle)")
    }
  }
}
