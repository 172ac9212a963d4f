import ArgumentParser
import Chronology
import CommandKit
import Documents
import Findings
import Foundation
import Interchange
import Postmortems
import Schemas
import TerminalPages
import TextComparing

extension PostmortemsCommand {
  /// `mayday postmortem edit`.
  struct Edit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit", abstract: "Write a section in your editor, or from a file.",
      usage: """
        mayday postmortem edit <PM-1> <section> [--file …]
          [--seen <version>] [options]
        """,
      discussion: """
        Opens $VISUAL or $EDITOR. Where somebody wrote the same section meanwhile, both texts are kept: yours in a file, \
        and the difference is shown.

          mayday postmortem edit PM-1 impact
          mayday postmortem edit PM-1 lessons --file lessons.md --seen 5

        Sections: \(SectionKind.allCases.map(\.rawValue).joined(separator: ", ")).
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "The section.")
    var section: SectionKind

    @Option(help: ArgumentHelp("Take its words from a file; - for standard input.", valueName: "file"))
    var file: String?

    @Option(
      help: ArgumentHelp("With --file: the version that your text began with, as show tells it.", valueName: "version"))
    var seen: Int64?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      guard seen == nil || file != nil else { throw ValidationError("--seen goes with --file.") }
      guard seen ?? 0 >= 0 else { throw ValidationError("--seen is 0 or more.") }
    }

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PostmortemAnswer> = try await client.ask(.readPostmortem, path: try postmortem.path)
      guard let old = answer.value.sections.first(where: { $0.section == section }) else {
        throw CommandFailure("the answer has no section '\(section.rawValue)'")
      }
      let text =
        if let file { try DocumentFile.read(file) } else {
          try EditorSession.edit(old.markdown, name: "\(answer.value.summary.id)-\(section.rawValue).md")
        }
      guard text != old.markdown else { return Output.say("Nothing was changed.") }
      try await checkNewer(old, client)
      do {
        let change: Answered<PostmortemChangeAnswer> = try await client.ask(
          .writeSection, path: try postmortem.path("section", section.rawValue),
          body: ["markdown": .string(text), "seenVersion": .integer(seen ?? old.version)])
        try client.showLine(change) {
          "\(section.heading) of \($0.postmortem.id) is written, version \($0.section?.version ?? $0.version)."
        }
        try await review(text, client)
      } catch let problem as Problem {
        throw await kept(text, problem, client)
      }
    }

    /// What the reviewer says goes to standard error: it asks, and holds nothing back.
    private func review(_ text: String, _ client: CommandClient) async throws {
      guard client.format == .text else { return }
      let preview: Answered<SectionPreviewAnswer> = try await client.ask(
        .previewSection, path: try postmortem.path("section", section.rawValue), body: ["markdown": .string(text)])
      guard !preview.value.findings.isEmpty else { return }
      let findings = FindingsText(
        findings: preview.value.findings, documents: [section.heading: text], place: section.heading)
      Output.say("\n" + findings.render(for: .standardOutput()))
    }

    /// Tells whose words a file takes the place of; throws where they are newer than the file.
    private func checkNewer(_ old: SectionAnswer, _ client: CommandClient) async throws {
      guard let file, seen == nil, let by = old.by, let at = old.at else { return }
      let me: Answered<MeAnswer> = try await client.ask(.readMe)
      guard me.value.account != by else { return }
      let who = "\(TerminalText.harmless(by)) wrote '\(section.heading)' last, \(client.zone.dateAndTime(at))"
      // Records know whole seconds: within the same one it is not known which came first.
      guard file != "-", let changed = EditorSession.lastChange(of: file), changed <= at else {
        return Output.say("\(who), version \(old.version).")
      }
      throw CommandFailure(
        "\(who), after '\(file)' was last changed",
        hint: "Look at it: mayday postmortem show \(postmortem.postmortem)\n  "
          + "To put yours in its place: \(again(file, seen: old.version))")
    }

    private func again(_ file: String, seen version: Int64) -> String {
      "mayday postmortem edit \(postmortem.postmortem) \(section.rawValue) --file \(file) --seen \(version)"
    }

    /// A text that could not be saved is not lost.
    private func kept(_ text: String, _ problem: Problem, _ client: CommandClient) async -> CommandFailure {
      let isInFile = file != nil && file != "-"
      guard !isInFile || problem.theirs != nil else { return CommandFailure(problem) }
      let path = isInFile ? file : EditorSession.keep(text, name: "\(section.rawValue).md")
      var hints = [path.map { "Your text is in '\($0)'." } ?? "Your text:\n\(text)"]
      var version: Int64 = 0
      if let theirs = problem.theirs {
        let difference = ComparisonLines(old: theirs, new: text).text(wordMarks: true)
        let lines = TerminalText.harmlessLines(difference).replacing("\n", with: "\n  ")
        hints.append("From what stands there now to yours:\n  " + lines.trimmingBlanks)
        let known = try? await client.known(postmortem.path)
        version = known?.sections.first { $0.section == section }?.version ?? 0
      }
      if let path {
        let command =
          problem.theirs == nil
          ? "mayday postmortem edit \(postmortem.postmortem) \(section.rawValue) --file \(path)"
          : again(path, seen: version)
        hints.append("Then: \(command)")
      }
      return CommandFailure(CommandFailure(problem).description, hint: hints.joined(separator: "\n  "))
    }
  }
}

extension SectionKind: ExpressibleByArgument {}

/// A text in the editor of whoever types.
enum EditorSession {
  /// The text as it was saved.
  ///
  /// Throws ``CommandFailure`` where there is no editor, or it ended with an error.
  static func edit(
    _ text: String, name: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> String {
    let stated = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let editor = stated else {
      throw CommandFailure("no editor is known", hint: "export EDITOR=nano, or give the text with --file.")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data((text.isEmpty || text.hasSuffix("\n") ? text : text + "\n").utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The editor may be named with its options; the file is an argument of its own, whatever it is called.
    process.arguments = ["-c", "\(editor) \"$1\"", "mayday", file.path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CommandFailure(
        "'\(editor)' ended with status \(process.terminationStatus)", hint: "Nothing was changed.")
    }
    let saved = try DocumentFile.read(file.path)
    return saved.hasSuffix("\n") && !text.hasSuffix("\n") ? String(saved.dropLast()) : saved
  }

  /// When a file was last changed, to the second; nil where that is not known.
  static func lastChange(of path: String) -> Instant? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.modificationDate] as? Date).map { Instant(seconds: Int64($0.timeIntervalSince1970)) }
  }

  /// Keeps a text in the present folder under a name that is free; nil where it cannot be written.
  static func keep(_ text: String, name: String) -> String? {
    for number in 1...100 {
      let path = number == 1 ? "mayday-\(name)" : "mayday-\(number)-\(name)"
      guard !FileManager.default.fileExists(atPath: path) else { continue }
      return (try? Output.write(text, to: path)) == nil ? nil : path
    }
    return nil
  }
}
