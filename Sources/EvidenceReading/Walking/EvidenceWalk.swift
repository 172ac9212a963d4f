import EvidenceRecords
internal import Foundation

/// Finds the files below the paths that were given.
struct EvidenceWalk {
  struct Item: Sendable {
    /// As in ``SourceSummary/path``.
    var path: String
    var file: String
    var size: Int64
    var isRepository = false
    /// Why it is not read.
    var problem: String?
    /// Other paths of the same file, which is read once.
    var otherPaths: [String] = []
  }

  private(set) var items: [Item] = []
  private var foldersSeen: Set<FileIdentity> = []
  private var filesSeen: [FileIdentity: String] = [:]
  private var otherPaths: [String: [String]] = [:]
  private var links: [(item: Item, identity: FileIdentity)] = []

  /// All files in the order of their paths, repositories as one item, each linked file once.
  init(_ paths: [String]) throws(EvidenceError) {
    let given = EvidencePaths(paths)
    for (root, path) in zip(given.roots, paths) {
      guard let status = FileStatus(path, followsLinks: true) else {
        throw EvidenceError(
          code: .missingPath, place: path, expected: "no such file or folder", hint: "check the path")
      }
      if status.isFolder, foldersSeen.contains(status.identity) {
        items.append(
          Item(path: root.name, file: root.path, size: 0, problem: "given twice: its files stand under another path"))
      } else if status.isFolder {
        try visit(folder: root.path, name: root.name)
      } else {
        add(Item(path: root.name, file: root.path, size: status.size), status)
      }
    }
    // A link to a file that is read anyway would count its lines twice.
    for link in links { addOnce(link.item, link.identity) }
    for index in items.indices { items[index].otherPaths = otherPaths[items[index].path] ?? [] }
    items.sort { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    guard !items.isEmpty else {
      throw EvidenceError(
        code: .nothingFound, place: paths.first ?? "", expected: "no file below it",
        hint: "give a folder with logs, exports or repositories, or single files")
    }
  }

  private mutating func visit(folder: String, name: String) throws(EvidenceError) {
    guard let status = FileStatus(folder, followsLinks: true), foldersSeen.insert(status.identity).inserted
    else { return }
    let isRepository = RecordFormats.isRepository(folder)
    if isRepository {
      let path = name.isEmpty ? Self.lastComponent(folder) : name
      items.append(Item(path: path, file: folder, size: 0, isRepository: true))
      // A bare repository has nothing to read but its history.
      guard FileStatus(folder + "/.git", followsLinks: true) != nil else { return }
    }
    let children: [String]
    do {
      children = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      let path = name.isEmpty ? Self.lastComponent(folder) : name
      items.append(
        Item(
          path: path, file: folder, size: 0,
          problem: "cannot be read: the folder cannot be listed; check who may read it"))
      return
    }
    for child in children {
      // Hidden folders of a working tree are the tools' own: `.git`, build products, caches.
      if isRepository, child.hasPrefix("."), FileStatus(folder + "/" + child, followsLinks: true)?.isFolder != false {
        continue
      }
      try visit(child, in: folder, name: name)
    }
  }

  private mutating func visit(_ child: String, in folder: String, name: String) throws(EvidenceError) {
    let file = folder + "/" + child
    let path = name.isEmpty ? child : name + "/" + child
    guard items.count < Limits.filesMax else {
      throw EvidenceError(
        code: .tooManyFiles, place: folder, expected: "at most \(Limits.filesMax) files, found more",
        hint: "give the folders that matter one by one")
    }
    guard let status = FileStatus(file, followsLinks: false) else {
      // Names are read as UTF-8; what is none of it stands replaced, and no such file is there.
      let problem = child.contains("\u{FFFD}") ? "its name is not UTF-8; rename it" : "it is gone"
      items.append(Item(path: path, file: file, size: 0, problem: "cannot be read: " + problem))
      return
    }
    if status.isFolder {
      try visit(folder: file, name: path)
    } else if !status.isLink {
      add(Item(path: path, file: file, size: status.size), status)
    } else if let target = FileStatus(file, followsLinks: true) {
      let item = Item(path: path, file: file, size: target.size)
      if target.isFolder {
        try visit(folder: file, name: path)
      } else if target.isRegular {
        links.append((item, target.identity))
      } else {
        add(item, target)
      }
    } else {
      items.append(Item(path: path, file: file, size: 0, problem: "cannot be read: a link that leads nowhere"))
    }
  }

  /// Pipes, sockets and devices are listed and not opened: they may never end.
  private mutating func add(_ item: Item, _ status: FileStatus) {
    guard status.isRegular else {
      var item = item
      item.problem = "cannot be read: a \(status.kind), no regular file"
      items.append(item)
      return
    }
    addOnce(item, status.identity)
  }

  private mutating func addOnce(_ item: Item, _ identity: FileIdentity) {
    if let first = filesSeen[identity] {
      otherPaths[first, default: []].append(item.path)
    } else {
      filesSeen[identity] = item.path
      items.append(item)
    }
  }

  private static func lastComponent(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
  }
}

/// The same file has the same identity under all its names.
struct FileIdentity: Hashable {
  var device: UInt64
  var node: UInt64
}

/// What kind of file a path leads to.
struct FileStatus {
  var isFolder: Bool
  var isLink: Bool
  var isRegular: Bool
  var size: Int64
  var identity: FileIdentity
  /// What it is, in a word.
  var kind: String

  init?(_ path: String, followsLinks: Bool) {
    var status = stat()
    guard unsafe (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isLink = status.st_mode & S_IFMT == S_IFLNK
    isRegular = status.st_mode & S_IFMT == S_IFREG
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: "folder"
      case S_IFLNK: "link"
      case S_IFREG: "file"
      case S_IFIFO: "pipe"
      case S_IFSOCK: "socket"
      default: "device"
      }
    size = Int64(status.st_size)
    identity = FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
  }
}
