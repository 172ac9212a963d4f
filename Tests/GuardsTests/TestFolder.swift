import Foundation
import Guards

/// A folder of its own for a test, taken away afterwards.
final class TestFolder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("guards-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  func read(_ name: String) -> String? {
    try? String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  /// Runs one guard in this folder.
  func run(
    _ kind: GuardKind, within seconds: Double = 500, environment: [String: String] = ProcessInfo.processInfo.environment
  ) async -> GuardResult {
    let definition = GuardDefinition(
      name: "it", title: "It stays true", kind: kind, protects: "INC-1", withinSeconds: seconds)
    return await GuardRunner(folder: path, environment: environment).run(definition)
  }
}

/// The repository that this test belongs to.
enum Repository {
  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
