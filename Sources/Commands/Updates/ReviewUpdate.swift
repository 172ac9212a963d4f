import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday update review`.
struct ReviewUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "What a careful reader would ask about an update before it goes out.",
    usage: "mayday update review [<number>] [options]",
    discussion: "Exit status: 0 no findings, 1 findings. What a rule means: mayday rules.")

  @OptionGroup var update: UpdateArguments

  func run() async throws {
    let client = try await update.options.open()
    let (path, _) = try await update.find(client, in: [.draft])
    let preview: Answered<PreviewAnswer> = try await client.ask(.previewUpdate, path: path)
    try client.show(preview.value.findings) {
      UpdateFindings(preview: preview.value).render(for: client.terminal)
    }
    if !preview.value.findings.isEmpty { throw ExitStatus.findings }
  }
}

/// `mayday update show`.
struct ShowUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an update exactly as it goes out, and where it goes.",
    usage: "mayday update show [<number>] [options]")

  @OptionGroup var update: UpdateArguments

  func run() async throws {
    let client = try await update.options.open()
    let (path, _) = try await update.find(client, in: [.draft], orNewestOf: [.published, .withdrawn])
    let preview: Answered<PreviewAnswer> = try await client.ask(.previewUpdate, path: path)
    try client.show(preview) {
      UpdateSheet(preview: $0, zone: client.zone, now: client.now).render(for: client.terminal)
    }
  }
}

/// `mayday update approve`.
struct ApproveUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Show an update that somebody else wrote, ask, and approve it.",
    usage: "mayday update approve [<number>] [--yes] [options]",
    discussion: """
      What is approved is the text that is shown. Where somebody writes it anew meanwhile, nothing is approved; \
      writing it anew afterwards takes the approval away.
      """)

  @OptionGroup var update: UpdateArguments

  @Flag(name: .shortAndLong, help: "Do not ask.")
  var yes = false

  func run() async throws {
    let client = try await update.options.open()
    let (path, old) = try await update.find(client, in: [.draft])
    let preview: Answered<PreviewAnswer> = try await client.ask(.previewUpdate, path: path)
    if client.format == .text, preview.value.update.standing == .draft {
      let sheet = UpdateSheet(preview: preview.value, zone: client.zone, now: client.now)
      try Output.write(sheet.render(for: client.terminal) + "\n\n", to: nil)
    }
    if !yes {
      guard Terminal.isConversation else {
        throw CommandFailure(
          "nobody can be asked whether they approve update \(old.number)", hint: "Say so with --yes.")
      }
      guard try Prompt.isConfirmed("Do you approve update \(old.number) as it stands here?") else {
        return Output.say("It is not approved.")
      }
    }
    let change: Answered<ChangeAnswer> = try await client.ask(
      .approveUpdate, path: path, body: ["seenVersion": .integer(preview.value.update.version)])
    try client.showEntry(change) { _ in "Publish it: mayday update publish \(old.number)" }
  }
}
