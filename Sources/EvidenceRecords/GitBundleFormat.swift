import Foundation

/// A git bundle, version 2 or 3 (gitformat-bundle): a repository in one file.
package struct GitBundleFormat: RecordFormat {
  package let name = "git-bundle"

  package init() {}

  package func confidence(head: [UInt8], path: String) -> Double {
    ["# v2 git bundle\n", "# v3 git bundle\n"].contains { head.starts(with: Array($0.utf8)) } ? 1 : 0
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let file = URL(fileURLWithPath: input.file).standardizedFileURL.path
    return try TemporaryRepository.with { repository in
      let unpacked = try repository.run(["bundle", "unbundle", file], bytesMax: 64 << 20, secondsMax: 300)
      guard unpacked.status == 0, !unpacked.isCut else {
        if unpacked.errors.contains("prerequisite") {
          throw RecordError(
            .damaged,
            "the bundle builds on commits that it does not hold; bring the whole repository, or a bundle of all of it")
        }
        throw RecordError(.damaged, "git cannot unpack the bundle (\(unpacked.complaint)); it may be cut short")
      }
      try Self.nameTips(unpacked.data, in: repository)
      return try CommitHistory(repository, input: input).read()
    }
  }

  /// Gives a reference to each tip that was unpacked (`id name` on each line), also to a `HEAD` that no branch holds.
  private static func nameTips(_ listing: Data, in repository: GitCommand) throws {
    let tips = listing.split(separator: 10).map { $0.prefix { $0 != 32 }.text }.distinct()
    let commands = tips.enumerated().map { "create refs/bundle/\($0.offset) \($0.element)\n" }.joined()
    let file = repository.folder + "/tips"
    try Data(commands.utf8).write(to: URL(fileURLWithPath: file))
    let named = try repository.run(["update-ref", "--stdin"], input: file)
    guard named.status == 0 else {
      throw RecordError(.damaged, "the tips of the bundle cannot be read (\(named.complaint)); make it again")
    }
  }
}

/// A stream of `git fast-export`, told by its first commands (git-fast-import).
package struct GitStreamFormat: RecordFormat {
  package let name = "git-stream"

  package init() {}

  package func confidence(head: [UInt8], path: String) -> Double {
    let lines = String(decoding: head.prefix(4096), as: UTF8.self).split(separator: "\n", maxSplits: 8)
    guard let first = lines.first else { return 0 }
    let isStart =
      first == "blob" || first == "feature done"
      || ["commit refs/", "reset refs/", "feature "].contains { first.hasPrefix($0) }
    let isFollowed = lines.dropFirst().contains {
      $0.hasPrefix("mark :") || $0.hasPrefix("data ") || $0.hasPrefix("committer ") || $0.hasPrefix("commit refs/")
    }
    return isStart && isFollowed ? 0.98 : 0
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    try TemporaryRepository.with { repository in
      let whole = try repository.run(["fast-import", "--quiet"], input: input.file, secondsMax: 300)
      if whole.status == 0, !whole.isCut { return try CommitHistory(repository, input: input).read() }
      // A stream that ends in the middle leaves nothing behind: it is read again as far as its last complete commit.
      let text = try RecordText(file: input.file)
      guard let end = text.data.range(of: Data("\ncommit refs/".utf8), options: .backwards) else {
        throw RecordError(.damaged, "git cannot read the stream (\(whole.complaint)); no commit of it is whole")
      }
      let trimmed = repository.folder + "/trimmed-stream"
      try text.data[...end.lowerBound].write(to: URL(fileURLWithPath: trimmed))
      let part = try repository.run(["fast-import", "--quiet"], input: trimmed, secondsMax: 300)
      guard part.status == 0, !part.isCut else {
        throw RecordError(.damaged, "git cannot read the stream (\(whole.complaint)); export it again")
      }
      var reading = try CommitHistory(repository, input: input).read()
      reading.note(
        "damaged: the stream breaks off after byte \(end.lowerBound) of \(text.data.count); read up to there")
      return reading
    }
  }
}

/// A bare repository that is there for the length of a call.
enum TemporaryRepository {
  static func with<Result>(_ body: (GitCommand) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-\(UUID().uuidString).git")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let repository = GitCommand(folder: folder.standardizedFileURL.path)
    let made = try repository.run(["init", "--quiet", "--bare", "."])
    guard made.status == 0 else {
      throw RecordError(
        .unreadable, "git cannot make a temporary repository (\(made.complaint)); check TMPDIR and its space")
    }
    return try body(repository)
  }
}
