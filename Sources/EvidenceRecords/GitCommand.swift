package import Foundation
import Synchronization

/// Runs `git` on a repository that nobody vouches for: no configuration but the repository's own, no hooks, no programs that
/// the repository names, no prompts, no network; with a time-out and a limit on what it may say.
package struct GitCommand {
  /// What a command said.
  package struct Output {
    package var data: Data
    package var status: Int32
    /// Whether it was stopped at the limit of bytes or of time.
    package var isCut: Bool
    /// What it said on standard error.
    package var errors: String

    /// The last line of what it said on standard error, for a note.
    package var complaint: String {
      String(errors.split { $0 == "\n" }.last ?? "").replacing("fatal: ", with: "").titled(charactersMax: 200)
    }
  }

  /// The repository, bare or a work tree.
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// One command at a time: processes started side by side inherit each other's pipes, and reading to the end of one would
  /// wait for the other.
  private static let turn = Mutex(())

  private static let executable: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/git" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Runs one command, with a file for standard input.
  ///
  /// Output beyond `bytesMax` and time beyond `secondsMax` stop it. Throws when git is absent; a command that fails is for
  /// the caller to judge.
  package func run(_ arguments: [String], input: String? = nil, bytesMax: Int = 1 << 20, secondsMax: Double = 60)
    throws(RecordError) -> Output
  {
    try Self.run(
      Self.safety(for: folder) + ["-C", folder] + arguments, environment: Self.environment, input: input,
      bytesMax: bytesMax, secondsMax: secondsMax)
  }

  static func run(
    _ arguments: [String], environment: [String: String], input: String? = nil, bytesMax: Int, secondsMax: Double
  ) throws(RecordError) -> Output {
    guard let executable else {
      throw RecordError(
        .commandAbsent,
        "the command 'git' is not installed; repositories are read through it: install git and run again")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = environment
    let output = Pipe()
    let complaints = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-git-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: complaints.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: complaints) }
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: complaints.path) ?? FileHandle.nullDevice
    process.standardInput = input.flatMap { FileHandle(forReadingAtPath: $0) } ?? FileHandle.nullDevice
    let (data, isCut) = try turn.withLock { _ throws(RecordError) in
      try collect(process, output, bytesMax: bytesMax, secondsMax: secondsMax)
    }
    let errors = (try? Data(contentsOf: complaints))?.prefix(4096).text ?? ""
    return Output(data: data, status: process.terminationStatus, isCut: isCut, errors: errors)
  }

  private static func collect(_ process: Process, _ output: Pipe, bytesMax: Int, secondsMax: Double)
    throws(RecordError) -> (Data, Bool)
  {
    do {
      try process.run()
    } catch {
      throw RecordError(.commandAbsent, "the command 'git' cannot be started; check that it is installed and runs")
    }
    let alarm = Alarm(process, afterSeconds: secondsMax)
    defer { alarm.cancel() }
    var data = Data()
    var isCut = false
    while let piece = try? output.fileHandleForReading.read(upToCount: 1 << 16), !piece.isEmpty {
      data.append(piece)
      guard data.count > bytesMax else { continue }
      data.removeLast(data.count - bytesMax)
      isCut = true
      process.terminate()
      break
    }
    process.waitUntilExit()
    return (data, isCut || alarm.hasRung)
  }

  private static let environment: [String: String] = [
    "GIT_ATTR_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat", "GIT_TERMINAL_PROMPT": "0",
    "HOME": "/nonexistent", "LC_ALL": "C", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
  ]

  /// Settings that take precedence over those of the repository.
  private static func safety(for folder: String) -> [String] {
    [
      "safe.directory=\(folder)", "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.pager=cat",
      "diff.external=", "gc.auto=0", "log.showSignature=false", "protocol.allow=never",
    ].flatMap { ["-c", $0] }
  }
}

/// Stops a process that takes too long.
private final class Alarm: Sendable {
  private let state = Mutex(State.waiting)

  private enum State {
    case waiting
    case rung
    case cancelled
  }

  init(_ process: Process, afterSeconds seconds: Double) {
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in
      let isDue = self?.state.withLock { state in
        guard state == .waiting else { return false }
        state = .rung
        return true
      }
      if isDue == true { process.terminate() }
    }
  }

  var hasRung: Bool { state.withLock { $0 == .rung } }

  func cancel() { state.withLock { if $0 == .waiting { $0 = .cancelled } } }
}
