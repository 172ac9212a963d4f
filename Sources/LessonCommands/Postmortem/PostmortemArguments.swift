import ArgumentParser
import CommandKit
import Interchange
import Schemas

/// The postmortem that a command is about.
struct PostmortemArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("The postmortem: PM-1.", valueName: "PM-1"))
  var postmortem: String

  /// As the path of an operation names it.
  var path: [String: String] {
    get throws { ["postmortem": try PostmortemName.read(postmortem)] }
  }

  /// As the path of an operation on one of its parts names it.
  func path(_ name: String, _ value: String) throws -> [String: String] {
    var path = try path
    path[name] = value
    return path
  }
}

/// `PM-7`, as people write it.
enum PostmortemName {
  /// Reads `PM-7`, `pm-7` and `7`.
  static func read(_ text: String) throws -> String {
    let number = WireName.number(text, prefix: "PM") ?? WireName.number("PM-" + text, prefix: "PM")
    guard let number else {
      throw CommandFailure("'\(text)' is not a postmortem", hint: "Write it as PM-7; mayday postmortem lists them.")
    }
    return WireName.postmortem(number)
  }
}

extension CommandClient {
  /// Does something to a postmortem and says in a sentence that it is done.
  func change(
    _ operation: OperationID, path: [String: String], body: JSONValue,
    _ sentence: (PostmortemChangeAnswer) -> String
  ) async throws {
    let change: Answered<PostmortemChangeAnswer> = try await ask(operation, path: path, body: body)
    try showLine(change, sentence)
  }
}
