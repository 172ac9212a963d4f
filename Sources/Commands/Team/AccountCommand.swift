import AccountStore
import Accounts
import ArgumentParser
import Chronology
import CommandKit
import Composition
import Foundation
import TerminalPages

/// `mayday account`: who can sign in, on a record of this machine.
struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Look after the accounts of a record on this machine.",
    discussion: """
      Whoever can write the record's file may do all of this, without signing in.

        mayday account invite --role responder --url https://mayday.example.org
        mayday account list
        mayday account revoke ben
      """,
    subcommands: [List.self, Invite.self, Add.self, Role.self, Password.self, Revoke.self, Restore.self],
    defaultSubcommand: List.self)

  /// `mayday account list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List accounts, and links that nobody has used yet.")

    @OptionGroup var desk: AccountArguments

    func run() async throws {
      let store = try desk.open()
      let accounts = try await store.accounts()
      let links = try await store.invitations()
      var lines = TextLines(.standardOutput())
      lines.table(
        accounts.map { account in
          [
            account.handle, account.role.rawValue, account.isActive ? "" : "cannot sign in", account.displayName,
            account.lastSignIn.map { "last signed in \(desk.shown($0))" } ?? "never signed in",
          ]
        }, indent: 0, styles: accounts.map { $0.isActive ? nil : .faint })
      if accounts.isEmpty { lines.add("No account yet: mayday account invite --role administrator") }
      for link in links {
        let purpose =
          switch link.purpose {
          case .account(let role): "a new \(role.rawValue)"
          case .firstAdministrator: "the first administrator"
          case .password(let handle): "a new password for \(handle)"
          }
        lines.add("Unused link \(link.id) for \(purpose), until \(desk.shown(link.expires))", hanging: 2)
      }
      try Output.write(lines.text, to: nil)
    }
  }

  /// `mayday account invite`.
  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "invite", abstract: "Make a one-time link for a new account.",
      usage: "mayday account invite [--role <role>] [--url <url>] [options]")

    @Option(help: "What they may do.")
    var role: AccountRole = .responder

    @Option(help: ArgumentHelp("Where the server stands, for the whole link.", valueName: "url"))
    var url: String = "http://127.0.0.1:8080"

    @OptionGroup var desk: AccountArguments

    func run() async throws {
      let invitation = try await desk.open().invite(role: role, by: try desk.caller())
      Output.say(
        "For one new \(role.rawValue), once, until \(desk.shown(invitation.summary.expires)). Whoever has it can use it:"
      )
      try Output.write(AccountCommand.link(invitation, url: url), to: nil)
    }
  }

  /// `mayday account add`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Make an account here and now; its password is asked for.",
      usage: "mayday account add <handle> [--role <role>] [options]",
      discussion: "Without a terminal the password is the first line of standard input.")

    @Argument(help: "How the record names them, for ever: ana.")
    var handle: String

    @Option(help: "Their name, as others read it; left out: the handle.")
    var name: String?

    @Option(help: "What they may do.")
    var role: AccountRole = .responder

    @OptionGroup var desk: AccountArguments

    func run() async throws {
      let store = try desk.open()
      guard try await store.account(handle) == nil else {
        throw CommandFailure(
          "'\(TerminalText.harmless(handle))' has an account already", hint: "List them: mayday account list")
      }
      let password = try Prompt.secret("Password for \(TerminalText.harmless(handle)): ")
      let invitation = try await store.invite(role: role, by: try desk.caller())
      do {
        let account = try await store.accept(
          secret: invitation.secret, handle: handle, displayName: name ?? handle, password: password)
        try Output.write("\(account.handle) can sign in as \(account.role.rawValue).", to: nil)
      } catch {
        try? await store.revokeInvitation(id: invitation.summary.id, by: desk.caller())
        throw error
      }
    }
  }

  /// `mayday account role`.
  struct Role: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "role", abstract: "Say what somebody may do.")

    @Argument(help: "Whose account.")
    var handle: String

    @Argument(help: "What they may do.")
    var role: AccountRole

    @OptionGroup var desk: AccountArguments

    func run() async throws {
      try await desk.open().setRole(role, of: handle, by: try desk.caller())
      try Output.write("\(handle) is \(role.rawValue) from now on.", to: nil)
    }
  }

  /// `mayday account password`.
  struct Password: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "password", abstract: "Make a one-time link for a new password.",
      usage: "mayday account password <handle> [--url <url>] [options]")

    @Argument(help: "Whose account.")
    var handle: String

    @Option(help: ArgumentHelp("Where the server stands, for the whole link.", valueName: "url"))
    var url: String = "http://127.0.0.1:8080"

    @OptionGroup var desk: AccountArguments

    func run() async throws {
      let invitation = try await desk.open().invitePassword(of: handle, by: try desk.caller())
      Output.say("For a new password of \(handle), until \(desk.shown(invitation.summary.expires)):")
      try Output.write(AccountCommand.link(invitation, url: url), to: nil)
    }
  }

  /// `mayday account revoke`.
  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke", abstract: "End an account's access, or a link that nobody has used yet.",
      discussion: "What they wrote stays in the record, under their name. Sessions and tokens end at once.")

    @Argument(help: ArgumentHelp("The account, or the link as 'mayday account list' names it.", valueName: "name"))
    var handle: String

    @OptionGroup var desk: AccountArguments

    func run() async throws {
      let store = try desk.open()
      if try await store.invitations().contains(where: { $0.id == handle }) {
        try await store.revokeInvitation(id: handle, by: try desk.caller())
        return try Output.write("The link is void.", to: nil)
      }
      try await store.deactivate(handle, by: try desk.caller())
      try await ClientOpening.forgetTickets(of: handle, record: try desk.record.pathMakingFolder())
      try Output.write("\(handle) can no longer sign in.", to: nil)
    }
  }

  /// `mayday account restore`.
  struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore", abstract: "Let somebody sign in again.")

    @Argument(help: "Whose account.")
    var handle: String

    @OptionGroup var desk: AccountArguments

    func run() async throws {
      try await desk.open().reactivate(handle, by: try desk.caller())
      try Output.write("\(handle) can sign in again.", to: nil)
    }
  }

  private static func link(_ invitation: Invitation, url: String) -> String {
    (url.hasSuffix("/") ? String(url.dropLast()) : url) + "/join/\(invitation.secret)"
  }
}

/// The record whose accounts a command looks after, and who does it.
struct AccountArguments: ParsableArguments {
  @OptionGroup var record: RecordArguments

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who you are (default: $MAYDAY_USER, else your account here).", valueName: "name"))
  var actor: String?

  func open() throws -> AccountStore {
    if let url = ProcessInfo.processInfo.environment["MAYDAY_URL"], !url.isEmpty, record.record == nil {
      throw CommandFailure(
        "accounts are looked after where the record is, and MAYDAY_URL names a server",
        hint: "Use its page 'People', or run this on that machine with --record FILE.")
    }
    return try ClientOpening.accounts(record: record.pathMakingFolder())
  }

  func caller() throws -> Caller {
    var client = PlaceArguments()
    client.actor = actor
    return .local(try client.localName(ProcessInfo.processInfo.environment["MAYDAY_USER"]))
  }

  /// In the zone of the terminal.
  func shown(_ instant: Instant) -> String {
    let zone = DisplayZone("local") ?? .utc
    return "\(zone.date(instant)) \(zone.minute(instant))"
  }
}

extension AccountRole: ExpressibleByArgument {}
