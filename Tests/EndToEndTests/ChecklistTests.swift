import Foundation
import Testing

/// The lesson of Knight Capital in the process: the guard runs against the state of that morning, and the deploy stops.
@Suite(.timeLimit(.minutes(15))) struct ChecklistTests {
  /// The example's guards beside a fresh record.
  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try FileManager.default.copyItem(
      at: BuiltBinary.package.appendingPathComponent("Examples/knight-capital/guards"),
      to: bench.folder.appendingPathComponent("guards"))
    return bench
  }

  private func type(_ bench: Workbench, _ arguments: String...) throws -> BuiltBinary.Outcome {
    try BuiltBinary.run(
      arguments, in: bench.folder,
      environment: [
        "MAYDAY_RECORD": bench.folder.appendingPathComponent("record.sqlite").path, "MAYDAY_USER": "kim",
        "MAYDAY_URL": "", "MAYDAY_TOKEN": "",
      ])
  }

  @Test func `the deploy stops on the state of that morning, and goes on once all eight run one build`() throws {
    let bench = try bench()
    let made = try type(
      bench, "checklist", "add", "deploy", "Every server runs the same build", "--check", "all-servers-one-build")
    #expect(made.status == 0, "\(made.errors)")
    _ = try type(
      bench, "checklist", "add", "deploy", "Is a flag in this change used again?", "--expects", "no")
    let missing = try type(bench, "checklist", "deploy", "--guards", "guards/mayday.yaml")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("2. Is a flag in this change used again?"))
    let run = ["checklist", "deploy", "--guards", "guards/mayday.yaml", "--answer", "2=no", "--subject", "SMARS"]
    let stopped = try BuiltBinary.run(
      run, in: bench.folder, environment: ["MAYDAY_RECORD": bench.folder.path + "/record.sqlite", "MAYDAY_URL": ""])
    #expect(stopped.status == 1, "\(stopped.errors)")
    #expect(stopped.output.contains("deploy for SMARS: stopped by line 1. Recorded."))
    #expect(stopped.output.contains("Not reached: 2."), "it stops at the first line that is not good")
    #expect(stopped.errors.contains("not reached"))
    #expect(stopped.output.contains("7 of 8"))
    let servers = bench.folder.appendingPathComponent("guards/servers")
    let good = try Data(contentsOf: servers.appendingPathComponent("smars01/running.properties"))
    try good.write(to: servers.appendingPathComponent("smars08/running.properties"))
    let gone = try BuiltBinary.run(
      run, in: bench.folder, environment: ["MAYDAY_RECORD": bench.folder.path + "/record.sqlite", "MAYDAY_URL": ""])
    #expect(gone.status == 0, "\(gone.output)\(gone.errors)")
    let shown = try type(bench, "checklist", "show", "deploy")
    #expect(shown.output.contains("has stopped 1 of 2 since"))
    let unknown = try type(bench, "checklist", "deploy", "--answer", "2=no")
    #expect(unknown.status == 3, "a guard that cannot be found is never green, and caught nothing")
    #expect(unknown.output.isEmpty)
    #expect(unknown.errors.contains("neither go nor stop"))
    #expect(unknown.errors.contains("--guards"))
    #expect(try type(bench, "checklist", "show", "deploy").output.contains("has stopped 1 of 2 since"))
  }

  @Test func `an answer that says nothing is refused before anything is checked`() throws {
    let bench = try bench()
    let none = try type(bench, "checklist", "deploy")
    #expect(none.status == 2)
    _ = try type(bench, "checklist", "add", "deploy", "Is a flag used again?", "--expects", "no")
    _ = try type(bench, "checklist", "add", "deploy", "Who watches?", "--expects", "words")
    let shown = try type(bench, "checklist", "show", "deploy")
    #expect(shown.output.hasPrefix("deploy\n"), "a title that says the same is left out: \(shown.output)")
    let unsaid = try type(bench, "checklist", "deploy", "--answer", "1=no")
    #expect(unsaid.errors.contains("--answer 2=\"…\""))
    let vague = try type(bench, "checklist", "deploy", "--answer", "1=perhaps", "--answer", "2=kim")
    #expect(vague.status == 2)
    #expect(vague.errors.contains("'perhaps', which is neither yes nor no"))
    let other = try type(bench, "checklist", "release")
    #expect(other.errors.contains("mayday checklist add release"))
  }

  @Test func `what a guard saw is reported to the record`() throws {
    let bench = try bench()
    let run = try type(
      bench, "guard", "run", "all-servers-one-build", "--file", "guards/mayday.yaml", "--report", "--place", "ci")
    #expect(run.status == 1, "\(run.errors)")
    let again = try type(
      bench, "guard", "run", "all-servers-one-build", "--file", "guards/mayday.yaml", "--report", "--place", "ci")
    #expect(again.status == 1)
    #expect(again.errors.contains("Reported 1 result to "))
    let old = try type(
      bench, "guard", "run", "all-servers-one-build", "--file", "guards/mayday.yaml", "--format", "people")
    #expect(old.output == again.output, "text was called people")
    for command in ["list", "check"] {
      let listed = try type(bench, "guard", command, "--file", "guards/mayday.yaml", "--format", "json")
      let json = try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [String: Any]
      #expect(json?["schemaVersion"] as? Int == 1, "\(command)")
    }
    let contradiction = try type(bench, "guard", "run", "--file", "guards/mayday.yaml", "--place", "ci")
    #expect(contradiction.status == 2)
  }
}
