import ArgumentParser
import CommandKit
import Interchange
import Postmortems
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
        body: try content.body(text: words.joined(separator: " "), before: nil), "The factor stands")
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
        body: try content.body(text: text ?? known?.text ?? "", before: known), "F\(number) is written")
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
        .removeFactor, path: try factor.postmortem.path("factor", number), body: [:], "F\(number) stands no longer")
    }
  }

  /// `mayday postmortem assumption`.
  struct AssumptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "assumption", abstract: "Write what we believed, what the day showed, what we believe now.",
      usage: """
        mayday postmortem assumption <PM-1> [<number>]
          [--believed … --shown … --now …] [--remove] [options]
        """,
      discussion: """
        With a number: that one is written anew, and what is left out stays.

          mayday postmortem assumption PM-1 --believed "Green means all hosts"
            --shown "It counts answers"
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: ArgumentHelp("One that is there.", valueName: "number"))
    var number: String?

    @Option(help: "What we believed.") var believed: String?
    @Option(help: "What the day showed.") var shown: String?
    @Option(help: "What we believe now.") var now: String?
    @Option(help: ArgumentHelp("Where it can be seen; several times.", valueName: "words")) var evidence: [String] = []
    @Flag(help: "Take it out.") var remove = false

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      guard number != nil || believed != nil && !remove else {
        throw ValidationError("Say what we believed: --believed \"…\"; or name the one that is meant.")
      }
    }

    func run() async throws {
      let client = try await options.open()
      let number = try number.map { try PartName.read($0, "B", "assumption") }
      if remove, let number {
        return try await client.writePart(
          .removeAssumption, path: try postmortem.path("assumption", number), body: [:], "It stands no longer")
      }
      let known = try await client.known(try postmortem.path).assumptions.first { String($0.number) == number }
      let body: [String: JSONValue?] = [
        "believed": .string(believed ?? known?.believed ?? ""), "shown": .string(shown ?? known?.shown ?? ""),
        "now": .string(now ?? known?.now ?? ""),
        "evidence": .texts(evidence.isEmpty ? known?.evidence ?? [] : evidence),
      ]
      if let number {
        try await client.writePart(
          .changeAssumption, path: try postmortem.path("assumption", number), body: body, "It is written")
      } else {
        try await client.writePart(.addAssumption, path: try postmortem.path, body: body, "It stands")
      }
    }
  }

  /// `mayday postmortem luck`.
  struct LuckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "luck", abstract: "Say where we were lucky.",
      usage: "mayday postmortem luck <PM-1> <words> ... [--remove <number>] [options]",
      discussion: "  mayday postmortem luck PM-1 \"It was a quiet hour\"")

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "What could have gone worse and did not; quotes may be left out.")
    var words: [String] = []

    @Option(help: ArgumentHelp("Take one out.", valueName: "number"))
    var remove: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      guard words.isEmpty != (remove == nil) else {
        throw ValidationError("Say where we were lucky, or take one out: not both, not neither.")
      }
    }

    func run() async throws {
      let client = try await options.open()
      if let remove {
        let number = try PartName.read(remove, "K", "piece of luck")
        return try await client.writePart(
          .removeLuck, path: try postmortem.path("luck", number), body: [:], "It stands no longer")
      }
      try await client.writePart(
        .addLuck, path: try postmortem.path, body: ["text": .string(words.joined(separator: " "))], "It stands")
    }
  }
}

/// What a factor is, beside its words.
struct FactorArguments: ParsableArguments {
  @Option(help: "What it did.")
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
