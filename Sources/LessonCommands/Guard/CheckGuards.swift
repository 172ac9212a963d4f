import ArgumentParser
import CommandKit
import Guards

/// `mayday guard check`.
struct CheckGuards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the file that declares the guards, without running one.",
    discussion: "Exit status: 0 it can be used, 2 it cannot; every problem is told with its line.")

  @OptionGroup var source: GuardFileArguments

  func run() throws {
    let file = try source.read()
    let count = file.guards.count
    try Output.write("\(file.path): \(count == 1 ? "1 guard" : "\(count) guards"), nothing to mend.", to: nil)
  }
}
