import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday update publish`.
struct PublishUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Show what goes where, ask, and publish.",
    usage: "mayday update publish [<number>] [--reason …] [--yes] [options]",
    discussion: """
      What the reviewer holds, and what a second person should approve, goes out with a reason alone; the reason is \
      recorded. Exit status: 1 when it is held.

        mayday update publish
        mayday update publish 2 --yes --reason "a word now beats three later"
      """)

  @OptionGroup var update: UpdateArguments

  @Option(help: "Why it goes out although the reviewer holds it, or unapproved.")
  var reason: String?

  @Flag(name: .shortAndLong, help: "Do not ask.")
  var yes = false

  func run() async throws {
    let client = try await update.options.open()
    let (path, old) = try await update.find(client, in: [.draft])
    let preview: Answered<PreviewAnswer> = try await client.ask(.previewUpdate, path: path)
    if client.format == .text, preview.value.update.standing == .draft { try show(preview.value, client) }
    if reason == nil, preview.value.update.standing == .draft { try checkHeld(preview.value) }
    if !yes {
      guard Terminal.isConversation else {
        throw CommandFailure(
          "nobody can be asked whether update \(old.number) is to go out", hint: "Say so with --yes.")
      }
      guard try Prompt.isConfirmed("Publish update \(old.number) to \(old.audience.words) now?") else {
        return Output.say("It stays a draft.")
      }
    }
    let change: Answered<ChangeAnswer> = try await client.ask(
      .publishUpdate, path: path,
      body: .members([
        "seenVersion": .integer(preview.value.update.version), "releaseReason": reason.map { .string($0) },
      ]))
    try client.showEntry(change) { _ in
      change.value.update?.text.nextBy.map {
        "The next word is promised by \(client.zone.short($0, beside: client.now)) \(client.zone.label)."
      }
    }
  }

  private func show(_ preview: PreviewAnswer, _ client: CommandClient) throws {
    let terminal = client.terminal
    var parts = [UpdateSheet(preview: preview, zone: client.zone, now: client.now).render(for: terminal)]
    if !preview.findings.isEmpty { parts.append(UpdateFindings(preview: preview).render(for: terminal)) }
    try Output.write(parts.joined(separator: "\n\n") + "\n\n", to: nil)
  }

  private func checkHeld(_ preview: PreviewAnswer) throws {
    let number = preview.update.number
    if !preview.held.isEmpty {
      Output.say(
        """
        The reviewer holds update \(number): \(preview.held.joined(separator: ", ")).
          Mend it:
            \(preview.mendingCommand)
          Or say why it goes out all the same:
            mayday update publish \(number) --reason "…"
        """)
      throw ExitStatus.findings
    }
    if preview.needsApproval, preview.update.approvedBy == nil {
      Output.say(
        """
        Update \(number) waits for a second person.
          They read and approve it:
            mayday update approve \(number)
          Or say why it goes out unapproved:
            mayday update publish \(number) --reason "…"
        """)
      throw ExitStatus.findings
    }
  }
}

/// `mayday update correct`.
struct CorrectUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Correct what was published; both stay to be read.",
    usage: "mayday update correct [<number>] [fields] --reason … [options]",
    discussion: "  mayday update correct 2 --affected \"One in five.\" --reason \"counted twice\"")

  @OptionGroup var update: UpdateArguments
  @OptionGroup(title: "What it says") var fields: UpdateFields

  @Option(help: "Why it is corrected; readers see it.")
  var reason: String

  func run() async throws {
    let client = try await update.options.open()
    guard !fields.isEmpty else {
      throw CommandFailure("it is not said what is corrected", hint: "Give the fields that change: --affected \"…\"")
    }
    let (path, old) = try await update.find(client, in: [.published])
    let text = try fields.applied(to: old.text, with: client)
    let change: Answered<ChangeAnswer> = try await client.ask(
      .correctUpdate, path: path, body: ["text": text.json, "reason": .string(reason)])
    try client.showEntry(change)
  }
}

/// `mayday update withdraw`.
struct WithdrawUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take back what was published; that it was taken back stays to be read.",
    usage: "mayday update withdraw [<number>] --reason … [options]",
    discussion: "  mayday update withdraw 2 --reason \"it was about another incident\"")

  @OptionGroup var update: UpdateArguments

  @Option(help: "Why; readers see it.")
  var reason: String

  func run() async throws {
    let client = try await update.options.open()
    let (path, _) = try await update.find(client, in: [.published])
    let change: Answered<ChangeAnswer> = try await client.ask(
      .withdrawUpdate, path: path, body: ["reason": .string(reason)])
    try client.showEntry(change)
  }
}
