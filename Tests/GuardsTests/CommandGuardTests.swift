import Foundation
import Guards
import Testing

/// Commands, as they really run.
struct CommandGuardTests {
  private func shell(_ text: String) -> GuardKind { .command(CommandCheck(.shell(text))) }

  @Test func `a command that ends with 0 holds, and its last line says what was seen`() async throws {
    let result = await (try TestFolder()).run(shell("echo noise; echo '8 of 8 hosts run 649bdfb'"))
    #expect(result.outcome == .held)
    #expect(result.summary == "8 of 8 hosts run 649bdfb")
    #expect(result.detail == "noise\n8 of 8 hosts run 649bdfb\n")
    #expect(result.protects == "INC-1")
  }

  @Test func `another status is broken, and says which was expected`() async throws {
    let folder = try TestFolder()
    let result = await folder.run(shell("echo seven; echo why >&2; exit 4"))
    #expect(result.outcome == .broken)
    #expect(result.summary == "why (exit status 4, expected 0)")
    #expect(result.detail == "seven\nwhy\n")
    #expect(await folder.run(.command(CommandCheck(.shell("exit 4"), exit: 4))).outcome == .held)
  }

  @Test(arguments: [
    (CommandCheck(.shell("echo one two"), outputHas: "two"), GuardOutcome.held),
    (CommandCheck(.shell("echo one two"), outputHas: "three"), .broken),
    (CommandCheck(.shell("echo one two"), outputLacks: "two"), .broken),
    (CommandCheck(.shell("echo one two"), outputLacks: "three"), .held),
    (CommandCheck(.shell("echo one; echo two"), outputMatches: "^tw.$"), .held),
    (CommandCheck(.shell("echo one two"), outputMatches: "^tw.$"), .broken),
    (CommandCheck(.shell("printf 'größe ✓'"), outputHas: "✓"), .held),
    (CommandCheck(.shell("false"), exit: 1, outputHas: "x"), .broken),
  ])
  func `output is compared with what is expected`(check: CommandCheck, outcome: GuardOutcome) async throws {
    #expect(await (try TestFolder()).run(.command(check)).outcome == outcome)
  }

  @Test func `a program gets its arguments as they are, and no shell sees them`() async throws {
    let words = ["printf", "%s|", "a b", "$HOME", "'", "ü"]
    let result = await (try TestFolder()).run(.command(CommandCheck(.program(words))))
    #expect(result.detail == "a b|$HOME|'|ü|")
  }

  @Test func `a program that is not there is unknown, not broken`() async throws {
    let folder = try TestFolder()
    #expect(await folder.run(.command(CommandCheck(.program(["no-such-program-here"])))).outcome == .unknown)
    let result = await folder.run(shell("no-such-program-here"))
    #expect(result.outcome == .unknown)
    #expect(result.summary.hasPrefix("a program was not found"))
  }

  @Test func `only what is named passes into its environment`() async throws {
    let given = ["PATH": "/usr/bin:/bin", "HOME": "/home/it", "SECRET": "s", "TOKEN": "t", "LANG": "C"]
    let check = CommandCheck(.shell("env | sort"), env: ["TOKEN", "ABSENT"])
    let result = await (try TestFolder()).run(.command(check), environment: given)
    let names = Set(result.detail.split(separator: "\n").map { $0.prefix { $0 != "=" } })
    #expect(names.isSuperset(of: ["PATH", "HOME", "TOKEN", "LANG"]))
    #expect(!result.detail.contains("SECRET"))
    #expect(!result.detail.contains("ABSENT"))
  }

  @Test func `it runs in its folder, and a missing one is unknown`() async throws {
    let folder = try TestFolder()
    try folder.write("x", to: "in here/file")
    #expect(await folder.run(.command(CommandCheck(.shell("ls"), folder: "in here"))).detail == "file\n")
    let missing = await folder.run(.command(CommandCheck(.shell("ls"), folder: "gone")))
    #expect(missing.outcome == .unknown)
    #expect(missing.summary == "the folder 'gone' is not there")
  }

  @Test func `it reads nothing and holds no other file open`() async throws {
    let result = await (try TestFolder()).run(shell("cat; ls /proc/self/fd | tr '\\n' ' '"))
    #expect(result.outcome == .held)
    // The fourth is the folder that ls itself reads.
    #expect(result.detail.hasPrefix("0 1 2 3"))
    #expect(result.detail.split(separator: " ").count <= 4)
  }

  @Test func `one that ignores being asked is ended with all it started`() async throws {
    let folder = try TestFolder()
    let script = """
      trap '' TERM
      (trap '' TERM; echo $$ > child; while :; do sleep 0.1; done) &
      sh -c 'trap "" TERM; echo $$ > grandchild; while :; do sleep 0.1; done' &
      set -m
      sh -c 'echo $$ > job; exec sleep 600' &
      echo begun
      while :; do sleep 0.1; done
      """
    let result = await folder.run(shell(script), within: 1)
    #expect(result.outcome == .unknown)
    #expect(result.summary == "stopped after 1 s, its limit")
    #expect(result.detail.contains("begun"))
    for name in ["child", "grandchild", "job"] {
      let number = try #require(folder.read(name).flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) })
      #expect(isGone(number), "\(name) \(number) is left")
    }
  }

  @Test func `what a command leaves running ends with it`() async throws {
    let folder = try TestFolder()
    let result = await folder.run(shell("sh -c 'echo $$ > left; exec sleep 600' & while [ ! -s left ]; do :; done"))
    #expect(result.outcome == .held)
    let number = try #require(folder.read("left").flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) })
    #expect(isGone(number))
  }

  @Test func `cancelling ends what runs`() async throws {
    let folder = try TestFolder()
    let kind = shell("echo $$ > number; exec sleep 600")
    let work = Task { [path = folder.path] in
      await GuardRunner(folder: path).run([
        GuardDefinition(name: "a", title: "A", kind: kind), GuardDefinition(name: "b", title: "B", kind: kind),
      ])
    }
    for _ in 0..<500 where folder.read("number")?.isEmpty ?? true { try await Task.sleep(for: .milliseconds(20)) }
    work.cancel()
    let report = await work.value
    #expect(report.results.map(\.outcome) == [.unknown, .unknown])
    #expect(report.results.map(\.summary) == Array(repeating: "stopped before it was done", count: 2))
    #expect(report.exitStatus == 3)
  }

  @Test func `of much output the head and the tail are kept, and all of it is searched`() async throws {
    let script = "echo first; yes filler | head -c 3000000; echo needle; yes filler | head -c 3000000; echo; echo last"
    let folder = try TestFolder()
    let result = await folder.run(.command(CommandCheck(.shell(script), outputHas: "needle")))
    #expect(result.outcome == .held)
    #expect(result.summary == "last")
    #expect(result.detail.hasPrefix("first\n"))
    #expect(result.detail.contains(" bytes left out …"))
    #expect(result.detail.utf8.count < GuardLimits.outputBytesMax + 100)
    let lacks = await folder.run(.command(CommandCheck(.shell(script), outputLacks: "needle")))
    #expect(lacks.outcome == .broken)
    let matches = await folder.run(.command(CommandCheck(.shell(script), outputMatches: "needle")))
    #expect(matches.outcome == .unknown)
  }

  @Test func `output without end is stopped`() async throws {
    let result = await (try TestFolder()).run(shell("yes"), within: 60)
    #expect(result.outcome == .unknown)
    #expect(result.summary == "stopped: it wrote more than 64 MiB")
  }

  @Test func `a pattern that goes back and forth ends with its time`() async throws {
    let check = CommandCheck(
      .shell("printf '%s' aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"), outputMatches: "^(a+)+$")
    let result = await (try TestFolder()).run(.command(check), within: 1)
    #expect(result.outcome != .held)
  }

  @Test func `guards run side by side, and results keep their order`() async throws {
    let folder = try TestFolder()
    // Each waits for the other: one after the other they would never end.
    let guards = [("a", "b"), ("b", "a")].map { own, other in
      GuardDefinition(
        name: own, title: own, kind: shell("touch \(own); while [ ! -e \(other) ]; do sleep 0.05; done"),
        withinSeconds: 20)
    }
    let report = await GuardRunner(folder: folder.path, concurrency: 2).run(guards)
    #expect(report.results.map(\.name) == ["a", "b"])
    #expect(report.counts == GuardRunReport(results: report.results, started: report.started, seconds: 0).counts)
    #expect(report.exitStatus == 0)
  }

  @Test func `a command or a pattern of the record is not run`() async throws {
    let folder = try TestFolder()
    let kinds: [GuardKind] = [
      shell("touch ran"), .pattern(PatternCheck(.text("a"), paths: ["**"], must: .appear)),
    ]
    for kind in kinds {
      let definition = GuardDefinition(name: "it", title: "It", kind: kind)
      let result = await GuardRunner(folder: folder.path).run(definition, origin: .record)
      #expect(result.outcome == .unknown)
    }
    #expect(folder.read("ran") == nil)
  }

  /// Whether a process is no more, or only waits for its parent to take its status.
  private func isGone(_ number: Int32) -> Bool {
    guard let stat = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else { return true }
    return stat.contains(") Z ")
  }
}
