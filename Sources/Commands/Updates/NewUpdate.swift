import ArgumentParser
import CommandKit
import Incidents
import Interchange
import TerminalPages

/// `mayday update new`.
struct NewUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin an update: what people need to hear, field by field.",
    usage: "mayday update new [--to <audience>] [fields] [options]",
    discussion: """
      Without fields, on a terminal, it asks for them one by one.

        mayday update new --to customers --state identified \\
          --broken "Paying by card fails for about one order in three." \\
          --since 02:58 --doing "We are taking the change back." \\
          --meanwhile "Please do not order again if you are unsure." \\
          --next "in 30 min" --sorry "We are sorry."
      """)

  @OptionGroup var address: UpdateAddress
  @OptionGroup(title: "What it says") var fields: UpdateFields
  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let path = try await incident.path(with: client)
    let answer: Answered<IncidentAnswer> = try await client.ask(.readIncident, path: path)
    let policy: Answered<PolicyAnswer> = try await client.ask(.readPolicy)
    let isAsking = fields.isEmpty && Terminal.isConversation
    guard let audience = try address.to ?? (isAsking ? interview(client).audience() : nil) else {
      throw CommandFailure(
        "it is not said for whom the update is",
        hint: "--to \(Audience.allCases.map(\.rawValue).joined(separator: ", --to "))")
    }
    let before = answer.value.updates.last { $0.audience == audience && $0.standing == .published }
    let template = policy.value.policy.protocolFor(audience, severity: answer.value.summary.severity)?.template
    var text = template ?? UpdateText()
    var state = address.state ?? before?.state ?? answer.value.publicState ?? .investigating
    if isAsking {
      let interview = interview(client)
      if address.state == nil { state = try interview.state(default: state) }
      text = try interview.text(
        before?.text ?? text, impactStarted: answer.value.summary.impactStarted)
    } else {
      guard !fields.isEmpty else {
        throw CommandFailure(
          "nothing is said yet", hint: "Give the fields: --broken …, --doing …, --next … (mayday help update new)")
      }
      text = try fields.applied(to: text, with: client)
    }
    let change: Answered<ChangeAnswer> = try await client.ask(
      .draftUpdate, path: path,
      body: UpdateBody.json(
        audience: audience, state: state, text: text, components: try address.conditions() ?? []))
    try await DraftedUpdate.show(change, path: path, with: client)
  }

  private func interview(_ client: CommandClient) -> UpdateInterview {
    UpdateInterview(zone: client.zone, now: client.now, ask: { try Prompt.line($0) }, say: { Output.say($0) })
  }
}

/// `mayday update edit`.
struct EditUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Write fields of a draft anew; the others stay.",
    usage: "mayday update edit [<number>] [fields] [options]",
    discussion: "  mayday update edit 2 --next \"in 20 min\"")

  @OptionGroup var update: UpdateArguments
  @OptionGroup var address: UpdateAddress
  @OptionGroup(title: "What it says") var fields: UpdateFields

  func run() async throws {
    let client = try await update.options.open()
    let (path, old) = try await update.find(client, in: [.draft])
    let text = try fields.applied(to: old.text, with: client)
    let change: Answered<ChangeAnswer> = try await client.ask(
      .reviseUpdate, path: path,
      body: UpdateBody.json(
        audience: address.to ?? old.audience, state: address.state ?? old.state, text: text,
        components: try address.conditions() ?? old.components), ifMatch: EntityTag(version: old.version).description)
    try await DraftedUpdate.show(change, path: path, with: client)
  }
}

/// What stands after a draft was written: what the reviewer says, and what comes next.
enum DraftedUpdate {
  static func show(_ change: Answered<ChangeAnswer>, path: [String: String], with client: CommandClient) async throws {
    guard client.format == .text, let update = change.value.update else { return try client.showEntry(change) }
    var path = path
    path["update"] = String(update.number)
    let preview: Answered<PreviewAnswer> = try await client.ask(.previewUpdate, path: path)
    try Output.write(
      DraftedText(incident: change.value.incident.id, preview: preview.value).render(for: client.terminal), to: nil)
  }
}
