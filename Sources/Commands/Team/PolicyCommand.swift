import ArgumentParser
import CommandKit
import Foundation
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday policy`: what the team has agreed on for the time of an incident.
struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "See what the team has agreed on: severities, roles, who speaks when.",
    discussion: """
        mayday policy show
        mayday policy show --format json > policy.json
        mayday policy set policy.json
        mayday policy add-role support legal
      """,
    subcommands: [Show.self, Set.self, AddRole.self], defaultSubcommand: Show.self)

  /// `mayday policy show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show it; as JSON to change it.", usage: "mayday policy show [options]")

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PolicyAnswer> = try await client.ask(.readPolicy)
      // The policy alone, so that what is printed can be set again.
      try client.show(answer.value.policy) {
        PolicyText(policy: answer.value.policy, version: answer.value.version).render(for: client.terminal)
      }
    }
  }

  /// `mayday policy set`.
  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Agree on a policy anew, as a whole, from a JSON file.",
      usage: "mayday policy set <file> [options]")

    @Argument(help: "The file; - for standard input.", completion: .file(extensions: ["json"]))
    var file: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let text = try DocumentFile.read(file)
      let policy: JSONValue
      do {
        policy = try Schemas.JSONText.parse(Array(text.utf8))
      } catch {
        throw CommandFailure("'\(file)' is not JSON: \(error)", hint: "Begin with: mayday policy show --format json")
      }
      let client = try await options.open(mayBegin: true)
      let before: Answered<PolicyAnswer> = try await client.ask(.readPolicy)
      let answer: Answered<PolicyAnswer> = try await client.ask(.replacePolicy, body: policy, ifMatch: before.tag)
      try client.show(answer) {
        PolicyText(policy: $0.policy, version: $0.version).render(for: client.terminal)
      }
    }
  }
  /// `mayday policy add-role`.
  struct AddRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add-role", abstract: "Add roles that plans call upon; the rest of the policy stays.",
      usage: "mayday policy add-role <roles> ... [--duty <words>] [options]",
      discussion: """
        Support, security, management and legal come with a card that says what whoever has the role does, leaves to \
        others and begins with. Another role needs --duty.

          mayday policy add-role support legal
          mayday policy add-role logistics --duty "Keeps lorries and stores informed."
        """)

    @Argument(help: "Identifiers of the roles, as plans name them.")
    var roles: [String]

    @Option(help: ArgumentHelp("What it is called, where one role is added.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("What whoever has it does, where one role is added.", valueName: "words"))
    var duty: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      guard roles.count == 1 || (name == nil && duty == nil) else {
        throw ValidationError("--name and --duty are for one role at a time.")
      }
    }

    func run() async throws {
      let client = try await options.open(mayBegin: true)
      let wanted = roles.map { role in
        JSONValue.members([
          "id": .string(role.lowercased()), "name": name.map { .string($0) }, "duty": duty.map { .string($0) },
        ])
      }
      let answer: Answered<PolicyAnswer> = try await client.ask(.addRoles, body: .object(["roles": .array(wanted)]))
      try client.showLine(answer) { answer in
        let names = roles.compactMap { answer.policy.role($0.lowercased())?.name }
        return "Among our roles now: \(names.joined(separator: ", ")). Say who can fill them: mayday people change"
      }
    }
  }
}
