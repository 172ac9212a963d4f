import Foundation

/// The Swift files of this package, read once.
struct SourceTree {
  struct File: Sendable {
    /// Below the package: `Sources/Journal/Journal.swift`.
    var path: String
    var lines: [String]

    /// The target's name.
    var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var name: String { path.split(separator: "/").last.map { String($0.dropLast(".swift".count)) } ?? "" }
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let sources = files(below: "Sources")
  static let tests = files(below: "Tests")

  private static func files(below folder: String) -> [File] {
    let base = root.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      guard let text = try? String(contentsOf: base.appendingPathComponent(name), encoding: .utf8) else { return nil }
      return File(path: "\(folder)/\(name)", lines: text.components(separatedBy: "\n"))
    }
  }
}
