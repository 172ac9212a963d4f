import CommandKit
import Interchange
import Schemas

/// Saves texts that were read out of files, each under its name.
struct TextSaving {
  let client: CommandClient
  let operation: OperationID
  /// What the text is, as the operation's address and the front matter call it: `plan`.
  let kind: String
  /// What changed.
  let note: String

  /// A text that says nothing new is told as such, and keeps the others from nothing; `line` tells of one that was saved.
  func save<Saved: Codable & Sendable>(
    _ text: String, named name: String, from file: MarkdownFile, line: (Saved) -> String
  ) async throws {
    guard !name.isEmpty else {
      throw CommandFailure(
        "'\(file.name)' has no title to be named by", hint: "Give it a line '\(kind): some-name'.")
    }
    do {
      let answer: Answered<Saved> = try await client.ask(
        operation, path: [kind: name],
        body: .object([
          "text": .string(text), "note": .string(note), "origin": .string(String(file.name.suffix(200))),
        ]))
      try client.showLine(answer, line)
    } catch let problem as Problem where problem.kind == .nothingNew {
      Output.say("\(name): as it was")
    }
  }
}
