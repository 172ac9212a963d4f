import EvidenceRecords
import Foundation

/// The documents of a git repository as they were at one commit, read through `git` plumbing.
struct GitTree {
  let folder: String
  let name: String

  private var git: GitCommand { GitCommand(folder: URL(fileURLWithPath: folder).standardizedFileURL.path) }

  /// Whether the folder is a repository without a working tree.
  var isBare: Bool {
    let manager = FileManager.default
    return ["HEAD", "objects", "refs"].allSatisfy { manager.fileExists(atPath: folder + "/" + $0) }
  }

  /// The name of the repository and a commit of it; nil when the folder is none.
  func origin(of reference: String) -> String? {
    guard isBare || FileManager.default.fileExists(atPath: folder + "/.git") else { return nil }
    return commit(reference).map { "\(name)@\($0.prefix(12))" }
  }

  private func commit(_ reference: String) -> String? {
    guard
      let output = try? git.run(
        ["rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}"], bytesMax: 1024),
      output.status == 0
    else { return nil }
    let text = String(decoding: output.data, as: UTF8.self).trimming(while: \.isWhitespace)
    return text.count >= 40 && text.allSatisfy(\.isHexDigit) ? text : nil
  }

  /// Reads all documents of a commit, in the order of the tree.
  func read(_ reference: String, _ run: inout LibraryRun, _ body: (ImportOutcome) throws -> Void) throws {
    guard let commit = commit(reference) else {
      throw ImportRefusal(
        .unreadable, "'\(folder)' is no git repository with a commit '\(reference)'; check the folder and the reference"
      )
    }
    let listing: GitCommand.Output
    do throws(RecordError) {
      listing = try git.run(["ls-tree", "-r", "-z", "-l", commit], bytesMax: 256 << 20)
    } catch {
      throw ImportRefusal(.unreadable, error.description)
    }
    guard listing.status == 0, !listing.isCut else {
      throw ImportRefusal(.unreadable, "the files of '\(folder)' cannot be listed: \(listing.complaint)")
    }
    let origin = "\(name)@\(commit.prefix(12))"
    for entry in entries(listing.data, &run) {
      guard run.admits(entry.bytes) else { continue }
      guard entry.bytes <= ImportLimits.documentBytesMax else {
        let refusal = ImportRefusal(.tooLarge, "larger than \(ImportLimits.documentBytesMax >> 20) MiB")
        try body(.refused(path: entry.path, origin: origin, refusal))
        continue
      }
      guard let data = blob(entry.object) else {
        try body(
          .refused(path: entry.path, origin: origin, ImportRefusal(.unreadable, "git does not give its content")))
        continue
      }
      try run.hand(on: data, as: entry.path, origin: origin, body)
    }
  }

  private func blob(_ object: String) -> [UInt8]? {
    guard let output = try? git.run(["cat-file", "blob", object], bytesMax: ImportLimits.documentBytesMax + 1),
      output.status == 0, !output.isCut
    else { return nil }
    return [UInt8](output.data)
  }

  /// `mode type object size<TAB>path`, each ended by a zero (git-ls-tree, "Output format").
  private func entries(_ data: Data, _ run: inout LibraryRun) -> [(path: String, object: String, bytes: Int)] {
    var result: [(path: String, object: String, bytes: Int)] = []
    for record in data.split(separator: 0) {
      guard let tab = record.firstIndex(of: 9) else { continue }
      let fields = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
      let path = String(decoding: record[record.index(after: tab)...], as: UTF8.self)
      // Regular files only: a link of the tree is a path, not a text.
      guard fields.count == 4, fields[0].hasPrefix("100"), fields[1] == "blob", let size = Int(fields[3]) else {
        continue
      }
      let names = path.split(separator: "/").map(String.init)
      if names.contains(where: FileNames.isSkipped) { continue }
      guard let last = names.last, FileNames.isDocument(last) else {
        run.skipped.otherFiles += 1
        continue
      }
      result.append((path, String(fields[2]), size))
    }
    return result
  }
}
