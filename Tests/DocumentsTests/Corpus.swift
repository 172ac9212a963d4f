import Foundation

/// Real postmortems to measure against.
///
/// They are no part of the project: where they are absent, the tests on them are
/// skipped. `MAYDAY_CORPORA` names their folder; without it they are looked for beside the package.
enum Corpus {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["MAYDAY_CORPORA"] { return URL(fileURLWithPath: path) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/corpora")
  }()

  static let postmortems: [URL] = {
    let root = folder.appendingPathComponent("postmortems")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
  }()
}
