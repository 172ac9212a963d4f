package import EvidenceRecords
import Foundation

/// A Markdown file that a person named, or that lies in a folder or a repository that they named.
package struct MarkdownFile: Sendable {
  /// Files that one command reads.
  package static let filesMax = 5_000

  /// As it is told and kept: `plans/a.md`, `https://git.example/readiness.git@1f2e3d4c5b6a plans/a.md`.
  package let name: String
  /// Where it lies while the command runs; `-` for standard input.
  package let path: String
  /// Whether the person named the file itself, and not what it lies in.
  package let isNamed: Bool

  package func text() throws -> String { try DocumentFile.read(path) }

  /// Hands on the files that were named, those of folders and repositories by name; what was fetched is gone afterwards.
  ///
  /// Throws ``CommandFailure`` where there is none, where there are too many, and where an address cannot be fetched.
  package static func all(
    of named: [String], reference: String? = nil, _ body: ([MarkdownFile]) async throws -> Void
  ) async throws {
    var fetched: [FetchedRepository] = []
    defer { for repository in fetched { repository.remove() } }
    var files: [MarkdownFile] = []
    for name in named {
      if FetchedRepository.isAddress(name) {
        let repository = try FetchedFolder.fetch(name, reference)
        fetched.append(repository)
        let origin = "\(repository.address)@\(repository.commit.prefix(12))"
        files += try below(repository.folder, called: repository.address).map { below in
          MarkdownFile(
            name: "\(origin) \(below)", path: (repository.folder as NSString).appendingPathComponent(below),
            isNamed: false)
        }
      } else if reference != nil {
        throw CommandFailure(
          "--reference is for the address of a repository, and '\(name)' is none",
          hint: "A folder is read as it lies there: git switch to what you want.")
      } else {
        files += try onDisk(name)
      }
    }
    guard files.count <= filesMax else {
      throw CommandFailure(
        "there are \(files.count) files, and \(filesMax) are read at once", hint: "Name a folder below.")
    }
    try await body(files)
  }

  private static func onDisk(_ name: String) throws -> [MarkdownFile] {
    var isFolder: ObjCBool = false
    guard name != "-", FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue else {
      return [MarkdownFile(name: name, path: name, isNamed: true)]
    }
    return try below(name, called: name).map { below in
      let path = (name as NSString).appendingPathComponent(below)
      return MarkdownFile(name: path, path: path, isNamed: false)
    }
  }

  private static func below(_ folder: String, called name: String) throws -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let files = all.filter { path in
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      return !isHidden && (path.lowercased().hasSuffix(".md") || path.lowercased().hasSuffix(".markdown"))
    }
    guard !files.isEmpty else {
      throw CommandFailure("'\(name)' holds no Markdown file", hint: "What is read are files that end in .md.")
    }
    return files.sorted()
  }
}

/// Fetching for commands: what goes wrong is told as they tell it.
package enum FetchedFolder {
  package static func fetch(_ address: String, _ reference: String?) throws -> FetchedRepository {
    do throws(RecordError) {
      return try FetchedRepository(of: address, reference: reference)
    } catch {
      throw CommandFailure(error.description, hint: nil)
    }
  }
}
