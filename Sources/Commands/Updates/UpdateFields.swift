import ArgumentParser
import Chronology
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// What an update says, field by field; what is left out stays as it is.
struct UpdateFields: ParsableArguments {
  @Option(help: "What does not work, as those who use it see it.")
  var broken: String?

  @Option(help: "Who is affected, and how many.")
  var affected: String?

  @Option(help: ArgumentHelp("Since when: 02:58; '' for not known.", valueName: "time"))
  var since: String?

  @Option(help: "What we are doing.")
  var doing: String?

  @Option(help: "What people can do meanwhile; \"nothing\" is an answer too.")
  var meanwhile: String?

  @Option(help: ArgumentHelp("When the next word comes: 16:30, 'in 30 min'; '' for none.", valueName: "time"))
  var next: String?

  @Option(help: "That we are sorry, in your words.")
  var sorry: String?

  @Option(help: "Whatever else needs saying.")
  var more: String?

  var isEmpty: Bool {
    [broken, affected, since, doing, meanwhile, next, sorry, more].allSatisfy { $0 == nil }
  }

  /// The text with what was given in place of what was there.
  func applied(to text: UpdateText, with client: CommandClient) throws -> UpdateText {
    var text = text
    if let broken { text.broken = broken }
    if let affected { text.affected = affected }
    if let since { text.since = since.isEmpty ? nil : try client.instant(since, option: "--since") }
    if let doing { text.doing = doing }
    if let meanwhile { text.meanwhile = meanwhile }
    if let next { text.nextBy = next.isEmpty ? nil : try client.instant(next, as: .promised, option: "--next") }
    if let sorry { text.apology = sorry }
    if let more { text.more = more }
    return text
  }
}

/// To whom an update goes, what it announces, and what it sets components to.
struct UpdateAddress: ParsableArguments {
  @Option(help: "For whom it is.")
  var to: Audience?

  @Option(help: "How far it is, for people outside: investigating, identified, monitoring, resolved.")
  var state: PublicState?

  @Option(
    name: .customLong("component"), parsing: .singleValue,
    help: ArgumentHelp("Sets a component when it goes out: checkout=degraded; several times.", valueName: "id=how"))
  var components: [String] = []

  func conditions() throws -> [ComponentConditionAnswer]? {
    guard !components.isEmpty else { return nil }
    return try components.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let condition = ComponentCondition(rawValue: parts[1]) else {
        let words = ComponentCondition.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(
          "--component: '\(TerminalText.harmless(text))' does not say how a component does",
          hint: "Write checkout=degraded; a component is: \(words).")
      }
      return ComponentConditionAnswer(component: parts[0], condition: condition)
    }
  }
}

extension Audience: ExpressibleByArgument {}
extension PublicState: ExpressibleByArgument {}

extension UpdateText {
  /// As operations take it; an instant that is not known is null.
  var json: JSONValue {
    [
      "broken": .string(broken), "affected": .string(affected), "since": since.map { .instant($0) } ?? .null,
      "doing": .string(doing), "meanwhile": .string(meanwhile), "nextBy": nextBy.map { .instant($0) } ?? .null,
      "apology": .string(apology), "more": .string(more),
    ]
  }
}

/// The body of an update that is begun or written anew.
enum UpdateBody {
  static func json(
    audience: Audience, state: PublicState, text: UpdateText, components: [ComponentConditionAnswer]
  ) -> JSONValue {
    [
      "audience": .string(audience.rawValue), "state": .string(state.rawValue), "text": text.json,
      "components": .array(
        components.map { ["component": .string($0.component), "condition": .string($0.condition.rawValue)] }),
    ]
  }
}
