package import ArgumentParser
import Foundation

/// The record that a command works on.
package struct RecordArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The record (default: $MAYDAY_RECORD, else mayday/record.sqlite below the user's data folder).",
      valueName: "file"),
    completion: .file())
  package var record: String?

  package init() {}

  /// Path of the record.
  package func path(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    if let record { return record }
    if let stated = environment["MAYDAY_RECORD"], !stated.isEmpty { return stated }
    let home = environment["HOME"] ?? NSHomeDirectory()
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/share"
    return data + "/mayday/record.sqlite"
  }

  /// Path of the record, after making the folder that it lies in.
  package func pathMakingFolder() throws -> String {
    let path = path()
    try Self.makeFolder(of: path)
    return path
  }

  /// Makes the folder that a record lies in.
  static func makeFolder(of path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        "the folder '\(folder.path)' for the record cannot be made: \(Output.reason(error))",
        hint: "Name another place with --record FILE.")
    }
  }
}
