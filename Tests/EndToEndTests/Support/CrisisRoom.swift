import Foundation
import Testing

/// Three people, each at a terminal of their own, on a record of this machine or on a server.
final class CrisisRoom {
  enum Place: CaseIterable {
    case record
    case server
  }

  let bench: Workbench
  let place: Place
  private var url = ""
  private var tokens: [String: String] = [:]
  private var server: Process?

  /// On a server, ana administers, ben and kim respond.
  init(at place: Place) throws {
    bench = try Workbench()
    self.place = place
    if place == .server { try open() }
  }

  deinit {
    server?.terminate()
    server?.waitUntilExit()
  }

  /// What somebody types, and what comes of it.
  @discardableResult
  func type(
    _ person: String, _ arguments: String..., expecting status: Int32 = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> BuiltBinary.Outcome {
    let outcome = try run(person, arguments)
    #expect(
      outcome.status == status, "\(arguments.joined(separator: " ")): \(outcome.output)\(outcome.errors)",
      sourceLocation: sourceLocation)
    for line in outcome.output.split(separator: "\n") where !arguments.contains("json") {
      #expect(line.count <= 80, "\(line)", sourceLocation: sourceLocation)
    }
    return outcome
  }

  /// What somebody types, whatever comes of it.
  func run(_ person: String, _ arguments: [String]) throws -> BuiltBinary.Outcome {
    try BuiltBinary.run(arguments, in: bench.folder, environment: environment(of: person))
  }

  /// What comes of a command that reads what somebody types into it.
  func play(_ person: String, _ typed: String, _ arguments: String...) throws -> BuiltBinary.Outcome {
    try bench.write(typed, to: "typed")
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    return try BuiltBinary.run(
      ["-c", "'\(BuiltBinary.url.path)' \(words) < typed"], in: bench.folder, environment: environment(of: person),
      program: URL(fileURLWithPath: "/bin/sh"))
  }

  /// What somebody is answered as JSON.
  func json(_ person: String, _ arguments: String...) throws -> Any {
    let outcome = try run(person, arguments + ["--format", "json"])
    try #require(outcome.status < 2, "\(arguments.joined(separator: " ")): \(outcome.errors)")
    return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  }

  func incident(_ id: String) throws -> [String: Any] {
    try #require(try json("ana", "status", id) as? [String: Any])
  }

  /// The number of the newest entry of a kind.
  func entry(_ kind: String, of id: String) throws -> [String: Any] {
    let entries = try #require(try incident(id)["entries"] as? [[String: Any]])
    let found = entries.filter { $0["kind"] as? String == kind }
    return try #require(found.max { ($0["version"] as? Int ?? 0) < ($1["version"] as? Int ?? 0) })
  }

  /// A server looks at the clock every few seconds; a record on this machine is looked at by the next command.
  func waitForMissedWord(of id: String) throws {
    for _ in 0..<400 {
      let entries = try incident(id)["entries"] as? [[String: Any]] ?? []
      if entries.contains(where: { $0["kind"] as? String == "missed" }) { return }
      usleep(100_000)
    }
    Issue.record("the missed word of \(id) was not recorded")
  }

  private func environment(of person: String) -> [String: String] {
    var environment = [
      "TZ": "Europe/Berlin", "COLUMNS": "80", "NO_COLOR": "1", "MAYDAY_INCIDENT": "", "MAYDAY_URL": "",
      "MAYDAY_TOKEN": "", "MAYDAY_USER": person,
      "MAYDAY_RECORD": bench.folder.appendingPathComponent("record.sqlite").path,
    ]
    if place == .server {
      environment["MAYDAY_URL"] = url
      environment["MAYDAY_TOKEN"] = tokens[person]
      environment["MAYDAY_RECORD"] = ""
      environment["MAYDAY_USER"] = ""
    }
    return environment
  }

  private func open() throws {
    let people = [
      ("ana", "administrator", ["--scope", "administer", "--scope", "respond"]),
      ("ben", "responder", ["--scope", "respond"]), ("kim", "responder", ["--scope", "respond"]),
    ]
    for (name, role, scopes) in people {
      let added = try BuiltBinary.run(
        [
          "-c",
          "echo 'four loaves at a cold oven' | '\(BuiltBinary.url.path)' account add \(name) --role \(role) --record record.sqlite",
        ], in: bench.folder, program: URL(fileURLWithPath: "/bin/sh"))
      try #require(added.status == 0, "\(added.errors)")
      let token = try BuiltBinary.run(
        ["token", "create", "--for", name, "--label", "terminal", "--record", "record.sqlite"] + scopes,
        in: bench.folder)
      try #require(token.status == 0, "\(token.errors)")
      tokens[name] = token.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let said = bench.folder.appendingPathComponent("server.err")
    server = try BuiltBinary.start(
      ["serve", "--record", "record.sqlite", "--listen", "127.0.0.1:0"], in: bench.folder,
      out: bench.folder.appendingPathComponent("server.out"), err: said)
    // The server says its address once it takes connections.
    for _ in 0..<1000 {
      let text = try String(contentsOf: said, encoding: .utf8)
      if let match = text.firstMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+/), text.contains("Control-C") {
        url = String(match.output)
        return
      }
      usleep(20_000)
    }
    Issue.record("the server did not start: \(try String(contentsOf: said, encoding: .utf8))")
  }
}
