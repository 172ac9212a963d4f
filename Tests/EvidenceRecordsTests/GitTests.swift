import Chronology
import EvidenceRecords
import Foundation
import Testing

private let gitExecutable = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .map { "\($0)/git" }.first { FileManager.default.isExecutableFile(atPath: $0) }

/// Needs the `git` command, as Mayday itself does for repositories.
@Suite(.enabled(if: gitExecutable != nil))
struct GitTests {
  /// Three commits: code, then a setting of a host, then a document.
  private static let stream = """
    blob
    mark :1
    data 56
    def pay(cart):
        return bulk_mode and cart.maxItems()

    blob
    mark :2
    data 56
    pool.size=9
    db_password=hunter2secret
    # see RETRY_COUNT

    commit refs/heads/main
    mark :3
    author Kim B <kim@example.org> 1927000000 +0100
    committer Lee C <lee@example.org> 1927000100 +0100
    data 33
    Pay in bulk

    Because it\u{27}s faster

    M 100644 :1 services/till.py

    commit refs/heads/main
    mark :4
    committer Lee C <lee@example.org> 1927000200 +0000
    data 14
    Bigger pool \u{1F}

    from :3
    M 100644 :2 db-01/app.conf


    """

  private func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("git-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  private func git(_ arguments: String..., in folder: String, input: String? = nil) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(gitExecutable))
    process.arguments = ["-C", folder] + arguments
    process.environment = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "PATH": "/usr/bin:/bin"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = input.flatMap { FileHandle(forReadingAtPath: $0) } ?? FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  private func makeRepository(in folder: String) throws {
    try Data(Self.stream.utf8).write(to: URL(fileURLWithPath: folder + "/stream"))
    try git("init", "--quiet", "--bare", "repo.git", in: folder)
    try git("fast-import", "--quiet", in: folder + "/repo.git", input: folder + "/stream")
  }

  private func expectBothCommits(_ reading: RecordReading, source: String = "") {
    #expect(
      reading.titles.map { $0.drop { $0 != "\"" } }
        == ["\"Bigger pool\"", "\"Pay in bulk\""].map { Substring($0) })
    #expect(reading.instants == ["2031-01-24T05:50:00Z", "2031-01-24T05:48:20Z"])
    #expect(reading.changes.map(\.paths) == [["db-01/app.conf"], ["services/till.py"]])
    #expect(reading.changes.map(\.hosts) == [["db-01"], []])
    #expect(reading.entries.map(\.service) == [nil, "till"])
    #expect(reading.entries[1].reference.commit?.count == 40)
  }

  @Test func `a stream's commits carry paths, names and places`() throws {
    let reading = try RecordSample(Self.stream).read(with: GitStreamFormat())
    expectBothCommits(reading)
    let terms = reading.changes.map(\.terms)
    #expect(terms[1].starts(with: ["bulk_mode", "maxItems"]))
    #expect(terms[0].starts(with: ["pool.size", "db_password", "RETRY_COUNT"]))
    #expect(!terms[0].contains { $0.contains("hunter2") })
    #expect(reading.changes[1].detail == "Because it's faster")
    #expect(reading.changes[1].actor == "Kim B")
  }

  @Test func `a stream that breaks off is read up to its last whole commit`() throws {
    let cut = try #require(Self.stream.range(of: "Bigger"))
    let reading = try RecordSample(String(Self.stream[..<cut.lowerBound])).read(with: GitStreamFormat())
    #expect(reading.entries.count == 1)
    #expect(reading.notes.contains { $0.hasPrefix("damaged: the stream breaks off") })
  }

  @Test func `a bundle of nothing but a head is read`() throws {
    try withFolder { folder in
      try makeRepository(in: folder)
      try git("symbolic-ref", "HEAD", "refs/heads/main", in: folder + "/repo.git")
      try git("bundle", "create", "--quiet", "../all.bundle", "HEAD", in: folder + "/repo.git")
      let reading = try RecordSample.read(folder + "/all.bundle", with: GitBundleFormat(), path: "all.bundle")
      expectBothCommits(reading)
    }
  }

  @Test func `a bundle that is cut short, or builds on what it does not hold, is an error that says so`() throws {
    try withFolder { folder in
      try makeRepository(in: folder)
      try git("bundle", "create", "--quiet", "../part.bundle", "main~1..main", in: folder + "/repo.git")
      try git("bundle", "create", "--quiet", "../all.bundle", "main", in: folder + "/repo.git")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/all.bundle"))
      try bytes.dropLast(40).write(to: URL(fileURLWithPath: folder + "/cut.bundle"))
      let part = #expect(throws: RecordError.self) {
        try RecordSample.read(folder + "/part.bundle", with: GitBundleFormat(), path: "part.bundle")
      }
      #expect(part?.description.contains("does not hold") == true)
      #expect(throws: RecordError.self) {
        try RecordSample.read(folder + "/cut.bundle", with: GitBundleFormat(), path: "cut.bundle")
      }
    }
  }

  @Test func `a folder is read, its fingerprint follows its refs, and what its settings name is not run`() throws {
    try withFolder { folder in
      try makeRepository(in: folder)
      let repository = folder + "/repo.git"
      let trap = "touch \(folder)/sprung"
      for setting in ["core.fsmonitor", "core.pager", "diff.external", "diff.trap.textconv", "core.hooksPath"] {
        try git("config", setting, trap, in: repository)
      }
      try Data("* diff=trap\n".utf8).write(to: URL(fileURLWithPath: repository + "/info/attributes"))
      #expect(RecordFormats.isRepository(repository))
      #expect(!RecordFormats.isRepository(folder))
      let before = GitRepositoryFormat.fingerprint(of: repository)
      let reading = try RecordSample.read(repository, with: GitRepositoryFormat(), path: "repo.git")
      expectBothCommits(reading)
      #expect(!FileManager.default.fileExists(atPath: folder + "/sprung"))
      #expect(before?.count == 64)
      try git("update-ref", "refs/heads/other", "main~1", in: repository)
      #expect(GitRepositoryFormat.fingerprint(of: repository) != before)
    }
  }

  @Test func `a repository without commits is read as empty`() throws {
    try withFolder { folder in
      try git("init", "--quiet", "work", in: folder)
      #expect(RecordFormats.isRepository(folder + "/work"))
      let reading = try RecordSample.read(folder + "/work", with: GitRepositoryFormat(), path: "work")
      #expect(reading.entries.isEmpty)
      #expect(reading.notes == ["the repository holds no commits"])
    }
  }
}
