import ArgumentParser
import CommandKit
import Guards
import TerminalPages

/// What a file declares, as JSON.
private struct GuardListing: Encodable {
  let schemaVersion = 1
  let guards: [GuardDefinition]
}

/// `mayday guard list`.
struct ListGuards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the guards of the file: what each keeps true, and for which incident.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var source: GuardFileArguments

  @Option(help: "Form of the result.")
  var format: Format = .text

  func run() throws {
    let guards = try source.read().guards
    switch format {
    case .text: try Output.write(GuardListText(guards: guards).render(for: .standardOutput()), to: nil)
    case .json: try Output.write(JSONText.encode(GuardListing(guards: guards)), to: nil)
    }
  }
}
