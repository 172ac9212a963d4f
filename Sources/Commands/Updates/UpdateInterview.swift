import Chronology
import Incidents

/// Asks for an update field by field; an empty answer keeps what stands in brackets.
struct UpdateInterview {
  var client: CommandClient
  var ask: (String) throws -> String = { try Prompt.line($0) }
  var say: (String) -> Void = { Output.say($0) }

  func audience() throws -> Audience {
    try choice("For whom? (\(words(Audience.self)))", default: .customers)
  }

  func state(default state: PublicState) throws -> PublicState {
    try choice("How far is it? (\(words(PublicState.self)))", default: state)
  }

  /// The text after all questions, beginning with what was said last.
  func text(_ before: UpdateText, impactStarted: Instant?, state: PublicState) throws -> UpdateText {
    var text = before
    text.broken = try field("What does not work, as those who use it see it?", before.broken)
    text.affected = try field("Who is affected, and how many?", before.affected)
    text.since = try time(
      "Since when? (02:58; - for not known)", before.since ?? impactStarted, as: .happened, option: "since")
    text.doing = try field("What are we doing?", before.doing)
    text.meanwhile = try field("What can people do meanwhile?", before.meanwhile)
    let question = "When does the next word come? (16:30, in 30 min; - for none)"
    text.nextBy = try time(question, nil, as: .promised, option: "next")
    text.apology = try field("That we are sorry, in your words?", before.apology)
    text.more = try field("Anything else?", before.more)
    return text
  }

  private func words<Words: CaseIterable & RawRepresentable<String>>(_ type: Words.Type) -> String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private func choice<Words: CaseIterable & RawRepresentable<String>>(
    _ question: String, default word: Words
  ) throws -> Words {
    while true {
      let answer = try ask("\(question) [\(word.rawValue)] ").lowercased()
      if answer.isEmpty { return word }
      let fitting = Words.allCases.filter { $0.rawValue.hasPrefix(answer) }
      if fitting.count == 1, let found = fitting.first { return found }
      say("'\(TerminalText.harmless(answer))' is none of them.")
    }
  }

  private func field(_ question: String, _ before: String) throws -> String {
    let shown = before.isEmpty ? "" : "[\(TerminalText.harmless(before))]\n"
    let answer = try ask("\(question)\n\(shown)> ")
    return answer == "-" ? "" : answer.isEmpty ? before : answer
  }

  private func time(
    _ question: String, _ before: Instant?, as sense: TypedTime.Sense, option: String
  ) throws -> Instant? {
    while true {
      let shown = before.map { " [\(client.zone.short($0, beside: client.now))]" } ?? ""
      let answer = try ask("\(question)\(shown)\n> ")
      if answer.isEmpty { return before }
      if answer == "-" { return nil }
      do {
        return try client.instant(answer, as: sense, option: option)
      } catch let failure as CommandFailure {
        say("\(failure)")
      }
    }
  }
}
