import ArgumentParser
import Chronology
import CommandKit
import Incidents
import Interchange
import Plans
import Schemas
import TerminalPages

/// `mayday role`: who does what, handed over and never lost.
struct RoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role",
    abstract: "Give a role to somebody, or see who has and had which.",
    usage: "mayday role [<role> [<person> | --nobody]] [options]",
    discussion: """
        mayday role communications ben
        mayday role commander kim --note "The rollback is half done"
        mayday role --at 03:12                   who had it then
      """)

  @Argument(help: "The role: commander, communications, operations, scribe or your team's own.")
  var role: String?

  @Argument(help: "Who has it from now on.")
  var person: String?

  @Flag(help: "Nobody has it from now on.")
  var nobody = false

  @Option(help: "What the next one should know.")
  var note: String?

  @Option(help: ArgumentHelp("Show who had it at this time.", valueName: "time"))
  var at: String?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    if nobody, person != nil { throw ValidationError("--nobody and a person contradict each other.") }
    if at != nil, person != nil || nobody { throw ValidationError("--at shows who had a role; it does not give one.") }
  }

  func run() async throws {
    let client = try await options.open()
    var path = try await incident.path(with: client)
    guard let role, person != nil || nobody else {
      let at = try client.instant(at, option: "--at")
      let answer: Answered<PageAnswer<RoleAnswer>> = try await client.ask(
        .listRoles, path: path, query: ["at": at?.rfc3339])
      return try client.show(answer) { page in
        let shown = page.items.filter { self.role == nil || $0.role == self.role }
        return RolesText(roles: shown, at: at, zone: client.zone, now: client.now).render(for: client.terminal)
      }
    }
    path["role"] = role.lowercased()
    let change: Answered<ChangeAnswer> = try await client.ask(
      .assignRole, path: path,
      body: .members(["person": person.map { .string($0) } ?? .null, "note": note.map { .string($0) }]))
    try client.showEntry(change)
    await RoleDoubt.tell(role, path, client)
  }
}

/// `mayday lead`: somebody takes the lead.
struct LeadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lead",
    abstract: "Take the lead, or give it to somebody.", usage: "mayday lead [<person>] [--note …] [options]",
    discussion: """
        mayday lead
        mayday lead kim --note "The rollback is half done"
      """)

  @Argument(help: "Who leads from now on; left out: you.")
  var person: String?

  @Option(help: "What the next one should know.")
  var note: String?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    var path = try await incident.path(with: client)
    path["role"] = RoleDefinition.commander
    var leader = person
    if leader == nil {
      let me: Answered<MeAnswer> = try await client.ask(.readMe)
      leader = me.value.account
    }
    let change: Answered<ChangeAnswer> = try await client.ask(
      .assignRole, path: path, body: .members(["person": leader.map { .string($0) }, "note": note.map { .string($0) }]))
    try client.showEntry(change)
    await RoleDoubt.tell(RoleDefinition.commander, path, client)
  }
}

/// That nobody here has the name of whoever was given a role: it stands all the same, as people from outside exist.
enum RoleDoubt {
  static func tell(_ role: String, _ path: [String: String], _ client: CommandClient) async {
    // An aid: where it cannot be told, the role is given all the same.
    let roles: Answered<PageAnswer<RoleAnswer>>? = try? await client.ask(.listRoles, path: path)
    guard let doubt = roles?.value.items.first(where: { $0.role == role.lowercased() })?.doubt else { return }
    let again = doubt.near.map { " If so: mayday role \(role.lowercased()) '\($0)'" } ?? ""
    Output.say("\(doubt.words)\(again)")
  }
}
