import Foundation

/// Finds the files below a folder that globs mean; leaves out `.git` and follows no links.
struct FileFinder {
  struct Found {
    /// Relative to the folder, in the order of their names.
    var files: [String] = []
    /// Folders that could not be looked into, and files that are too large to be searched.
    var unread: [String] = []
    var isTooMany = false
  }

  private let folder: String
  private let paths: [PathGlob]
  private let except: [PathGlob]

  init(folder: String, paths: [String], except: [String]) {
    self.folder = folder
    self.paths = paths.compactMap(PathGlob.init)
    self.except = except.compactMap(PathGlob.init)
  }

  func find(until deadline: GuardDeadline) -> Found {
    var found = Found()
    var waiting = [""]
    while let next = waiting.popLast(), deadline.state == .open {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + next) else {
        found.unread.append(next)
        continue
      }
      var inner: [String] = []
      for name in names.sorted() where name != ".git" {
        let path = next.isEmpty ? name : next + "/" + name
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + path)
        switch attributes?[.type] as? FileAttributeType {
        case .typeDirectory?: if !except.contains(where: { $0.coversFolder(path) }) { inner.append(path) }
        case .typeRegular?:
          guard paths.contains(where: { $0.matches(path) }), !except.contains(where: { $0.matches(path) }) else {
            continue
          }
          let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
          if size > GuardLimits.searchedFileBytesMax {
            found.unread.append(path)
          } else {
            found.files.append(path)
          }
        default: break
        }
        guard found.files.count <= GuardLimits.filesMax else {
          found.isTooMany = true
          return found
        }
      }
      waiting += inner.reversed()
    }
    return found
  }
}
