internal import Foundation

/// The paths that were given, and the names that their files have as sources.
///
/// One folder: files are named by their path below it. Otherwise the last component of each argument stands first; a
/// second argument with the same last component gets `~2`.
struct EvidencePaths: Sendable {
  struct Root: Sendable {
    var name: String
    var path: String
    var isFolder: Bool
  }

  let roots: [Root]

  init(_ paths: [String]) {
    let found = paths.map { path -> Root in
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
      return Root(name: name, path: path, isFolder: isFolder.boolValue)
    }
    if found.count == 1, found[0].isFolder {
      roots = [Root(name: "", path: found[0].path, isFolder: true)]
      return
    }
    var seen: [String: Int] = [:]
    roots = found.map { root in
      var root = root
      seen[root.name, default: 0] += 1
      if let count = seen[root.name], count > 1 { root.name += "~\(count)" }
      return root
    }
  }

  /// The file on the disk that a source is, and the member of it, where it is an archive.
  func file(of source: String) -> (file: String, member: String?)? {
    for root in roots {
      guard let rest = Self.rest(of: source, below: root) else { continue }
      if let found = Self.existing(root.isFolder ? root.path + "/" + rest : root.path + rest) { return found }
    }
    return nil
  }

  private static func rest(of source: String, below root: Root) -> String? {
    if root.name.isEmpty { return source }
    guard source.hasPrefix(root.name) else { return nil }
    let rest = source.dropFirst(root.name.count)
    if root.isFolder { return rest.hasPrefix("/") ? String(rest.dropFirst()) : nil }
    return rest.isEmpty || rest.hasPrefix("!") ? String(rest) : nil
  }

  /// A file may have `!` in its name, so the longest path that exists is the file.
  private static func existing(_ path: String) -> (file: String, member: String?)? {
    if FileManager.default.fileExists(atPath: path) { return (path, nil) }
    var end = path.endIndex
    while let mark = path[..<end].lastIndex(of: "!") {
      let file = String(path[..<mark])
      if FileManager.default.fileExists(atPath: file) { return (file, String(path[path.index(after: mark)...])) }
      end = mark
    }
    return nil
  }
}
