import ArgumentParser
import CommandKit
import Incidents
import Interchange
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
    abstract: "Approve an update that somebody else wrote.", usage: "mayday update approve [<number>] [options]",
    discussion: "Read it first: mayday update show. Writing it anew takes the approval away.")

  @OptionGroup var update: UpdateArguments

  func run() async throws {
    let client = try await update.options.open()
    let (path, old) = try await update.find(client, in: [.draft])
    let change: Answered<ChangeAnswer> = try await client.ask(.approveUpdate, path: path)
    try client.showEntry(change) { _ in "Publish it: mayday update publish \(old.number)" }
  }
}
