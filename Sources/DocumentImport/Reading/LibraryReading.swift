import EvidenceRecords
import Foundation

/// Reads documents below paths: files, folders, git repositories.
///
/// The order is that of the paths, and of the names within each, byte by byte. Files are read one at a time and handed on,
/// so that memory holds one document, or a batch of small ones of a repository. Symbolic links are not followed. No network.
package struct LibraryReading: Sendable {
  /// Files of folders that were not looked into.
  package struct Skipped: Sendable, Hashable {
    /// By their names no documents: `report.swift`.
    package var otherFiles = 0
    /// Beyond ``ImportLimits/filesMax`` or ``ImportLimits/totalBytesMax``.
    package var beyondLimits = 0

    package init() {}
  }

  private let paths: [String]
  private let reference: String?

  /// `reference` names a commit, a branch or a tag: paths are then repositories, and files are read as they were there.
  package init(paths: [String], reference: String? = nil) {
    self.paths = paths
    self.reference = reference
  }

  /// Reads all files and hands on what became of each.
  ///
  /// Throws ``ImportRefusal`` when a path is not there, or a repository cannot be read.
  package func read(_ body: (ImportOutcome) throws -> Void) throws -> Skipped {
    var run = LibraryRun()
    for path in paths {
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw ImportRefusal(.unreadable, "'\(path)' is not there; check the path, it is read from the present folder")
      }
      let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
      guard isFolder.boolValue else {
        guard reference == nil else {
          throw ImportRefusal(.unreadable, "'\(path)' is a file; with a reference, name the folder of its repository")
        }
        let folder = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().lastPathComponent
        try run.take(file: path, as: name, origin: folder, isNamed: true, body)
        continue
      }
      let repository = GitTree(folder: path, name: name)
      if reference != nil || repository.isBare {
        try repository.read(reference ?? "HEAD", &run, body)
      } else {
        try run.walk(path, origin: repository.origin(of: "HEAD") ?? name, body)
      }
    }
    return run.skipped
  }
}

/// What is counted over all paths.
struct LibraryRun {
  var skipped = LibraryReading.Skipped()
  private var files = 0
  private var bytes = 0

  /// Whether a file may still be read; counts it.
  mutating func admits(_ size: Int) -> Bool {
    guard files < ImportLimits.filesMax, bytes + size <= ImportLimits.totalBytesMax else {
      skipped.beyondLimits += 1
      return false
    }
    files += 1
    bytes += min(size, ImportLimits.documentBytesMax)
    return true
  }

  mutating func walk(_ folder: String, origin: String, _ body: (ImportOutcome) throws -> Void) throws {
    var folders: [(path: String, below: String, depth: Int)] = [(folder, "", 0)]
    // Folders are taken last in, first out, their names sorted backwards: the order of a listing by name.
    while let next = folders.popLast() {
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: next.path)) ?? []).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      var inner: [(path: String, below: String, depth: Int)] = []
      for name in names where !FileNames.isSkipped(name) {
        let path = next.path + "/" + name
        let below = next.below.isEmpty ? name : next.below + "/" + name
        let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
        switch type {
        case .typeDirectory where next.depth < ImportLimits.foldersDeepMax: inner.append((path, below, next.depth + 1))
        case .typeRegular where FileNames.isDocument(name):
          try take(file: path, as: below, origin: origin, isNamed: false, body)
        case .typeRegular: skipped.otherFiles += 1
        default: break
        }
      }
      folders += inner.reversed()
    }
  }

  /// Reads one file of the disk.
  mutating func take(
    file: String, as path: String, origin: String, isNamed: Bool, _ body: (ImportOutcome) throws -> Void
  ) throws {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      return try body(
        .refused(path: path, origin: origin, ImportRefusal(.unreadable, "cannot be read; may this user read it?")))
    }
    defer { try? handle.close() }
    let data = (try? handle.read(upToCount: ImportLimits.documentBytesMax + 1)) ?? Data()
    guard admits(data.count) else { return }
    try hand(on: [UInt8](data), as: path, origin: origin, body)
  }

  func hand(on bytes: [UInt8], as path: String, origin: String, _ body: (ImportOutcome) throws -> Void) throws {
    let outcome: ImportOutcome
    do throws(ImportRefusal) {
      outcome = .document(try ImportedDocument(path: path, origin: origin, bytes: bytes))
    } catch {
      outcome = .refused(path: path, origin: origin, error)
    }
    try body(outcome)
  }
}

/// Which names in a folder are looked at.
enum FileNames {
  /// Folders and files that hold nothing that people wrote to be read.
  static func isSkipped(_ name: String) -> Bool {
    name.hasPrefix(".") || name == "node_modules"
  }

  /// Names of documents, those among them that are refused with a word on what to do.
  static func isDocument(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }

  private static let endings: Set<String> = [
    "md", "markdown", "mdown", "mkd", "txt", "text", "html", "htm", "xhtml", "pdf", "docx", "doc", "odt", "rtf", "zip",
  ]
}
