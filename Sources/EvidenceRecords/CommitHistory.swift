import Chronology
import Foundation

/// The newest commits of a repository as entries.
struct CommitHistory {
  /// Commits whose differences are searched for names: those that an incident of these days can be about.
  private static let searchedCommitsMax = 2_000
  private static let searchedBytesMax = 64 << 20
  private static let searchSecondsMax = 30.0
  private static let logBytesMax = 256 << 20

  private let git: GitCommand
  private let input: RecordInput

  init(_ git: GitCommand, input: RecordInput) {
    self.git = git
    self.input = input
  }

  func read() throws(RecordError) -> RecordReading {
    // One more than the limit, to see whether there are more.
    let output = try git.run(
      [
        "log", "--all", "-z", "--no-color", "--encoding=UTF-8", "--no-show-signature", "--no-renames", "--no-ext-diff",
        "--diff-merges=first-parent", "--name-only", "-n", "\(Limits.commitsMax + 1)",
        "--format=%x1e%H%x00%ct%x00%an%x00%s%x00%b%x00",
      ], bytesMax: Self.logBytesMax, secondsMax: 300)
    var reading = RecordReading()
    let commits = WrittenCommit.all(in: output.data)
    guard output.status == 0 || !commits.isEmpty || output.data.isEmpty && output.complaint.isEmpty else {
      throw RecordError(.damaged, "git cannot read the repository (\(output.complaint)); check it with 'git fsck'")
    }
    if output.isCut {
      reading.note("the log was cut at \(output.data.count) bytes or by its time-out; older commits are left out")
    } else if output.status != 0 {
      reading.note("damaged: git stopped with '\(output.complaint)'; older commits are left out")
    }
    if commits.count > Limits.commitsMax {
      reading.note("more than \(Limits.commitsMax) commits, the limit; older ones are left out")
    }
    if commits.isEmpty { reading.note("the repository holds no commits") }
    let terms = try commits.isEmpty ? [:] : terms(of: commits.count, reading: &reading)
    for commit in commits.prefix(Limits.commitsMax) {
      reading.lines += 1
      reading.keep(commit.entry(input: input, terms: terms[commit.id] ?? []))
    }
    reading.settleZone()
    return reading
  }

  /// Names from the differences of the newest commits.
  private func terms(of commits: Int, reading: inout RecordReading) throws(RecordError) -> [String: [String]] {
    let output = try git.run(
      [
        "log", "--all", "-p", "-U0", "--no-color", "--no-show-signature", "--no-renames", "--no-ext-diff",
        "--no-textconv",
        "--diff-merges=first-parent", "-n", "\(Self.searchedCommitsMax)", "--format=%x1e%H",
      ], bytesMax: Self.searchedBytesMax, secondsMax: Self.searchSecondsMax)
    var differences = CommitDifferences()
    differences.read(output.data)
    if output.isCut || commits > Self.searchedCommitsMax {
      let searched = min(differences.terms.count, Self.searchedCommitsMax)
      reading.note("names were taken from the differences of the newest \(searched) of \(commits) commits")
    }
    return differences.terms
  }
}

/// One commit as the log's format writes it: a mark and the id, four fields, then the paths, each ended by a zero byte, the
/// one byte that neither messages nor paths can hold.
private struct WrittenCommit {
  var id: String
  var seconds: Int64
  var author: String
  var subject: String
  var body: String
  var paths: [String] = []

  static func all(in log: Data) -> [WrittenCommit] {
    let fields = log.split(separator: 0, omittingEmptySubsequences: false)
    var commits: [WrittenCommit] = []
    var at = 0
    while at < fields.count {
      if fields[at].first == 0x1E, at + 4 < fields.count, let commit = WrittenCommit(fields[at..<(at + 5)]) {
        commits.append(commit)
        at += 5
      } else {
        // The first path of a commit follows a line end.
        let path = fields[at].drop { $0 == 10 }.text
        if !path.isEmpty, !commits.isEmpty { commits[commits.count - 1].paths.append(path) }
        at += 1
      }
    }
    return commits
  }

  private init?(_ fields: ArraySlice<Data>) {
    let texts = fields.map(\.text)
    id = String(texts[0].dropFirst())
    guard id.count == 40 || id.count == 64, id.allSatisfy(\.isHexDigit), let seconds = Int64(texts[1]),
      (-9_000_000_000..<9_000_000_000).contains(seconds)
    else { return nil }
    self.seconds = seconds
    author = texts[2]
    subject = texts[3]
    body = texts[4].trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func entry(input: RecordInput, terms: [String]) -> RecordEntry {
    let place = CommitPaths(paths)
    let hosts = place.hosts
    let facts = ChangeFacts(
      kind: .commit, id: id, commit: id, hosts: hosts, actor: author, paths: Array(paths.prefix(Limits.changePathsMax)),
      terms: terms, detail: body.isEmpty ? nil : body)
    return RecordEntry(
      instant: Instant(seconds: seconds), basis: .stated, reference: input.reference(commit: id),
      host: hosts.count == 1 ? hosts[0] : nil, service: place.service,
      title: "commit \(id.prefix(7)) \"\(subject.titled(charactersMax: 100))\"", facts: .change(facts))
  }
}
