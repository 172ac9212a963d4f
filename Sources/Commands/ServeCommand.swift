import ArgumentParser
import Composition
import Foundation
import HTTPService

/// `mayday serve`: the pages, from the record.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the pages from the record.",
    discussion: "Listens on this machine alone unless told otherwise. Stop it with Control-C.")

  @OptionGroup var record: RecordArguments

  @Option(help: ArgumentHelp("Address and port.", valueName: "host:port"))
  var listen: String = "127.0.0.1:8080"

  func run() async throws {
    let address = try ListenAddress(listen)
    if let named = record.record, !FileManager.default.fileExists(atPath: named) {
      throw CommandFailure("there is no record at '\(named)'", hint: "'mayday import' makes one.")
    }
    let desk = try DeskOpening.open(record: record.pathMakingFolder())
    let server = MaydayServer(desk: desk, host: address.host, port: address.port) { port in
      Output.say("Mayday is at http://\(address.shownHost):\(port)  (Control-C stops it)")
    }
    try await server.run()
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
