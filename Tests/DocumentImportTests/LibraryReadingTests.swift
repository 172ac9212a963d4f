import DocumentImport
import Foundation
import Testing

/// Folders and repositories, made for each test.
struct LibraryReadingTests {
  private final class Place {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-\(UUID().uuidString)").path

    init(_ files: [String: String]) throws {
      for (name, text) in files {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func git(_ arguments: String...) throws { _ = try run(arguments) }

    func output(_ arguments: String...) throws -> String {
      try run(arguments).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func run(_ arguments: [String]) throws -> String {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments =
        ["git", "-C", path, "-c", "user.name=Kim", "-c", "user.email=kim@example.org", "-c", "commit.gpgsign=false"]
        + arguments
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0, "git \(arguments)")
      return String(decoding: data, as: UTF8.self)
    }
  }

  private static let postmortem = """
    # Outage of the ferry gate on 2026-02-03

    ## Impact

    No car came on board from 10:00 to 11:30 UTC.

    ## Root cause

    The gate waited for a signal that a cable no longer carried.

    ## Timeline

    - 10:00 UTC the gate stays shut

    ## Action items

    - Replace the cable (Kim, 2026-02-10)
    """

  private static let others: [String: String] = [
    "README.md": "# Postmortems\n\nThis repository holds what we learned. Read the guide first, then open a change.\n",
    "CONTRIBUTING.md":
      "# Contributing\n\n## Timeline\n\nReviews take two days.\n\n## Actions\n\nOpen a change, and name a reviewer.\n",
    "template.md":
      "# Postmortem template\n\n## Impact\n\n<what users felt>\n\n## Root cause\n\nTBD\n\n## Timeline\n\n- HH:MM \n\n## Action items\n\nTODO\n",
    "index.md":
      "# All postmortems\n\n"
      + (1...8).map { "- [The outage of day \($0)](day-\($0).md)\n" }.joined(),
  ]

  private func read(_ paths: [String], _ reference: String? = nil) throws -> (
    [String: ImportOutcome], LibraryReading.Skipped
  ) {
    var outcomes: [String: ImportOutcome] = [:]
    let skipped = try LibraryReading(paths: paths, reference: reference).read { outcome in
      switch outcome {
      case .document(let document): outcomes[document.path] = outcome
      case .refused(let path, _, _): outcomes[path] = outcome
      }
    }
    return (outcomes, skipped)
  }

  private func document(_ outcome: ImportOutcome?) throws -> ImportedDocument {
    guard case .document(let document)? = outcome else {
      throw ImportRefusal(.unreadable, "\(String(describing: outcome))")
    }
    return document
  }

  @Test func `a folder gives its postmortems, and says why others are left out`() throws {
    var files = Self.others
    files["2026/gate.md"] = Self.postmortem
    files["notes.swift"] = "let x = 1\n"
    files["node_modules/x/gate.md"] = Self.postmortem
    files[".hidden/gate.md"] = Self.postmortem
    files["paper.pdf"] = "%PDF-1.7 "
    let place = try Place(files)
    let (outcomes, skipped) = try read([place.path])
    #expect(Set(outcomes.keys) == Set(Self.others.keys).union(["2026/gate.md", "paper.pdf"]))
    let gate = try document(outcomes["2026/gate.md"])
    #expect(gate.leftOut == nil)
    #expect(gate.title == "Outage of the ferry gate on 2026-02-03")
    #expect(gate.markdown == Self.postmortem)
    for name in Self.others.keys { #expect(try document(outcomes[name]).leftOut != nil, "\(name) is no postmortem") }
    #expect(try document(outcomes["template.md"]).leftOut?.contains("template") == true)
    #expect(try document(outcomes["index.md"]).leftOut?.contains("list of links") == true)
    guard case .refused(_, _, let refusal)? = outcomes["paper.pdf"] else {
      Issue.record("a PDF was read")
      return
    }
    #expect(refusal.code == .binary)
    #expect(skipped.otherFiles == 1)
  }

  @Test func `a repository is read as it was at a commit, bare or not`() throws {
    let place = try Place(["gate.md": Self.postmortem, "old/README.md": "# Read me\n\nNothing here.\n"])
    try place.git("init", "-q", "-b", "main")
    try place.git("add", "-A")
    try place.git("commit", "-q", "-m", "first")
    try place.git("tag", "v1")
    try Data("# Something else\n".utf8).write(to: URL(fileURLWithPath: place.path + "/gate.md"))
    try place.git("commit", "-q", "-a", "-m", "second")
    let (then, _) = try read([place.path], "v1")
    #expect(try document(then["gate.md"]).markdown == Self.postmortem)
    #expect(try document(then["gate.md"]).origin.contains("@"))
    let (now, _) = try read([place.path])
    #expect(try document(now["gate.md"]).markdown == "# Something else\n")
    #expect(try document(now["gate.md"]).origin.contains("@"))
    let bare = try Place([:])
    try place.git("clone", "-q", "--bare", place.path, bare.path)
    let (cloned, _) = try read([bare.path])
    #expect(Set(cloned.keys) == ["gate.md", "old/README.md"])
    #expect(try document(try read([bare.path], "v1").0["gate.md"]).markdown == Self.postmortem)
  }

  @Test func `many files of a repository come in order, and a damaged one costs only itself`() throws {
    var files: [String: String] = ["big.md": String(repeating: "a line of words\n", count: 600_000)]
    for number in 100..<160 { files["day-\(number).md"] = Self.postmortem + "\n- \(number)\n" }
    files["day-130.md"] = "# Damaged \(UUID().uuidString)\n"
    files["empty.md"] = ""
    let place = try Place(files)
    try place.git("init", "-q", "-b", "main")
    try place.git("add", "-A")
    try place.git("commit", "-q", "-m", "first")
    let object = try place.output("rev-parse", "HEAD:day-130.md")
    let blob = place.path + "/.git/objects/" + object.prefix(2) + "/" + object.dropFirst(2)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: blob)
    try Data("no object".utf8).write(to: URL(fileURLWithPath: blob))
    var order: [String] = []
    var refused: [String: ImportRefusal.Code] = [:]
    _ = try LibraryReading(paths: [place.path], reference: "main").read { outcome in
      switch outcome {
      case .document(let document):
        order.append(document.path)
        let number = document.path.dropFirst(4).prefix(3)
        #expect(document.markdown.hasSuffix("- \(number)\n"), "\(document.path)")
      case .refused(let path, _, let refusal):
        order.append(path)
        refused[path] = refusal.code
      }
    }
    #expect(order == files.keys.sorted())
    #expect(refused == ["big.md": .tooLarge, "day-130.md": .unreadable, "empty.md": .empty])
  }

  @Test func `a repository without its blobs, or without a commit, is said to be one`() throws {
    let place = try Place(["gate.md": Self.postmortem])
    try place.git("init", "-q", "-b", "main")
    try place.git("add", "-A")
    try place.git("commit", "-q", "-m", "first")
    try place.git("commit", "-q", "--allow-empty", "-m", "second")
    let shallow = try Place([:])
    try place.git("clone", "-q", "--depth", "1", "file://" + place.path, shallow.path + "/s")
    let (outcomes, _) = try read([shallow.path + "/s"], "main")
    #expect(try document(outcomes["gate.md"]).markdown == Self.postmortem)
    let empty = try Place([:])
    try place.git("init", "-q", "--bare", empty.path + "/e")
    #expect(throws: ImportRefusal.self) { try read([empty.path + "/e"]) }
  }

  @Test func `what a folder holds beside documents is counted, and nothing waits`() throws {
    let deep = (0..<70).map { "d\($0)" }
    let place = try Place([
      "gate.md": Self.postmortem, deep.prefix(3).joined(separator: "/") + "/gate.md": Self.postmortem,
      deep.joined(separator: "/") + "/gate.md": Self.postmortem,
    ])
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: place.path + "/loop", withDestinationPath: place.path)
    try manager.createSymbolicLink(atPath: place.path + "/gone.md", withDestinationPath: "nowhere")
    #expect(mkfifo(place.path + "/pipe.md", 0o600) == 0)
    let (outcomes, skipped) = try read([place.path])
    #expect(Set(outcomes.keys) == ["gate.md", "d0/d1/d2/gate.md"])
    #expect(skipped.links == 2)
    #expect(skipped.deepFolders == 1)
    #expect(throws: ImportRefusal.self) { try read([place.path + "/pipe.md"]) }
    #expect(throws: ImportRefusal.self) { try read([place.path + "/gone.md"]) }
    #expect {
      try read(["https://example.org/gate"])
    } throws: { error in
      "\(error)".contains("is no address of a git repository")
    }
  }

  @Test func `what is not there, and what is no repository, is refused with what to do`() throws {
    let place = try Place(["gate.md": Self.postmortem])
    #expect(throws: ImportRefusal.self) { try read([place.path + "/nothing"]) }
    #expect(throws: ImportRefusal.self) { try read([place.path], "main") }
    #expect(throws: ImportRefusal.self) { try read([place.path + "/gate.md"], "main") }
    #expect(throws: ImportRefusal.self) { try read([place.path], "--output=/tmp/x") }
    let (one, _) = try read([place.path + "/gate.md"])
    #expect(one.keys.sorted() == ["gate.md"])
  }
}
