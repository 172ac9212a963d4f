import Chronology
import EvidenceReading
import Foundation
import PatternMining
import TimelineBuilding

/// A folder of evidence that is there for the length of a test.
final class EvidenceFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "timeline-\(UUID().uuidString)/evidence"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

  func write(_ file: String, _ lines: [String], modified: Instant? = nil) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
    let date = modified.map { Date(timeIntervalSince1970: Double($0.nanoseconds) / 1e9) } ?? Date()
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: url.path)
  }

  func report(options: TimelineOptions = TimelineOptions(), threads: Int = 2) throws -> TimelineReport {
    try Self.report([path], options: options, threads: threads)
  }

  static func report(
    _ paths: [String], options: TimelineOptions = TimelineOptions(), threads: Int = 2
  ) throws -> TimelineReport {
    var reading = ReadingOptions()
    reading.threads = threads
    let set = try EvidenceReader(options: reading).read(paths: paths) { PatternMiner(context: $0) }
    return TimelineBuilder(options: options).build(evidence: paths, set: set, excerpts: ExcerptReader(paths: paths))
  }
}

/// The same numbers in every run.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
