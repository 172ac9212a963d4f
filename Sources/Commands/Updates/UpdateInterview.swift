package import Chronology
import CommandKit
package import Incidents
package import TerminalPages

/// Asks for an update field by field; an empty answer keeps what stands in brackets.
package struct UpdateInterview {
  private let zone: DisplayZone
  private let now: Instant
  private let ask: (String) throws -> String
  private let say: (String) -> Void

  /// `ask` gives what was typed behind a question; `say` tells what it was taken for, or why it will not do.
  package init(
    zone: DisplayZone, now: Instant, ask: @escaping (String) throws -> String, say: @escaping (String) -> Void
  ) {
    self.zone = zone
    self.now = now
    self.ask = ask
    self.say = say
  }

  package func audience() throws -> Audience { try choice("For whom?", default: .customers) }

  package func state(default state: PublicState) throws -> PublicState {
    try choice("How far is it?", default: state)
  }

  /// The text after all questions, beginning with what was said last.
  package func text(_ before: UpdateText, impactStarted: Instant?) throws -> UpdateText {
    var text = before
    text.broken = try field("What does not work, as those who use it see it?", before.broken)
    text.affected = try field("Who is affected, and how many?", before.affected)
    text.since = try time("Since when? (02:58)", before.since ?? impactStarted, as: .happened, option: "since")
    text.doing = try field("What are we doing?", before.doing)
    text.meanwhile = try field("What can people do meanwhile?", before.meanwhile)
    // A promise is made anew each time: the one before is over when this word goes out.
    text.nextBy = try time("When does the next word come? (16:30, in 30 min)", nil, as: .promised, option: "next")
    text.apology = try field("That we are sorry, in your words?", before.apology)
    text.more = try field("Anything else?", before.more)
    return text
  }

  private func choice<Words: CaseIterable & RawRepresentable<String>>(
    _ question: String, default word: Words
  ) throws -> Words {
    let words = Words.allCases.map(\.rawValue).joined(separator: ", ")
    while true {
      let answer = try ask("\(question) (\(words))\n[\(word.rawValue)] > ").lowercased()
      if answer.isEmpty { return word }
      let fitting = Words.allCases.filter { $0.rawValue.hasPrefix(answer) }
      if fitting.count == 1, let found = fitting.first { return found }
      say("'\(TerminalText.harmless(answer))' is none of them.")
    }
  }

  private func field(_ question: String, _ before: String) throws -> String {
    let shown = before.isEmpty ? "" : "[\(TerminalText.harmless(before))] (- for nothing)\n"
    let answer = try ask("\(question)\n\(shown)> ")
    return answer == "-" ? "" : answer.isEmpty ? before : answer
  }

  private func time(
    _ question: String, _ before: Instant?, as sense: TypedTime.Sense, option: String
  ) throws -> Instant? {
    let shown = before.map { "[\(zone.short($0, beside: now))] (- for not known)\n" } ?? ""
    while true {
      let answer = try ask("\(question)\n\(shown)> ")
      if answer.isEmpty { return before }
      if answer == "-" { return nil }
      do {
        let reading = try TypedTime(now: now, zone: zone).read(answer, as: sense, option: option)
        if let remark = reading.remark { say(TerminalText.harmless(remark)) }
        return reading.instant
      } catch let failure as CommandFailure {
        say("\(failure)")
      }
    }
  }
}
