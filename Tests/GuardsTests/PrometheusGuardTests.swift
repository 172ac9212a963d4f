import Foundation
import Guards
import Testing

/// Queries to a real Prometheus that looks at itself; one at a time, because it takes seconds to have seen anything.
@Suite(
  .serialized,
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/prometheus"), "prometheus is not installed"))
struct PrometheusGuardTests {
  private struct NotReady: Error {}

  private static func freePort() throws -> UInt16 {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(socket, generic, size) == 0 ? getsockname(socket, generic, &size) : -1
      }
    }
    guard status == 0 else { throw NotReady() }
    return UInt16(bigEndian: address.sin_port)
  }

  private func query(_ text: String, _ expect: String, at server: String) async throws -> GuardResult {
    let expectation = try #require(PromQLExpectation(expect))
    let check = PromQLCheck(query: text, server: server, expect: expectation)
    // What is asked here is what it answers, not how soon: a busy machine may take its time.
    return await (try TestFolder()).run(.promql(check), within: 120)
  }

  @Test(.timeLimit(.minutes(15))) func `a real Prometheus answers`() async throws {
    let folder = try TestFolder()
    let port = try Self.freePort()
    let config = try folder.write(
      """
      global: {scrape_interval: 1s}
      scrape_configs:
        - job_name: itself
          static_configs: [{targets: ["127.0.0.1:\(port)"]}]
      """, to: "prometheus.yml")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/prometheus")
    process.arguments = [
      "--config.file=\(config)", "--storage.tsdb.path=\(folder.path)/data", "--web.listen-address=127.0.0.1:\(port)",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let server = "http://127.0.0.1:\(port)/"
    let end = ContinuousClock.now + .seconds(300)
    var up = try await query("up{job=\"itself\"} == 1", "not-empty", at: server)
    while up.outcome != .held, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(200))
      up = try await query("up{job=\"itself\"} == 1", "not-empty", at: server)
    }
    #expect(up.outcome == .held, "\(up.summary)")
    #expect(up.detail.contains("up{instance=\"127.0.0.1:\(port)\",job=\"itself\"} 1"), "\(up.detail)")
    for (text, expect, outcome, words) in Self.cases {
      let result = try await query(text, expect, at: server)
      #expect(result.outcome == outcome, "\(text) \(expect): \(result.summary)")
      #expect(result.summary.contains(words), "\(text) \(expect): \(result.summary)")
    }
  }

  /// A query, what is expected, and what is then said.
  private static let cases: [(String, String, GuardOutcome, String)] = [
    ("up", "> 0.99", .held, "is 1 (expected > 0.99)"),
    ("up", "< 1", .broken, "1 of 1 series not < 1: up{"),
    ("up == 0", "empty", .held, "no series, as expected"),
    ("up", "empty", .broken, "1 series, expected none"),
    ("absent_metric", "not-empty", .broken, "expected at least one"),
    ("absent_metric", "> 1", .unknown, "no series to compare"),
    ("up / 0 * 0", "> 0", .unknown, "without a number (NaN)"),
    ("up / 0", "> 1000", .held, "is +Inf"),
    ("vector(1) or label_replace(vector(5), \"a\", \"größe\", \"\", \"\")", "<= 1", .broken, "{a=\"größe\"} is 5"),
    ("scalar(vector(2))", "== 2", .held, "the value is 2"),
    ("up[1m]", "> 0", .unknown, "max_over_time"),
    ("\"words\"", "not-empty", .unknown, "a string, not series"),
    ("up{", "not-empty", .unknown, "the query is not valid: "),
    ("up + on(job) {__name__=~\"up|scrape_.*\"}", "not-empty", .unknown, "the query cannot be answered: "),
  ]

  @Test func `what is no Prometheus is unknown`() async throws {
    let closed = try await query("up", "not-empty", at: "http://127.0.0.1:1")
    #expect(closed.outcome == .unknown)
    #expect(closed.summary.hasPrefix("Prometheus was not asked: "))
    guard LoopbackServer.isPossible else { return }
    let server = try await LoopbackServer.start()
    defer { server.stop() }
    let other = try await query("up", "not-empty", at: server.url)
    #expect(other.outcome == .unknown)
    #expect(other.summary == "'\(server.url)' does not answer as Prometheus does (status 404)")
  }
}
