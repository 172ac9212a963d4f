package import Incidents
package import Interchange
import TerminalPages

extension CommandClient {
  /// Prints what a change came to.
  package func showEntry(_ change: Answered<ChangeAnswer>, advice: (IncidentEntry) -> String? = { _ in nil }) throws {
    try show(change) { answer in
      ChangeText(change: answer, advice: answer.entry.flatMap(advice), zone: zone, now: now).render(for: terminal)
    }
  }

  /// Prints a sentence on what a change came to.
  package func showLine<Answer>(_ answered: Answered<Answer>, _ sentence: (Answer) -> String) throws {
    try show(answered) { answer in
      var lines = TextLines(terminal)
      lines.add(sentence(answer))
      return lines.text
    }
  }
}
