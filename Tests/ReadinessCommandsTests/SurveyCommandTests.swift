import Chronology
import ReadinessCommands
import SafetySurveys
import TerminalPages
import Testing

/// What a terminal shows of a survey.
struct SurveyCommandTests {
  private static func round(_ id: Int, _ level: Int, count: Int) throws -> SurveyRound {
    let answers = try (0..<count).map { person in
      try SurveyAnswers(
        SurveyItem.all.map { item in
          let value = min(7, max(1, level + person % 2))
          return item.isReversed ? 8 - value : value
        })
    }
    let result = SurveyResult(SurveySums(of: answers))
    return SurveyRound(
      id: id, team: "Checkout", firstDay: CivilDate(year: 2026, month: id, day: 1),
      lastDay: CivilDate(year: 2026, month: id, day: 14), state: .closed, invited: ["ann", "ben"], drawn: count,
      modulus: "", result: result, withheld: result == nil ? .tooFew : nil)
  }

  @Test func `means stand with their interval and how many answered, and a round of four says that nothing was kept`()
    throws
  {
    let report = SurveyReport(
      rounds: [try Self.round(1, 3, count: 6), try Self.round(2, 5, count: 4)], nearMisses: [],
      today: CivilDate(year: 2026, month: 3, day: 1))
    let text = SurveyText(report: report).render(for: Terminal(columns: 100, usesColour: false))
    #expect(text.contains("3.5 (2.2 to 4.8), 6 of 2 answered"))
    #expect(text.contains("Fewer than five answered; nothing was kept."))
    #expect(text.contains("Begin with: Mistakes, 3.5"))
    #expect(text.contains("mayday rephrase"))
  }

  @Test func `where nobody was asked, it says what to type`() {
    let report = SurveyReport(rounds: [], nearMisses: [], today: CivilDate(year: 2026, month: 3, day: 1))
    let text = SurveyText(report: report).render(for: Terminal(columns: 80, usesColour: false))
    #expect(text.contains("Nobody has been asked yet."))
    #expect(text.contains("mayday survey open --team NAME"))
  }
}
