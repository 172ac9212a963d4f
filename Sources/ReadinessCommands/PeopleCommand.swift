package import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Plans
import Schemas
import TerminalPages

/// `mayday people`: who can be called, and for which role.
package struct PeopleCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "Keep the list of who can be called, and for which role.",
    discussion: """
        mayday people add "Ines Roth" --role operations --role scribe=next
          --contact telephone=+49301234 --away 2026-12-24..2027-01-02
        mayday people change Ines --role commander=learning
      """,
    subcommands: [List.self, Add.self, Change.self, Gone.self], defaultSubcommand: List.self)

  package init() {}

  /// `mayday people list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List where a holiday would hurt, role cards with who is next, who is told how soon, and people.",
      usage: "mayday people list [options]")

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open(mayBegin: true)
      let people: Answered<PeopleAnswer> = try await client.ask(.listPeople)
      guard client.format == .text else { return try client.show(people) { _ in "" } }
      let policy: Answered<PolicyAnswer> = try await client.ask(.readPolicy)
      let names = Dictionary(policy.value.policy.severities.map { ($0.level, $0.name) }) { first, _ in first }
      try client.show(people) { PeopleText(people: $0, severityNames: names).render(for: client.terminal) }
    }
  }

  /// What is said of somebody.
  struct Entry: ParsableArguments {
    @Option(help: ArgumentHelp("A role, asked first; operations=next, operations=learning.", valueName: "role"))
    var role: [String] = []

    @Option(help: ArgumentHelp("A way to reach them.", valueName: "telephone=+49301"))
    var contact: [String] = []

    @Option(help: ArgumentHelp("Days on which they are away, both included.", valueName: "day..day"))
    var away: [String] = []

    func roles() throws -> [JSONValue] {
      try role.map { text in
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        let place = parts.count > 1 ? parts[1] : RosterPerson.Place.first.rawValue
        guard RosterPerson.Place(rawValue: place) != nil else {
          throw CommandFailure("--role: '\(place)' is not first, next or learning", hint: "Write operations=next.")
        }
        return .object(["role": .string(parts.first ?? ""), "place": .string(place)])
      }
    }

    func contacts() throws -> [JSONValue] {
      try contact.map { text in
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw CommandFailure("--contact: '\(text)' does not say what it is", hint: "Write telephone=+49301234.")
        }
        return .object(["kind": .string(parts[0]), "value": .string(parts[1])])
      }
    }

    func absences() throws -> [JSONValue] {
      try away.map { text in
        let days = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard days.count <= 2, let first = days.first, let last = days.last else {
          throw CommandFailure("--away: '\(text)' names no days", hint: "Write 2026-12-24..2027-01-02.")
        }
        return .object(["from": .string(first), "to": .string(last)])
      }
    }
  }

  /// `mayday people add`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add somebody who can be called.", usage: "mayday people add <name> [options]")

    @Argument(help: "Their name.")
    var name: String

    @OptionGroup var entry: Entry
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PersonAnswer> = try await client.ask(
        .addPerson,
        body: .object([
          "name": .string(name), "roles": .array(try entry.roles()), "contacts": .array(try entry.contacts()),
          "absences": .array(try entry.absences()),
        ]))
      try client.showLine(answer) { "\($0.name) is on the list, as number \($0.number)." }
    }
  }

  /// `mayday people change`.
  struct Change: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change", abstract: "Write somebody's entry anew; what is not named stays.",
      usage: "mayday people change <name or number> [options]")

    @Argument(help: "Their name, or enough of it; or their number on the list.")
    var person: String

    @Option(help: ArgumentHelp("Their name.", valueName: "name"))
    var name: String?

    @OptionGroup var entry: Entry
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let people: Answered<PeopleAnswer> = try await client.ask(.listPeople)
      let known = try PersonNaming.person(person, among: people.value.items)
      let roles = try entry.roles()
      let named = Set(roles.compactMap { $0["role"]?.string })
      let kept = known.roles.filter { !named.contains($0.role) }.map { entry in
        JSONValue.object(["role": .string(entry.role), "place": .string(entry.place.rawValue)])
      }
      let contacts = try entry.contacts()
      let absences = try entry.absences()
      let answer: Answered<PersonAnswer> = try await client.ask(
        .writePerson, path: ["person": "\(known.number)"],
        body: .object([
          "name": .string(name ?? known.name), "roles": .array(kept + roles),
          "contacts": .array(
            contacts.isEmpty
              ? known.contacts.map { .object(["kind": .string($0.kind), "value": .string($0.value)]) } : contacts),
          "absences": .array(
            known.absences.map { .object(["from": .string("\($0.from)"), "to": .string("\($0.to)")]) } + absences),
        ]), ifMatch: EntityTag(version: known.version).description)
      try client.showLine(answer) { "The entry of \($0.name) is written anew." }
    }
  }

  /// `mayday people gone`.
  struct Gone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gone", abstract: "Say that somebody is no longer here.",
      usage: "mayday people gone <name or number> [options]")

    @Argument(help: "Their name, or enough of it; or their number on the list.")
    var person: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let people: Answered<PeopleAnswer> = try await client.ask(.listPeople)
      let known = try PersonNaming.person(person, among: people.value.items)
      let answer: Answered<PersonAnswer> = try await client.ask(.removePerson, path: ["person": "\(known.number)"])
      try client.showLine(answer) { "\($0.name) is off the list; how to reach them is not shown any more." }
    }
  }
}
