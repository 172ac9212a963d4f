import Foundation
import Testing

/// The reading library as a person uses it, with and without a record.
@Suite(.timeLimit(.minutes(15))) struct ReadingLibraryTests {
  private func type(_ bench: Workbench, _ arguments: String...) throws -> BuiltBinary.Outcome {
    try BuiltBinary.run(
      arguments, in: bench.folder,
      environment: [
        "MAYDAY_RECORD": bench.folder.appendingPathComponent("record.sqlite").path, "MAYDAY_USER": "kim",
        "MAYDAY_URL": "", "MAYDAY_TOKEN": "", "COLUMNS": "80", "NO_COLOR": "1", "TZ": "UTC",
      ])
  }

  private func text(_ bench: Workbench, _ name: String = "mayday.yaml") throws -> String {
    try String(contentsOf: bench.folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func `it is listed, read and taken from without a record, and makes none`() throws {
    let bench = try Workbench()
    let list = try type(bench, "read")
    #expect(list.status == 0, "\(list.errors)")
    #expect(list.output.hasPrefix("Next for you: "))
    for line in list.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(try type(bench, "read", "gitlab-2017").output.contains("Executive summary"))
    #expect(try type(bench, "read", "gitlab-2017", "--questions").output.contains("3. "))
    #expect(try type(bench, "read", "gitlab-2017", "--sources").output.contains("https://"))
    let near = try type(bench, "read", "gitlab")
    #expect(near.status == 2 && near.errors.contains("mayday read gitlab-2017"))
    #expect(!FileManager.default.fileExists(atPath: bench.folder.appendingPathComponent("record.sqlite").path))
  }

  @Test func `a guard is adopted, read and run, and never twice`() throws {
    let bench = try Workbench()
    let adopted = try type(bench, "read", "gitlab-2017", "--adopt-guard", "newest-backup-is-real")
    #expect(adopted.status == 0, "\(adopted.errors)")
    #expect(adopted.output.contains("mayday.yaml:3: the guard 'newest-backup-is-real' stands there."))
    #expect(try type(bench, "guard", "list").output.contains("newest-backup-is-real"))
    let before = try text(bench)
    let again = try type(bench, "read", "gitlab-2017", "--adopt-guard", "newest-backup-is-real")
    #expect(again.status == 2)
    #expect(again.errors.contains("has a guard 'newest-backup-is-real' on line 3"))
    #expect(try text(bench) == before)
    _ = try type(bench, "read", "gitlab-2017", "--adopt-guard", "dump-and-server-same-version")
    #expect(try text(bench).hasPrefix(before), "what stood there stays, byte for byte")
    let run = try type(bench, "guard", "run", "newest-backup-is-real")
    #expect(run.output.contains("newest-backup-is-real"))
    let unknown = try type(bench, "read", "gitlab-2017", "--adopt-guard", "none")
    #expect(unknown.status == 2 && unknown.errors.contains("--adopt-guard newest-backup-is-real"))
  }

  @Test func `a file that cannot be read is left as it is, and its line is named`() throws {
    let bench = try Workbench()
    let file = bench.folder.appendingPathComponent("ours.yaml")
    try "guards:\n  - name: A b\n".write(to: file, atomically: true, encoding: .utf8)
    let refused = try type(
      bench, "read", "gitlab-2017", "--adopt-guard", "newest-backup-is-real", "--file", "ours.yaml")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("ours.yaml:2: error:"))
    #expect(try text(bench, "ours.yaml") == "guards:\n  - name: A b\n")
  }

  @Test func `a line goes into the record, and what was read is marked`() throws {
    let bench = try Workbench()
    let line = try type(bench, "read", "gitlab-2017", "--adopt-line", "1", "--process", "deploy")
    #expect(line.status == 0, "\(line.errors)")
    #expect(line.output.contains("Line 1 of the checklist 'deploy'"))
    #expect(try type(bench, "checklist", "show", "deploy").output.contains("from the reading gitlab-2017"))
    let marked = try type(bench, "read", "gitlab-2017", "--mark", "--note", "We restore one on Tuesday.")
    #expect(marked.status == 0, "\(marked.errors)")
    let list = try type(bench, "read").output
    #expect(list.contains("✓ gitlab-2017"))
    #expect(!list.hasPrefix("Next for you: gitlab-2017"))
    #expect(try type(bench, "read", "gitlab-2017").output.contains("We restore one on Tuesday."))
    let json = try type(bench, "read", "gitlab-2017", "--format", "json").output
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(whole["circleCount"] as? Int == 1)
  }

  @Test(arguments: [
    ["read", "--mark"], ["read", "gitlab-2017", "--mark", "--questions"], ["read", "gitlab-2017", "--note", "x"],
    ["read", "gitlab-2017", "--kind", "dns"], ["read", "--kind", "weather"], ["read", "gitlab-2017", "--file", "x"],
    ["read", "gitlab-2017", "--adopt-line", "99"], ["read", "gitlab-2017", "--mark", "--day", "yesterday"],
  ])
  func `what does not go together is said`(arguments: [String]) throws {
    let bench = try Workbench()
    let outcome = try BuiltBinary.run(
      arguments, in: bench.folder,
      environment: ["MAYDAY_RECORD": bench.folder.path + "/record.sqlite", "MAYDAY_URL": "", "MAYDAY_USER": "kim"])
    #expect(outcome.status == 2)
    #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
  }
}
