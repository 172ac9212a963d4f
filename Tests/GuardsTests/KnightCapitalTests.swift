import Foundation
import Guards
import Testing

/// The guards of the example fail on the state of that morning, and hold once it is mended.
struct KnightCapitalTests {
  private static let example = Repository.url.appendingPathComponent("Examples/knight-capital/guards")

  private func run(in folder: URL) async throws -> GuardRunReport {
    let text = try String(contentsOf: folder.appendingPathComponent("mayday.yaml"), encoding: .utf8)
    let file = try GuardFile(parsing: text, path: "mayday.yaml")
    return await GuardRunner(folder: folder.path).run(file.guards)
  }

  @Test func `both fail on the state of that morning`() async throws {
    let report = try await run(in: Self.example)
    #expect(report.results.map(\.name) == ["all-servers-one-build", "power-peg-flag-retired"])
    #expect(report.results.map(\.outcome) == [.broken, .broken], "\(report.results.map(\.summary))")
    #expect(report.exitStatus == 1)
    let build = report.results[0]
    #expect(build.summary == "7 of 8 servers run build 99497b03dbb8 (exit status 1, expected 0)")
    #expect(build.detail.contains("smars08 runs fad9d807a0c2, the others 99497b03dbb8"))
    #expect(build.protects == "INC-1")
    let flag = report.results[1]
    #expect(flag.detail.contains("router/OrderFlags.java:8: "))
    #expect(flag.detail.contains("servers/smars08/running.properties:3: flag.7=POWER_PEG"))
  }

  @Test func `both hold on a mended copy`() async throws {
    let folder = try TestFolder()
    let copy = folder.url.appendingPathComponent("guards")
    try FileManager.default.copyItem(at: Self.example, to: copy)
    for number in 1...8 {
      try "release=2012.07.3\nbuild=0c5d11a2e7f4\nflag.8=RETAIL_LIQUIDITY\n".write(
        to: copy.appendingPathComponent("servers/smars0\(number)/running.properties"), atomically: true, encoding: .utf8
      )
    }
    let flags = copy.appendingPathComponent("router/OrderFlags.java")
    let mended = try String(contentsOf: flags, encoding: .utf8).replacingOccurrences(of: "1 << 7", with: "1 << 8")
    try mended.write(to: flags, atomically: true, encoding: .utf8)
    let report = try await run(in: copy)
    #expect(report.results.map(\.outcome) == [.held, .held], "\(report.results.map(\.summary))")
    #expect(report.results[0].summary == "8 of 8 servers run build 0c5d11a2e7f4")
    #expect(report.exitStatus == 0)
    // A server that is not there, or does not know its build, is not one of eight.
    try FileManager.default.removeItem(at: copy.appendingPathComponent("servers/smars05"))
    #expect(try await run(in: copy).results[0].outcome == .broken)
  }
}
