import ArgumentParser
import CommandKit
import Interchange
import Schemas
import TerminalPages

/// The name of a part of a postmortem, as people write it: `L4`, `f2`, `3`.
enum PartName {
  /// Its number as paths carry it; throws ``CommandFailure`` for what is not one.
  static func read(_ text: String, _ letter: Character, _ part: String) throws -> String {
    guard let number = number(text, letter) else {
      throw CommandFailure(
        "'\(TerminalText.harmless(text.prefix(60)))' is not a \(part)",
        hint: "Write it as \(letter)2; mayday postmortem show tells them all.")
    }
    return String(number)
  }

  static func number(_ text: some StringProtocol, _ letter: Character) -> Int? {
    let digits = text.first.map { String($0).uppercased() == String(letter) } == true ? text.dropFirst() : text[...]
    return Int(digits).flatMap { $0 > 0 ? $0 : nil }
  }
}

/// A part of a postmortem that is there already.
struct PartArguments: ParsableArguments {
  @OptionGroup var postmortem: PostmortemArguments

  @Argument(help: "The part: its letter and number.")
  var part: String
}

extension CommandClient {
  /// Adds a part, or writes one anew, and says under which name it stands.
  func writePart(
    _ operation: OperationID, path: [String: String], body: [String: JSONValue?], _ letter: Character, _ verb: String
  ) async throws {
    try await change(operation, path: path, body: .members(body)) { change in
      let name = change.number.map { "\(letter)\($0)" } ?? "It"
      return "\(name) \(verb) in \(change.postmortem.id)."
    }
  }

  /// The postmortem as it is now, for what a command leaves out.
  func known(_ path: [String: String]) async throws -> PostmortemAnswer {
    let answer: Answered<PostmortemAnswer> = try await ask(.readPostmortem, path: path)
    return answer.value
  }
}

extension JSONValue {
  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
