import Chronology
import EvidenceRecords
internal import Foundation

/// Runs a structured format on a source.
enum RecordReader {
  /// Bytes of a neighbouring file.
  private static let neighbourBytesMax = 16 * 1024 * 1024

  static func read(_ input: RecordInput, with format: any RecordFormat, into summary: inout SourceSummary)
    -> SourceReading
  {
    do {
      let reading = try format.read(input)
      summary.entries = reading.entries.count
      summary.lines = reading.lines
      summary.unrecognisedLines = reading.unrecognisedLines
      summary.unrecognisedSamples = reading.unrecognisedSamples
      summary.notes += reading.notes
      summary.first = reading.entries.map(\.instant).min()
      summary.last = reading.entries.map(\.instant).max()
      summary.zone = summary.first == nil ? nil : reading.zone
      summary.zoneBasis = reading.zoneBasis
      return SourceReading(summary: summary, records: reading.entries)
    } catch {
      summary.notes.append("cannot be read: \(error)")
      return SourceReading(summary: summary)
    }
  }

  /// A small file beside a source; none above the folder's parent, none that is absolute.
  static func neighbour(_ path: String, in folder: URL) -> [UInt8]? {
    let steps = path.split(separator: "/")
    guard !path.hasPrefix("/"), steps.count(where: { $0 == ".." }) <= 1, steps.dropFirst().allSatisfy({ $0 != ".." })
    else { return nil }
    let file = folder.appendingPathComponent(path).standardizedFileURL.path
    guard let status = FileStatus(file, followsLinks: true), status.isRegular, status.size <= neighbourBytesMax,
      let data = FileManager.default.contents(atPath: file)
    else { return nil }
    return Array(data)
  }
}
