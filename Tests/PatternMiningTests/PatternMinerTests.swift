import Chronology
import EvidenceReading
import PatternMining
import Testing

struct PatternMinerTests {
  private func mined(_ messages: [(String, LogLevel)], from first: Int64 = 0) -> MinedSource {
    var miner = PatternMiner(context: SourceContext(path: "oven.log", host: nil, service: nil))
    for (index, (message, level)) in messages.enumerated() {
      let bytes = Array(message.utf8)
      let entry = LogEntry(line: index + 1, instant: Instant(seconds: first + Int64(index)), level: level)
      miner.consume(entry, message: bytes.span)
    }
    return miner.finish()
  }

  @Test func `a pattern counts its lines and keeps the first, the last and the highest level`() throws {
    let source = mined([
      ("loaf 1 baked", .info), ("oven cold", .info), ("loaf 2 baked", .warning), ("loaf 33 baked", .info),
    ])
    let pattern = try #require(source.patterns.first)
    #expect(source.patterns.map(\.template) == ["loaf <*> baked", "oven cold"])
    #expect(pattern.count == 3)
    #expect(pattern.level == .warning)
    #expect(pattern.sample == "loaf 1 baked")
    #expect((pattern.first.line, pattern.last.line) == (1, 4))
    #expect(source.total.buckets.reduce(0) { $0 + $1.count } == 4)
  }

  @Test func `a pattern is the same in every source`() {
    let one = mined([("loaf 1 baked", .info)])
    let other = mined([("oven cold", .info), ("loaf 77 baked", .error)])
    #expect(one.patterns.first?.id == other.patterns.last?.id)
  }

  @Test func `the line below the head of an entry is a pattern of its own`() {
    var miner = PatternMiner(context: SourceContext(path: "oven.log", host: nil, service: nil))
    let bytes = Array("crumb lost".utf8)
    for isContinuation in [false, true] {
      miner.consume(
        LogEntry(line: 1, instant: Instant(seconds: 1), level: .info, isContinuation: isContinuation),
        message: bytes.span)
    }
    let source = miner.finish()
    #expect(source.total.buckets.first?.count == 1)
    #expect(source.patterns.first?.count == 2)
  }

  @Test func `beyond the limit lines are counted under their first words`() {
    var miner = PatternMiner(context: SourceContext(path: "oven.log", host: nil, service: nil), patternsMax: 100)
    let letters = Array("abcdefghijkl").map(String.init)
    // Words that all differ: nothing to generalise, each line a shape of its own.
    let lines = letters.flatMap { first in letters.map { "crumb of \(first)\($0) \(first)\($0) \(first)\($0)" } }
    for (index, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      miner.consume(LogEntry(line: index + 1, instant: Instant(seconds: 1), level: .info), message: bytes.span)
    }
    let source = miner.finish()
    #expect(source.overflowLines == 44)
    #expect(source.patterns.count == 101)
    #expect(source.patterns.last?.template == "crumb of <*>")
    #expect(source.patterns.last?.count == 44)
  }

  @Test func `two sources keep the same sample of the identifiers they share`() {
    func identifier(_ number: Int) -> String {
      let digits = String(number &* 2_654_435_761 % 0xffff_ffff, radix: 16)
      return String(repeating: "a", count: 16 - digits.count) + digits
    }
    let small = mined((0..<500).map { ("rid=\(identifier($0))", .info) })
    let large = mined((0..<12_000).map { ("got rid=\(identifier($0)) from queue", .info) })
    #expect(small.identifiers.count >= 490)
    #expect(large.identifiers.count <= PatternMiner.identifiersMax)
    let shared = Set(small.identifiers.keys).intersection(large.identifiers.keys)
    #expect(shared.count > 500 * PatternMiner.identifiersMax / 12_000 / 2)
  }

  @Test func `a line without an instant counts all the same`() {
    var miner = PatternMiner(context: SourceContext(path: "oven.log", host: nil, service: nil))
    let bytes = Array("no clock here".utf8)
    miner.consume(LogEntry(line: 1, instant: nil, level: .unknown), message: bytes.span)
    let source = miner.finish()
    #expect(source.patterns.first?.count == 1)
    #expect(source.total.buckets.isEmpty)
  }
}
