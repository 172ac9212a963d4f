import ArgumentParser
import Chronology
import CommandKit
import Foundation
import Interchange
import Postmortems
import Publishing
import Schemas
import TerminalPages
import TextComparing

extension PostmortemsCommand {
  /// `mayday postmortem export`.
  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write it to a file: Markdown, one HTML file, or JSON.",
      usage:
        """
        mayday postmortem export <PM-1> [--format markdown|html|json]
          [--published <audience>] [-o <file>] [options]
        """,
      discussion: """
        The Markdown holds all of the document and is read back without loss.

          mayday postmortem export PM-1 -o postmortem.md
          mayday postmortem export PM-1 --format html -o postmortem.html
          mayday postmortem export PM-1 --published public -o public.md
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Option(help: "Form of the file: markdown, html, json.")
    var format: DocumentForm = .markdown

    @Option(help: ArgumentHelp("What is out for an audience, in place of the document itself.", valueName: "audience"))
    var published: PublicationAudience?

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file when it is there already.")
    var force = false

    @OptionGroup(title: "Where") var place: PlaceArguments

    func validate() throws {
      guard format != .text else { throw ValidationError("--format is markdown, html or json.") }
    }

    func run() async throws {
      if let output, output != "-", !force, FileManager.default.fileExists(atPath: output) {
        throw CommandFailure("'\(output)' is there already", hint: "Name another file, or replace it with --force.")
      }
      let client = try await place.open(format: .text)
      let answer: Answered<PostmortemAnswer> = try await client.ask(.readPostmortem, path: try postmortem.path)
      let text = try await content(answer, client)
      // A document is written as it is: a line end that it does not have is not added.
      guard let output, output != "-" else { return try Output.writeRaw(text) }
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
      } catch {
        throw CommandFailure(
          "'\(output)' cannot be written: \(Output.reason(error))", hint: "Name another file with -o.")
      }
      Output.say("Wrote '\(output)'.")
    }

    private func content(_ answer: Answered<PostmortemAnswer>, _ client: CommandClient) async throws -> String {
      let postmortem = answer.value
      var markdown: String
      var shown = postmortem.changed ?? client.now
      var title = postmortem.summary.title
      if let published {
        let out: Answered<PublicationAnswer> = try await client.ask(
          .readPublication, path: try self.postmortem.path("audience", published.rawValue))
        if format == .json { return out.json.indented + "\n" }
        markdown = out.value.markdown ?? ""
        shown = out.value.at
        title = out.value.title
      } else {
        if format == .json { return answer.json.indented + "\n" }
        let text: Answered<PostmortemTextAnswer> = try await client.ask(
          .readPostmortemText, path: try self.postmortem.path)
        markdown = text.value.markdown
      }
      guard format == .html else { return markdown }
      return HTMLFile(
        title: title, audience: published ?? .internal, date: client.zone.date(shown),
        revision: published == nil || published == .internal ? "Revision \(postmortem.revision)" : nil,
        markdown: markdown
      ).html
    }
  }

  /// `mayday postmortem versions`.
  struct Versions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "versions", abstract: "List how it came to be, newest first.",
      usage: "mayday postmortem versions <PM-1> [options]")

    @OptionGroup var postmortem: PostmortemArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PageAnswer<PostmortemVersionAnswer>> = try await client.ask(
        .listPostmortemVersions, path: try postmortem.path)
      try client.show(answer) { page in
        var lines = TextLines(client.terminal)
        lines.table(
          page.items.map {
            [String($0.version), client.zone.short($0.at, beside: client.now), $0.by, $0.what]
          }, indent: 0)
        return lines.text
      }
    }
  }

  /// `mayday postmortem compare`.
  struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare", abstract: "Compare two versions word by word.",
      usage: "mayday postmortem compare <PM-1> <from> [<to>] [options]",
      discussion: "  mayday postmortem compare PM-1 3 12")

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "The earlier version.")
    var from: Int

    @Argument(help: "The later version; left out: now.")
    var to: Int?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<ComparisonAnswer> = try await client.ask(
        .comparePostmortem, path: try postmortem.path, query: ["from": String(from), "to": to.map(String.init)])
      try client.show(answer) { comparison in
        let old = comparison.passages.filter { $0.kind != .added }.map(\.text).joined()
        let new = comparison.passages.filter { $0.kind != .removed }.map(\.text).joined()
        let text = ComparisonLines(old: old, new: new).text(wordMarks: true)
        return text.isEmpty ? "No words changed." : TerminalText.harmlessLines(text)
      }
    }
  }
}
