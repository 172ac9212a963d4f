import ArgumentParser
import CommandKit
import Rephrasing
import TerminalPages

/// `mayday rephrase`: what in a sentence closes a conversation, and what would open it.
struct RephraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rephrase",
    abstract: "Try a sentence before you say it: what closes the conversation, what opens it.",
    discussion: """
      For whoever leads a hard conversation:

        mayday rephrase "Who approved this change?"
        mayday rephrase

      Without a sentence it asks for one after another, until you leave one empty. It reads English only, by the words; \
      nothing is kept or sent. Exit status: 0 nothing found, 1 something, 2 wrong use; after practising 0. What a kind \
      means: mayday rules.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("What you are about to say; - for standard input.", valueName: "sentence"))
  var sentences: [String] = []

  @Option(help: "Form of the result.")
  var format: Format = .text

  func run() throws {
    if sentences.isEmpty, Terminal.isConversation { return try practise() }
    let text = sentences.isEmpty || sentences == ["-"] ? try DocumentFile.read("-") : Self.text(of: sentences)
    let answer: RephraseAnswer
    do throws(RephraseRefusal) {
      answer = try Rephraser.answer(to: text)
    } catch {
      throw Self.failure(error)
    }
    try show(answer)
    if !answer.isOpen { throw ExitStatus.findings }
  }

  /// Sentences in quotation marks are one each; words without them are one sentence together.
  private static func text(of arguments: [String]) -> String {
    arguments.joined(separator: arguments.contains { $0.contains(" ") } ? "\n" : " ")
  }

  private static func failure(_ refusal: RephraseRefusal) -> CommandFailure {
    CommandFailure(refusal.message, hint: refusal.hint.prefix(1).uppercased() + refusal.hint.dropFirst() + ".")
  }

  /// One sentence after another, until one is empty or nothing more comes.
  private func practise() throws {
    Output.say("Type a sentence that you are about to say; an empty line ends it.")
    while true {
      Output.ask("> ")
      guard let line = readLine(), !line.trimmingBlanks.isEmpty else { return }
      do throws(RephraseRefusal) {
        let answer = try Rephraser.answer(to: line)
        try? show(answer)
        Output.say("")
      } catch {
        Output.say(ErrorText("\(Self.failure(error))").wrapped)
      }
    }
  }

  private func show(_ answer: RephraseAnswer) throws {
    switch format {
    case .text: try Output.write(RephraseText(answer).render(for: .standardOutput()), to: nil)
    case .json: try Output.write(JSONText.encode(RephraseDocument(answer)), to: nil)
    }
  }
}

/// The object that `mayday rephrase` prints as JSON; described by `Documentation/rephrase.schema.json`.
private struct RephraseDocument: Encodable {
  private var schemaVersion = 1
  private var sentences: [RephrasedSentence]

  init(_ answer: RephraseAnswer) { sentences = answer.sentences }
}
