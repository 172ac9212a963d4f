import Foundation

/// The files of one commit of a repository elsewhere, fetched into a folder of their own.
///
/// Of the person's own settings for git hold those that lead there: credentials, proxies, keys. Nothing is asked, no hook
/// runs, and links among the files come as text, so that no file of this machine is read in their place.
package struct FetchedRepository: Sendable {
  /// How long fetching may take.
  package static let secondsMax: Double = 300

  /// Where it was fetched from, without a password.
  package let address: String
  /// 40 or 64 hexadecimal digits.
  package let commit: String
  /// Where the files lie; the last part is the name of the repository.
  package let folder: String

  private let parent: URL

  /// Whether what a person named is an address, as git reads it: `https://…`, `ssh://…`, `git@host:path`.
  package static func isAddress(_ text: String) -> Bool {
    if let colons = text.range(of: "://") {
      return ["https", "http", "ssh", "git", "file", "git+ssh"].contains(text[..<colons.lowerBound].lowercased())
    }
    // As in git-clone: only where no slash stands before the first colon, and no such file is there.
    guard let colon = text.firstIndex(of: ":"), let at = text.firstIndex(of: "@"), at < colon,
      !text[..<colon].contains("/")
    else { return false }
    return !FileManager.default.fileExists(atPath: text)
  }

  /// Fetches a branch, a tag or a commit, and nothing of its history.
  ///
  /// Throws ``RecordError`` where git is absent, or does not come through; nothing is left behind then.
  package init(of address: String, reference: String? = nil) throws(RecordError) {
    let shown = Self.withoutPassword(address)
    if let reference, reference.hasPrefix("-") || reference.isEmpty {
      throw RecordError(.unreadable, "'\(reference)' is no branch, tag or commit; check --reference")
    }
    let parent = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-fetched-\(UUID().uuidString)")
    let folder = parent.appendingPathComponent(Self.name(of: address)).path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw RecordError(.unreadable, "there is no room for files of '\(shown)' in the folder for temporary files")
    }
    do throws(RecordError) {
      try Self.git(["init", "--quiet"], in: folder, shown)
      try Self.git(
        ["fetch", "--quiet", "--depth", "1", "--no-tags", "--end-of-options", address, reference ?? "HEAD"],
        in: folder, shown)
      try Self.git(["checkout", "--quiet", "--detach", "FETCH_HEAD"], in: folder, shown)
      commit = try Self.git(["rev-parse", "HEAD"], in: folder, shown)
    } catch {
      try? FileManager.default.removeItem(at: parent)
      throw error
    }
    self.address = shown
    self.folder = folder
    self.parent = parent
  }

  /// Deletes the files.
  package func remove() { try? FileManager.default.removeItem(at: parent) }

  @discardableResult
  private static func git(_ arguments: [String], in folder: String, _ address: String) throws(RecordError) -> String {
    let output = try GitCommand.run(
      settings + ["-C", folder] + arguments, environment: environment, bytesMax: 1 << 20, secondsMax: secondsMax)
    guard !output.isCut else {
      throw RecordError(
        .unreadable, "'\(address)' did not come within \(Int(secondsMax)) seconds; clone it, and name the folder")
    }
    guard output.status == 0 else {
      throw RecordError(
        .unreadable,
        "'\(address)' cannot be fetched: \(withoutPassword(output.complaint)); does 'git ls-remote' with the address work here?"
      )
    }
    return output.data.text.filter { !$0.isWhitespace }
  }

  private static let settings = [
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.symlinks=false", "protocol.ext.allow=never",
    "submodule.recurse=false", "gc.auto=0",
  ].flatMap { ["-c", $0] }

  private static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["GIT_LFS_SKIP_SMUDGE"] = "1"
    environment["LC_ALL"] = "C"
    if environment["GIT_SSH_COMMAND"] == nil { environment["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes" }
    // What a hook sets for its own repository would lead into that.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] { environment[name] = nil }
    return environment
  }

  /// `readiness` of `https://git.example/team/readiness.git`.
  static func name(of address: String) -> String {
    let last = address.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "\\" }).last.map(String.init) ?? ""
    let bare = last.hasSuffix(".git") ? String(last.dropLast(4)) : last
    let kept = bare.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
    return kept.isEmpty || kept.hasPrefix(".") ? "repository" : String(kept.prefix(100))
  }

  /// `https://someone:secret@host/…` as `https://host/…`; in a sentence too.
  static func withoutPassword(_ text: String) -> String {
    text.replacing(/:\/\/[^\/\s@']*@/, with: "://")
  }
}
