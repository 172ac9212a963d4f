import Foundation

/// The `mayday` that this build made, run as a person runs it.
struct BuiltBinary {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Beside the bundle of the tests.
  static let url: URL = {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appendingPathComponent("mayday")
  }()

  /// Runs to the end.
  ///
  /// Output goes through files, so that no pipe can fill up and stop it.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:], program: URL = Self.url
  ) throws -> Outcome {
    let out = folder.appendingPathComponent(".out-\(UUID().uuidString)")
    let err = folder.appendingPathComponent(".err-\(UUID().uuidString)")
    defer {
      try? FileManager.default.removeItem(at: out)
      try? FileManager.default.removeItem(at: err)
    }
    let process = try start(arguments, in: folder, environment: environment, program: program, out: out, err: err)
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }

  /// Starts and returns at once.
  static func start(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:], program: URL = Self.url, out: URL,
    err: URL
  ) throws -> Process {
    try Data().write(to: out)
    try Data().write(to: err)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    return process
  }
}

/// A folder of its own for a test, taken away afterwards.
final class Workbench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }

  /// Sets when a file was last changed, so many seconds ago.
  func age(_ name: String, seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)],
      ofItemAtPath: folder.appendingPathComponent(name).path)
  }

  func mayday(_ arguments: String..., environment: [String: String] = [:]) throws -> BuiltBinary.Outcome {
    try BuiltBinary.run(arguments, in: folder, environment: environment)
  }
}
