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
  ///
  /// Memory holds the contents of one batch.
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
    var batch: [Entry] = []
    var bytes = 0
    for entry in entries(listing.data, &run) {
      guard run.admits(entry.bytes) else { continue }
      if !batch.isEmpty, bytes + entry.bytes > Self.batchBytesMax || batch.count == Self.batchFilesMax {
        try hand(on: batch, origin: origin, run, body)
        batch = []
        bytes = 0
      }
      batch.append(entry)
      // What is too large is not asked for.
      if entry.isReadable { bytes += entry.bytes }
    }
    try hand(on: batch, origin: origin, run, body)
  }

  private struct Entry {
    var path: String
    var object: String
    var bytes: Int

    var isReadable: Bool { bytes <= ImportLimits.documentBytesMax }
  }

  /// Contents asked of git at once; a single document may be as large.
  private static let batchBytesMax = 16 << 20
  private static let batchFilesMax = 2_000

  /// Hands on what became of each file of a batch, in its order.
  private func hand(on batch: [Entry], origin: String, _ run: LibraryRun, _ body: (ImportOutcome) throws -> Void) throws
  {
    let contents = contents(of: batch.filter(\.isReadable).map(\.object))
    for entry in batch {
      if !entry.isReadable {
        let refusal = ImportRefusal(.tooLarge, "larger than \(ImportLimits.documentBytesMax >> 20) MiB")
        try body(.refused(path: entry.path, origin: origin, refusal))
      } else if let content = contents[entry.object] {
        try run.hand(on: content, as: entry.path, origin: origin, body)
      } else {
        let refusal = ImportRefusal(
          .unreadable, "git does not give its content; 'git fsck' says what the repository lacks")
        try body(.refused(path: entry.path, origin: origin, refusal))
      }
    }
  }

  /// The contents of objects, asked of one process; what cannot be read is left out.
  ///
  /// An object that is damaged ends the process: those behind it are asked of another.
  private func contents(of objects: [String]) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    var rest = objects[...]
    while !rest.isEmpty {
      let answered = ask(for: rest, &result)
      rest = rest.dropFirst(answered).dropFirst()
    }
    return result
  }

  /// Asks for objects in their order and returns how many git had an answer for.
  private func ask(for objects: ArraySlice<String>, _ result: inout [String: [UInt8]]) -> Int {
    let list = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-objects-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: list) }
    let wanted = objects.map { $0 + "\n" }.joined()
    guard (try? Data(wanted.utf8).write(to: list)) != nil,
      let output = try? git.run(
        ["cat-file", "--batch"], input: list.path,
        bytesMax: Self.batchBytesMax + objects.count * Self.headerBytesMax)
    else { return objects.count }
    let data = [UInt8](output.data)
    var at = 0
    var answered = 0
    while answered < objects.count, let end = data[at...].firstIndex(of: 10) {
      let fields = String(decoding: data[at..<end], as: UTF8.self).split(separator: " ")
      at = end + 1
      // `object type size`, the content and a line end; or `object missing` (git-cat-file, "Batch output").
      if fields.count == 3, let size = Int(fields[2]) {
        guard at + size < data.count else { break }
        result[String(fields[0])] = Array(data[at..<(at + size)])
        at += size + 1
      }
      answered += 1
    }
    return answered
  }

  private static let headerBytesMax = 128

  /// `mode type object size<TAB>path`, each ended by a zero (git-ls-tree, "Output format").
  private func entries(_ data: Data, _ run: inout LibraryRun) -> [Entry] {
    var result: [Entry] = []
    for record in data.split(separator: 0) {
      guard let tab = record.firstIndex(of: 9) else { continue }
      let fields = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
      let path = String(decoding: record[record.index(after: tab)...], as: UTF8.self)
      // Regular files only: a link of the tree is a path, not a text.
      guard fields.count == 4, fields[0].hasPrefix("100"), fields[1] == "blob" else { continue }
      let names = path.split(separator: "/").map(String.init)
      if names.contains(where: FileNames.isSkipped) { continue }
      guard let last = names.last, FileNames.isDocument(last) else {
        run.skipped.otherFiles += 1
        continue
      }
      // Of an object that it cannot read, git says `BAD`: asking for its content shows the rest.
      result.append(Entry(path: path, object: String(fields[2]), bytes: Int(fields[3]) ?? 0))
    }
    return result
  }
}
