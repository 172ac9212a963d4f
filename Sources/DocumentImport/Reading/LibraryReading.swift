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
    /// Symbolic links, which are not followed.
    package var links = 0
    /// Below more folders than ``ImportLimits/foldersDeepMax``.
    package var deepFolders = 0

    package init() {}
  }

  /// Where to read: with a reference the path is a repository, and files are read as they were at that commit, branch or tag.
  package typealias Place = (path: String, reference: String?)

  private let places: [Place]

  package init(_ places: [Place]) {
    self.places = places
  }

  package init(paths: [String], reference: String? = nil) {
    self.init(paths.map { ($0, reference) })
  }

  /// Reads all files and hands on what became of each.
  ///
  /// Throws ``ImportRefusal`` when a path is not there, or a repository cannot be read.
  package func read(_ body: (ImportOutcome) throws -> Void) throws -> Skipped {
    var run = LibraryRun()
    for (path, reference) in places {
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Self.absent(path)
      }
      let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
      guard isFolder.boolValue else {
        guard reference == nil else {
          throw ImportRefusal(.unreadable, "'\(path)' is a file; with a reference, name the folder of its repository")
        }
        // A pipe that nobody writes to would be waited for without end.
        guard Self.isRegular(path) else {
          throw ImportRefusal(.unreadable, "'\(path)' is neither a file nor a folder; name the document itself")
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

  private static func absent(_ path: String) -> ImportRefusal {
    if path.contains("://") {
      return ImportRefusal(
        .unreadable, "'\(path)' is no address of a git repository; save the page as a file"
      )
    }
    return ImportRefusal(.unreadable, "'\(path)' is not there; check the path, it is read from the present folder")
  }

  private static func isRegular(_ path: String) -> Bool {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type = (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
    return type == .typeRegular
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
      guard let listing = try? FileManager.default.contentsOfDirectory(atPath: next.path) else {
        let refusal = ImportRefusal(.unreadable, "this folder cannot be listed; may this user read it?")
        try body(.refused(path: next.below.isEmpty ? "." : next.below, origin: origin, refusal))
        continue
      }
      let names = listing.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      var inner: [(path: String, below: String, depth: Int)] = []
      for name in names where !FileNames.isSkipped(name) {
        let path = next.path + "/" + name
        let below = next.below.isEmpty ? name : next.below + "/" + name
        let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
        switch type {
        case .typeDirectory where next.depth < ImportLimits.foldersDeepMax: inner.append((path, below, next.depth + 1))
        case .typeDirectory: skipped.deepFolders += 1
        case .typeSymbolicLink: skipped.links += 1
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
