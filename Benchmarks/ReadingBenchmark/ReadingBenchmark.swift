import Chronology
import EvidenceReading
import EvidenceRecords
import Foundation

/// Reads evidence with a consumer that only counts, and prints what it took.
///
/// `ReadingBenchmark [--threads N] [--sources] [--messages N] PATH…`
@main
struct ReadingBenchmark {
  static func main() throws {
    var options = ReadingOptions()
    var printsSources = false
    var messages = 0
    var paths: [String] = []
    var arguments = CommandLine.arguments.dropFirst().makeIterator()
    while let argument = arguments.next() {
      switch argument {
      case "--threads": options.threads = arguments.next().flatMap { Int($0) } ?? options.threads
      case "--sources": printsSources = true
      case "--messages": messages = arguments.next().flatMap { Int($0) } ?? 3
      default: paths.append(argument)
      }
    }
    let kept = messages
    let started = ContinuousClock.now
    let set = try EvidenceReader(options: options).read(paths: paths) { _ in CountingConsumer(messagesMax: kept) }
    let elapsed = started.duration(to: .now)
    if printsSources { printSources(set) }
    let bytes = set.sources.reduce(0) { $0 + $1.bytes }
    let lines = set.sources.reduce(0) { $0 + $1.lines }
    let (cpu, peak) = usage()
    let megabytes = Double(bytes) / 1e6
    let wall = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    print(
      String(
        format: "%d sources, %.1f MB, %d lines: %.2f s CPU, %.2f s wall, %.0f MB/s of CPU time, peak %.0f MB",
        set.sources.count, megabytes, lines, cpu, wall, megabytes / cpu, peak))
  }

  private static func printSources(_ set: EvidenceSet<CountingConsumer>) {
    for (index, source) in set.sources.enumerated() {
      print(
        source.path, source.format, source.confidence, "host=\(source.host ?? "-")", "service=\(source.service ?? "-")",
        source.zone ?? "-", source.zoneBasis, source.first?.rfc3339 ?? "-", source.last?.rfc3339 ?? "-",
        "entries=\(source.entries)", "lines=\(source.lines)", "unread=\(source.unrecognisedLines)")
      for note in source.notes { print("    note:", note) }
      for sample in source.unrecognisedSamples { print("    \(sample.line)?", sample.text.prefix(150)) }
      for log in set.logs where log.source == index {
        for message in log.consumer.messages { print("      >", message.prefix(190)) }
      }
    }
  }

  /// CPU seconds of this process, and the most memory it held, in MB.
  private static func usage() -> (cpu: Double, peak: Double) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return (seconds(usage.ru_utime) + seconds(usage.ru_stime), Double(usage.ru_maxrss) / 1024)
  }
}

/// Counts entries and bytes of messages, and keeps the first few.
struct CountingConsumer: LogEntryConsumer {
  var messagesMax: Int
  var entries = 0
  var bytes = 0
  var messages: [String] = []

  init(messagesMax: Int) { self.messagesMax = messagesMax }

  mutating func consume(_ entry: LogEntry, message: Span<UInt8>) {
    entries += 1
    bytes += message.count
    guard messages.count < messagesMax else { return }
    var text: [UInt8] = []
    for index in 0..<message.count { text.append(message[index]) }
    messages.append(
      "\(entry.line) \(entry.instant?.rfc3339 ?? "-") \(entry.level) \(entry.isContinuation ? "+" : "") "
        + String(decoding: text, as: UTF8.self))
  }
}
