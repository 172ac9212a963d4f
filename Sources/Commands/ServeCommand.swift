import APIService
import AccountStore
import Accounts
import ArgumentParser
import CommandKit
import Composition
import Foundation
import Guards
import HTTPService
import LessonCommands

/// `mayday serve`: the pages and the API, from the record.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the pages and the API from the record.", usage: "mayday serve [--listen <host:port>] [options]",
    discussion: """
      Listens on this machine alone unless told otherwise. Stop it with Control-C. The first start shows a one-time link
      for the first administrator, who invites the others. Everything but the public status page then needs an account.

      Others reach it through a proxy that speaks https: start with --behind-proxy, and have the proxy set
      X-Forwarded-For, X-Forwarded-Proto and X-Forwarded-Host.
      """)

  @OptionGroup var record: RecordArguments

  @Option(help: ArgumentHelp("Address and port.", valueName: "host:port"))
  var listen: String = "127.0.0.1:8080"

  @Flag(help: "Believe what a proxy in front says of the client's address, of https and of the host's name.")
  var behindProxy = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "For this machine alone: whoever opens the pages is an administrator of this name, without an account.",
      valueName: "name"))
  var localName: String?

  @Option(
    name: .customLong("guards"),
    help: ArgumentHelp(
      "A file of guards of this machine: those with 'every:' are run, and their results recorded. Under 'reach:' it names machines of the network inside that guards of the record may ask.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var guardFile: String?

  func validate() throws {
    guard let localName else { return }
    if behindProxy {
      throw ValidationError("--as and --behind-proxy exclude each other: everybody behind the proxy would be let in.")
    }
    let address = try? ListenAddress(listen)
    if let address, !HostRule.isLoopback(address.host) {
      throw ValidationError(
        "--as is for this machine alone, and '\(address.host)' is not: listen on 127.0.0.1, or make accounts.")
    }
    do {
      _ = try AccountRules.handle(localName)
    } catch {
      throw ValidationError("--as: \(error.message)\(error.hint.map { "; \($0)" } ?? "").")
    }
  }

  func run() async throws {
    let address = try ListenAddress(listen)
    let guards = try servedGuards()
    let path = try record.pathMakingFolder()
    // Said before anything else: a mistyped name would begin a record too.
    if !FileManager.default.fileExists(atPath: path) { Output.say("A new record is begun at '\(path)'.") }
    let parts = try SiteOpening.open(record: path, version: Version.current) { error in
      Output.say("mayday: error: an operation failed: \(error)")
    }
    let site = Site(
      desk: parts.desk, accounts: parts.accounts, surveys: parts.surveys, operations: parts.service.answer(_:caller:),
      settings: SiteSettings(
        hosts: HostRule(listeningOn: address.host, isBehindProxy: behindProxy), isBehindProxy: behindProxy,
        localVisitor: localName.map { Caller.local($0) }, version: Version.current))
    let localName = localName
    let server = MaydayServer(site: site, host: address.host, port: address.port, guards: guards) { port in
      let url = "http://\(address.shownHost):\(port)"
      Output.say("Mayday is at \(url)  (Control-C stops it)")
      if let localName {
        Output.say("Whoever uses this machine is the administrator '\(localName)' there, without a password (--as).")
      } else {
        await Self.sayFirstLink(parts.accounts, url: url)
      }
    }
    try await server.run()
  }

  private func servedGuards() throws -> ServedGuards {
    guard let guardFile else { return ServedGuards() }
    let source = try GuardFileArguments.parse(["--file", guardFile])
    let file = try source.read()
    let served = ServedGuards(
      guards: file.guards, runner: GuardRunner(folder: source.folder, reach: file.reach))
    if served.guards.isEmpty, file.reach.isEmpty {
      Output.say("'\(guardFile)' has no guard with 'every:': none of it is run here.")
    }
    return served
  }

  /// The one way in before there is an account.
  private static func sayFirstLink(_ accounts: AccountStore, url: String) async {
    do {
      guard let invitation = try await accounts.firstInvitation() else { return }
      Output.say(
        """

        Nobody can sign in yet. Make the first administrator's account with this link; it works once, for
        \(Int(AccountLimits.firstInvitationSeconds / 3600)) hours, and is shown anew at each start until it was used:

          \(url)/welcome/\(invitation.secret)

        """)
    } catch {
      Output.say("mayday: warning: accounts: no link for the first administrator could be made: \(error)")
    }
  }
}

/// Where a server listens: `127.0.0.1:8080`, `[::1]:8080`, `:8080`.
package struct ListenAddress: Equatable, Sendable {
  package let host: String
  package let port: Int

  /// Throws ``CommandFailure`` for text of another form.
  package init(_ text: String) throws {
    let failure = CommandFailure(
      "--listen: '\(text)' is not an address with a port", hint: "Write 127.0.0.1:8080, [::1]:8080 or 0.0.0.0:80.")
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port)
    else { throw failure }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = String(host.dropFirst().dropLast())
    } else if host.contains(":") {
      throw failure
    }
    self.host = host.isEmpty ? "127.0.0.1" : host
    self.port = port
  }

  /// As it stands in a URL.
  package var shownHost: String {
    if host.contains(":") { return "[\(host)]" }
    return host == "0.0.0.0" ? "127.0.0.1" : host
  }
}
