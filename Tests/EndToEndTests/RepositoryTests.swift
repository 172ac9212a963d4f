import Foundation
import Testing

/// Documents of a team that lie in a git repository elsewhere.
@Suite(.timeLimit(.minutes(15))) struct RepositoryTests {
  private func type(_ bench: Workbench, _ arguments: String...) throws -> BuiltBinary.Outcome {
    try FileManager.default.createDirectory(at: Self.temporary(bench), withIntermediateDirectories: true)
    return try BuiltBinary.run(
      arguments, in: bench.folder,
      environment: [
        "MAYDAY_RECORD": bench.folder.appendingPathComponent("record.sqlite").path, "MAYDAY_USER": "kim",
        "MAYDAY_URL": "", "MAYDAY_TOKEN": "", "COLUMNS": "80", "NO_COLOR": "1", "TZ": "UTC",
        "TMPDIR": Self.temporary(bench).path,
      ])
  }

  private static func temporary(_ bench: Workbench) -> URL { bench.folder.appendingPathComponent("temporary") }

  private func git(_ arguments: String..., in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", folder.path, "-c", "user.name=Kim", "-c", "user.email=kim@example.org"] + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  /// A repository with a plan, a scenario, a read-me, a link out of it, and a second plan on a branch.
  private func repository(_ bench: Workbench) throws -> String {
    let folder = bench.folder.appendingPathComponent("team/readiness")
    let plans = folder.appendingPathComponent("plans")
    try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
    try git("init", "--quiet", "--initial-branch=main", in: folder)
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try write("# Readiness\n\nWhat we have ready.\n", "README.md")
    try write(Self.plan("queue-full", "The queue is full"), "plans/queue.md")
    try write(
      "---\nscenario: full-monday\nplan: queue-full\n---\n# Full on Monday\n\n## Injects\n"
        + "| # | at | kind | from | what comes |\n|--|--|--|--|--|\n| 1 | 0 min | alert | monitoring | Queue at 98 %. |\n",
      "full-monday.md")
    try write("# Secret of this machine\n\n1. Read me\n", "../outside.md")
    try FileManager.default.createSymbolicLink(
      atPath: plans.appendingPathComponent("link.md").path, withDestinationPath: "../../outside.md")
    try git("add", "-A", in: folder)
    try git("commit", "--quiet", "-m", "Begin", in: folder)
    try git("switch", "--quiet", "-c", "next", in: folder)
    try write(Self.plan("disk-full", "The disk is full"), "plans/disk.md")
    try git("add", "-A", in: folder)
    try git("commit", "--quiet", "-m", "Add the disk", in: folder)
    try git("switch", "--quiet", "main", in: folder)
    return "file://" + folder.path
  }

  private static func plan(_ name: String, _ title: String) -> String {
    """
    ---
    plan: \(name)
    ---
    # \(title)

    ## Steps
    | # | step | who | result | within |
    |---|------|-----|--------|--------|
    | 1 | Look at the length | engineer | The length is written down | 5 min |

    """
  }

  @Test func `plans and scenarios come from an address, each says from which commit, and the rest is left out`() throws
  {
    let bench = try Workbench()
    let address = try repository(bench)
    let saved = try type(bench, "plan", "save", address)
    #expect(saved.status == 0, "\(saved.errors)")
    #expect(saved.output.contains("Saved: queue-full The queue is full"))
    #expect(!saved.output.contains("disk-full"))
    #expect(saved.errors.contains("Left out, without steps: ") && saved.errors.contains("README.md"))
    let shown = try type(bench, "plan", "show", "queue-full", "--format", "json")
    #expect(shown.output.contains("\(address)@"), "the record says where it came from: \(shown.output.prefix(600))")
    #expect(!shown.output.contains("mayday-fetched"))
    let later = try type(bench, "plan", "save", address, "--reference", "next")
    #expect(later.output.contains("Saved: disk-full"), "\(later.errors)")
    #expect(later.errors.contains("queue-full: as it was"))
    #expect(!(try type(bench, "plan", "list").output.contains("Secret of this machine")))
    let scenario = try type(bench, "drill", "scenario", "save", address)
    #expect(scenario.status == 0 && scenario.output.contains("Saved: full-monday"), "\(scenario.errors)")
    let library = try type(bench, "library", "read", address, "--all")
    #expect(library.output.contains("README.md"), "\(library.errors)")
    #expect(!library.output.contains("Secret of this machine"))
    let left = try FileManager.default.contentsOfDirectory(atPath: Self.temporary(bench).path)
    #expect(left.isEmpty, "what was fetched is gone: \(left)")
  }

  @Test func `an address that leads nowhere, and a reference that is none, are told with what to do`() throws {
    let bench = try Workbench()
    let address = try repository(bench)
    let gone = try type(bench, "plan", "check", "file://ann:secret@/nowhere/readiness.git")
    #expect(gone.status == 2)
    #expect(gone.errors.contains("cannot be fetched") && gone.errors.contains("git ls-remote"), "\(gone.errors)")
    #expect(!gone.errors.contains("secret"))
    let unknown = try type(bench, "plan", "check", address, "--reference", "no-such-branch")
    #expect(unknown.status == 2 && unknown.errors.contains("no-such-branch"), "\(unknown.errors)")
    let option = try type(bench, "plan", "check", address, "--reference=--upload-pack=true")
    #expect(option.status == 2 && option.errors.contains("is no branch, tag or commit"), "\(option.errors)")
    let folder = try type(bench, "plan", "check", "team", "--reference", "main")
    #expect(folder.status == 2 && folder.errors.contains("git switch to what you want"), "\(folder.errors)")
  }
}
