import AccountStore
import Accounts
import ArgumentParser
import Chronology
import CommandKit
import Foundation
import TerminalPages

/// `mayday token`: what programs and terminals sign in with, on a record of this machine.
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Make, list and revoke API tokens of a record on this machine.",
    discussion: """
        mayday token create --for ana --label laptop --scope respond
        export MAYDAY_URL=https://mayday.example.org MAYDAY_TOKEN=mdy_…
      """,
    subcommands: [List.self, Create.self, Revoke.self], defaultSubcommand: List.self)

  /// `mayday token list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List an account's tokens.")

    @Option(name: .customLong("for"), help: ArgumentHelp("Whose tokens; left out: yours.", valueName: "name"))
    var owner: String?

    @OptionGroup var desk: AccountArguments

    func run() async throws {
      let tokens = try await desk.open().tokens(of: try owner ?? desk.caller().account)
      var lines = TextLines(.standardOutput())
      lines.table(
        tokens.map { token in
          [
            token.id, token.label, token.scopes.map(\.rawValue).sorted().joined(separator: ", "),
            token.lastUsed.map { "last used \(desk.shown($0))" } ?? "never used",
            token.expires.map { "until \(desk.shown($0))" } ?? "until revoked",
          ]
        }, indent: 0)
      if tokens.isEmpty { lines.add("No token yet: mayday token create --label laptop --scope respond") }
      try Output.write(lines.text, to: nil)
    }
  }

  /// `mayday token create`.
  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "create", abstract: "Make a token; it is shown this once.",
      usage: "mayday token create --label … --scope … [options]")

    @Option(help: "Where it is used: laptop, deploy job.")
    var label: String

    @Option(
      name: .customLong("scope"), parsing: .singleValue, help: "What it may be used for; several times.")
    var scopes: [TokenScope]

    @Option(name: .customLong("for"), help: ArgumentHelp("Whose token; left out: yours.", valueName: "name"))
    var owner: String?

    @Option(help: ArgumentHelp("How long it works: '90 days'; left out: until it is revoked.", valueName: "time"))
    var expires: String?

    @OptionGroup var desk: AccountArguments

    func run() async throws {
      var caller = try desk.caller()
      if let owner { caller = .local(owner) }
      let until = try expires.map { text in
        guard let seconds = TypedTime.seconds(text.lowercased()) else {
          throw CommandFailure(
            "--expires: '\(TerminalText.harmless(text))' is no stretch of time", hint: "Write '90 days'.")
        }
        return ClientArguments.clock().advanced(bySeconds: seconds)
      }
      let made = try await desk.open().createToken(
        for: caller, label: label, scopes: Set(scopes), expires: until)
      Output.say("This is the token of \(caller.account) for '\(made.summary.label)'. It is not shown again:")
      try Output.write(made.secret, to: nil)
    }
  }

  /// `mayday token revoke`.
  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: "End a token at once.")

    @Argument(help: "The token, as 'mayday token list' names it.")
    var id: String

    @Option(name: .customLong("for"), help: ArgumentHelp("Whose token; left out: yours.", valueName: "name"))
    var owner: String?

    @OptionGroup var desk: AccountArguments

    func run() async throws {
      try await desk.open().revokeToken(id: id, of: try owner ?? desk.caller().account)
      try Output.write("The token is void.", to: nil)
    }
  }
}

extension TokenScope: ExpressibleByArgument {}
