import Foundation
import Testing

/// What is left after writers were killed at random moments; `RecordBenchmark kill` does it as often as one likes.
struct KillTests {
  @Test func `after kills under load the record holds what was acknowledged, once`() throws {
    let bench = try Workbench()
    let program = BuiltBinary.url.deletingLastPathComponent().appendingPathComponent("RecordBenchmark")
    let outcome = try BuiltBinary.run(
      ["kill", bench.folder.appendingPathComponent("record").path, "--times", "15"], in: bench.folder, program: program)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.hasPrefix("15 kills"))
  }
}
