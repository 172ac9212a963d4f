import ArgumentParser
import CommandKit
import DocumentImport
import Interchange
import Schemas
import TerminalPages

/// `mayday library add`: others' postmortems, to be read.
struct AddToLibrary: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Bring others' postmortems into the library.",
    usage: "mayday library add <paths> ... [--reference <commit>] [--all] [options]",
    discussion: """
      The same text again changes nothing; a changed one, known by its place or by title and date, is the next version \
      of what is there. Statistics leave others' postmortems out; for our own: mayday import. \
      Exit status: 1 when something could not be read or was refused.

        mayday library read postmortems/         look first
        mayday library add postmortems/
      """)

  @OptionGroup(title: "What") var reading: ReadingArguments

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let (outcomes, _) = try reading.read()
    let client = try await options.open()
    var rows: [JSONValue] = []
    var hasFailed = false
    func tell(_ word: String, _ document: String, _ said: String, _ members: [String: JSONValue?]) throws {
      rows.append(.members(members))
      guard client.format == .text else { return }
      var lines = TextLines(client.terminal)
      lines.add(word, "\(document)\(said.isEmpty ? "" : ": \(said)")", indent: 0, columns: 10)
      try Output.write(lines.text, to: nil)
    }
    for outcome in outcomes {
      guard case .refused(let path, _, let refusal) = outcome else { continue }
      hasFailed = true
      try tell("not read", path, refusal.description, ["path": .string(path), "refused": .string(refusal.description)])
    }
    let documents = reading.taken(outcomes)
    for document in documents {
      do {
        let answer: Answered<LibraryAddedAnswer> = try await client.ask(.addToLibrary, body: Self.body(document))
        try tell(
          answer.value.postmortem, document.title, answer.value.isNewVersion == true ? "a new version" : "",
          [
            "path": .string(document.path), "postmortem": .string(answer.value.postmortem),
            "isNewVersion": answer.value.isNewVersion.map { .bool($0) },
          ])
      } catch let problem as Problem {
        let isKnown = problem.kind == .nothingNew
        hasFailed = hasFailed || !isKnown
        try tell(
          isKnown ? "known" : "refused", document.title, problem.detail,
          [
            "path": .string(document.path), (isKnown ? "known" : "refused"): .string(problem.detail),
          ])
      }
    }
    if client.format == .json {
      try Output.write(JSONValue.members(["schemaVersion": 1, "documents": .array(rows)]).indented, to: nil)
    }
    if client.format == .text, documents.isEmpty {
      try Output.write("Nothing here looks like a postmortem: mayday library read says why.", to: nil)
    }
    if hasFailed { throw ExitStatus.findings }
  }

  private static func body(_ document: ImportedDocument) -> JSONValue {
    .members([
      "title": .string(document.title), "text": .string(document.markdown),
      "source": .string("\(document.origin)/\(document.path)"),
      "notes": .array(document.notes.map { .string($0.sentence) }),
    ])
  }
}
