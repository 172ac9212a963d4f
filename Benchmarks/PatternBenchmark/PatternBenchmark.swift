import Chronology
import EvidenceReading
import Foundation
import PatternMining

/// Measures pattern mining by itself.
///
///     PatternBenchmark speed FILE…      MB and lines per second of processor time, patterns found
///     PatternBenchmark templates FILE   the template of each line, after merging, to compare with a ground truth
@main
struct PatternBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let mode = arguments.first, arguments.count > 1 else {
      print("usage: PatternBenchmark speed|templates FILE…")
      return
    }
    for path in arguments.dropFirst() {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      if mode == "speed" { speed(path, bytes) } else { templates(bytes) }
    }
  }

  private static func speed(_ path: String, _ bytes: [UInt8]) {
    var miner = PatternMiner(context: SourceContext(path: path, host: nil, service: nil))
    let start = clock()
    var line = 0
    forEachLine(bytes) { range in
      line += 1
      // Ten lines in a second, as a busy service writes them.
      let instant = Instant(nanoseconds: Int64(line) * 100_000_000)
      miner.consume(LogEntry(line: line, instant: instant, level: .info), message: bytes.span.extracting(range))
    }
    let mined = miner.finish()
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let rate = Double(bytes.count) / 1e6 / seconds
    print(
      "\(path): \(Int(rate)) MB/s, \(Int(Double(line) / seconds)) lines/s, \(mined.patterns.count) patterns, "
        + "\(mined.overflowLines) overflow lines")
  }

  private static func templates(_ bytes: [UInt8]) {
    var all: [String] = []
    forEachLine(bytes) { range in all.append(LineTemplate.template(of: Array(bytes[range]))) }
    let merged = TemplateMerging().generalised(Array(Set(all)).sorted())
    for template in all { print(merged[template] ?? template) }
  }

  private static func forEachLine(_ bytes: [UInt8], _ body: (Range<Int>) -> Void) {
    var start = 0
    for index in bytes.indices where bytes[index] == 10 {
      body(start..<index)
      start = index + 1
    }
    if start < bytes.count { body(start..<bytes.count) }
  }
}
