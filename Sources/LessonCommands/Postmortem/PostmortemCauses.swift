import ArgumentParser
import CommandKit
import Interchange
import Postmortems
import Schemas
import TerminalPages

extension PostmortemsCommand {
  /// `mayday postmortem factor`.
  struct FactorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "factor", abstract: "Write a contributing factor; there are several as a rule.",
      discussion: """
          mayday postmortem factor add PM-1 "Nothing compared the builds"
            --kind detection --sureness shown --evidence L4
          mayday postmortem factor add PM-1 "The release was copied by hand" --under F1
          mayday postmortem factor change PM-1 F2 --catch test="It ran one host only"
        """, subcommands: [AddFactor.self, ChangeFactor.self, RemoveFactor.self])
  }

  /// `mayday postmortem factor add`.
  struct AddFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add a contributing factor.",
      usage: "mayday postmortem factor add <PM-1> <words> ... [options]")

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "What had to be true for it to happen as it did.")
    var words: [String]

    @OptionGroup var content: FactorArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.writePart(
        .addFactor, path: try postmortem.path,
        body: try content.body(text: words.joined(separator: " "), before: nil), "F", "stands")
    }
  }

  /// `mayday postmortem factor change`.
  struct ChangeFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change", abstract: "Write a factor anew; what is left out stays.",
      usage: "mayday postmortem factor change <PM-1> <F2> [--text …] [options]")

    @OptionGroup var factor: PartArguments

    @Option(help: "What had to be true.")
    var text: String?

    @OptionGroup var content: FactorArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let number = try PartName.read(factor.part, "F", "factor")
      let known = try await client.known(try factor.postmortem.path).factors.first { String($0.number) == number }
      try await client.writePart(
        .changeFactor, path: try factor.postmortem.path("factor", number),
        body: try content.body(text: text ?? known?.text ?? "", before: known), "F", "is written")
    }
  }

  /// `mayday postmortem factor remove`.
  struct RemoveFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a factor out.",
      usage: "mayday postmortem factor remove <PM-1> <F2> [options]")

    @OptionGroup var factor: PartArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let number = try PartName.read(factor.part, "F", "factor")
      try await client.writePart(
        .removeFactor, path: try factor.postmortem.path("factor", number), body: [:], "F", "stands no longer")
    }
  }
}

/// What a factor is, beside its words.
struct FactorArguments: ParsableArguments {
  @Option(help: "What it did: set it off, made it possible, kept us from seeing it, made it last.")
  var kind: Factor.Kind?

  @Option(help: "How sure it is.")
  var sureness: Factor.Sureness?

  @Option(help: ArgumentHelp("The factor that it explains: how did that come to be? 0 for none.", valueName: "F1"))
  var under: String?

  @Option(help: ArgumentHelp("Where it can be seen: a file and line, L4, a commit; several times.", valueName: "words"))
  var evidence: [String] = []

  @Option(
    name: .customLong("catch"),
    help: ArgumentHelp(
      """
      What would have caught it, and why it did not: \
      \(Factor.Catch.Means.allCases.map(\.rawValue).joined(separator: ", ")); several times.
      """, valueName: "test=words"))
  var catches: [String] = []

  @Option(
    name: .customLong("hit"),
    help: ArgumentHelp("An earlier action that should have kept it from happening.", valueName: "PM-1-A2"))
  var hits: [String] = []

  func body(text: String, before: Factor?) throws -> [String: JSONValue?] {
    let kept = before?.catches.map { ($0.means, $0.answer) } ?? []
    let answers = Dictionary(kept + (try catches.map(Self.read))) { _, new in new }
    let ids = try hits.map { try ActionName.read($0).description }
    return [
      "text": .string(text), "kind": .string((kind ?? before?.kind ?? .condition).rawValue),
      "sureness": .string((sureness ?? before?.sureness ?? .possible).rawValue),
      "parent": try parent(before).map { .integer(Int64($0)) },
      "evidence": .texts(evidence.isEmpty ? before?.evidence ?? [] : evidence),
      "catches": .array(
        Factor.Catch.Means.allCases.compactMap { means in
          answers[means].map { .members(["means": .string(means.rawValue), "answer": .string($0)]) }
        }),
      "hits": .texts(ids.isEmpty ? before?.hits.map(\.description) ?? [] : ids),
    ]
  }

  private func parent(_ before: Factor?) throws -> Int? {
    guard let under else { return before?.parent }
    guard under != "0" else { return nil }
    return Int(try PartName.read(under, "F", "factor"))
  }

  private static func read(_ text: String) throws -> (Factor.Catch.Means, String) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let means = Factor.Catch.Means(rawValue: String(parts[0])) else {
      throw CommandFailure(
        "--catch: '\(TerminalText.harmless(text.prefix(60)))' cannot be read",
        hint: "Write what would have caught it, = and why it did not: --catch test=\"It ran one host only\".")
    }
    return (means, String(parts[1]))
  }
}

extension Factor.Sureness: ExpressibleByArgument {}
