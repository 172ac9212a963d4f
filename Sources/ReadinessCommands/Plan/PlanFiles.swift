import CommandKit
import Foundation
import Plans

/// Plans in files and folders.
enum PlanFiles {
  /// Files that one command reads.
  static let filesMax = 5_000

  struct File {
    var path: String
    var plan: Plan
  }

  /// Markdown files, those of folders by name; `-` stays as it is.
  static func paths(_ named: [String]) throws -> [String] {
    var result: [String] = []
    for path in named {
      var isFolder: ObjCBool = false
      guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        result.append(path)
        continue
      }
      let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      let files = below.filter { $0.lowercased().hasSuffix(".md") || $0.lowercased().hasSuffix(".markdown") }.sorted()
      if files.isEmpty {
        throw CommandFailure("'\(path)' holds no Markdown file", hint: "Plans are files that end in .md.")
      }
      result += files.map { (path as NSString).appendingPathComponent($0) }
    }
    guard result.count <= filesMax else {
      throw CommandFailure(
        "there are \(result.count) files, and \(filesMax) are read at once", hint: "Name a folder below.")
    }
    return result
  }

  static func read(_ path: String) throws -> File { File(path: path, plan: Plan(parsing: try DocumentFile.read(path))) }

  static func title(_ text: String) -> String { Plan(parsing: text).title }

  /// What relative links of a plan lead to, seen from its folder.
  static func linkStates(_ file: File) -> [String: PlanContext.LinkState] {
    guard file.path != "-" else { return [:] }
    let folder = (file.path as NSString).deletingLastPathComponent
    var states: [String: PlanContext.LinkState] = [:]
    for target in Set(file.plan.steps.flatMap(\.links).map(\.target)) where isRelative(target) {
      let bare =
        target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
      guard !bare.isEmpty else { continue }
      let path = (folder as NSString).appendingPathComponent(bare.removingPercentEncoding ?? bare)
      states[target] = FileManager.default.fileExists(atPath: path) ? .good : .gone("no such file")
    }
    return states
  }

  private static func isRelative(_ target: String) -> Bool {
    !target.hasPrefix("#") && !target.hasPrefix("/") && !target.contains("://") && !target.hasPrefix("mailto:")
      && !target.hasPrefix("tel:")
  }
}
