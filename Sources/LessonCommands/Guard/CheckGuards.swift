import ArgumentParser
import CommandKit
import Guards
import Interchange
import Schemas

/// `mayday guard check`.
struct CheckGuards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the file that declares the guards, without running one.",
    discussion: "Exit status: 0 it can be used, 2 it cannot; every problem is told with its line.")

  @OptionGroup var source: GuardFileArguments

  @Option(help: "Form of the result.")
  var format: OutputFormat = .text

  func run() throws {
    switch format {
    case .text:
      let file = try source.read()
      let count = file.guards.count
      try Output.write("\(file.path): \(count == 1 ? "1 guard" : "\(count) guards"), nothing to mend.", to: nil)
    case .json:
      do {
        let file = try source.parsed()
        try Self.write(file.path, count: file.guards.count, [])
      } catch let error as GuardFileError {
        try Self.write(source.file, count: nil, error.problems)
        throw ExitStatus.failure
      }
    }
  }

  private static func write(_ path: String, count: Int?, _ problems: [GuardFileError.Problem]) throws {
    let rows = problems.map { problem -> JSONValue in
      ["line": .integer(Int64(problem.line)), "reason": .string(problem.reason), "hint": .string(problem.hint)]
    }
    try Output.write(
      JSONValue.members([
        "schemaVersion": 1, "file": .string(path), "guards": count.map { .integer(Int64($0)) },
        "problems": .array(rows),
      ]).indented, to: nil)
  }
}
