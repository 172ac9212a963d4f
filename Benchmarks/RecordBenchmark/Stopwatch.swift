import Foundation

/// Measures and prints: the first time apart, then the middle and the worst of the next ones, and what the processor
/// worked for one.
struct Stopwatch {
  static let repeats = 15

  /// `body` returns what it found, to be printed beside the times; nil: nothing to say.
  func measure(_ name: String, _ body: () async throws -> String?) async throws {
    var said: String?
    let first = try await Self.seconds { said = try await body() }
    var times: [Double] = []
    let before = Self.processorSeconds
    for _ in 0..<Self.repeats { times.append(try await Self.seconds { _ = try await body() }) }
    let worked = (Self.processorSeconds - before) / Double(Self.repeats)
    times.sort()
    print(
      "\(name): first \(Self.shown(first)), then median \(Self.shown(times[times.count / 2])), most \(Self.shown(times[times.count - 1])), processor \(Self.shown(worked))\(said.map { "; \($0)" } ?? "")"
    )
  }

  static func seconds(_ body: () async throws -> Void) async throws -> Double {
    let duration = try await ContinuousClock().measure { try await body() }
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  /// Of all threads: what a machine that had other work took for it alone.
  static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  static func shown(_ seconds: Double) -> String {
    seconds < 1 ? "\((seconds * 10_000).rounded() / 10) ms" : "\((seconds * 100).rounded() / 100) s"
  }

  /// The most memory that the process has held so far, in MB; nil where the system does not say.
  static var peakMegabytes: Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 / 1024 }
  }
}
