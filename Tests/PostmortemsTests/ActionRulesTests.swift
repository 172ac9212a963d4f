import Chronology
import Documents
import Incidents
import Postmortems
import Testing

struct ActionRulesTests {
  private static let resolved = Instant(rfc3339: "2026-03-01T23:30:00Z")

  @Test(
    arguments: [
      (ActionTerm.immediate, nil, "2026-03-08", "the standard: seven days"),
      (.longTerm, nil, "2026-04-30", "the standard: sixty days"),
      (.immediate, ActionDueDays(immediate: 1, longTerm: 14), "2026-03-02", "the severity's own"),
      (.longTerm, ActionDueDays(immediate: 1, longTerm: 14), "2026-03-15", "the severity's own"),
    ])
  func `a day is suggested by the policy, counted from the resolution`(
    term: ActionTerm, days: ActionDueDays?, expected: String, why: String
  ) throws {
    let severity = Severity(
      level: 1, name: "SEV1", meaning: "All of it", colour: "#aa0000", roles: [], needsPostmortem: true,
      actionDueDays: days)
    let resolved = try #require(Self.resolved)
    func suggested(_ resolved: Instant?, today: CivilDate) -> String {
      ActionDue.suggestedDue(term: term, severity: severity, resolved: resolved, today: today).description
    }
    let day = CivilDate(resolved)
    #expect(suggested(resolved, today: day) == expected, "\(why)")
    #expect(suggested(resolved, today: try #require(CivilDate(expected))) == expected, "the day itself can be kept")
    #expect(suggested(nil, today: day) == expected, "nothing is resolved: from today")
    let later = CivilDate(daysSinceEpoch: day.daysSinceEpoch + 100)
    let moved = CivilDate(daysSinceEpoch: try #require(CivilDate(expected)).daysSinceEpoch + 100).description
    #expect(suggested(resolved, today: later) == moved, "a day that has passed cannot be kept: from today")
  }

  private static let document = PostmortemDocument(
    parsing: """
      # Cards are declined

      ## Action items

      | Action | Owner | Due | How verified |
      |--------|-------|-----|--------------|
      | Alert on declined cards | Payments | 2026-02-01 | A declined test card pages |
      | Write a runbook for the provider's failover | Ops | 8 March 2026 | |
      | Compare the build of all hosts | kim | Q3 | - |

      - [x] Page the provider (Operations, due 2026-01-06)
      - [ ] alert on declined cards!
      """)

  @Test func `actions of a text are read with owner and day, once each`() throws {
    let found = AdoptedAction.all(in: Self.document, known: [])
    #expect(
      found.map(\.content.text).prefix(2) == ["Alert on declined cards", "Write a runbook for the provider's failover"])
    #expect(found.map(\.content.owner).prefix(3) == ["Payments", "Ops", "kim"])
    #expect(found.map { $0.content.due?.description } == ["2026-02-01", "2026-03-08", nil, "2026-01-06"])
    #expect(found.map(\.content.verification) == ["A declined test card pages", "", "", ""])
    #expect(found.map(\.isDone) == [false, false, false, true])
    #expect(found.map(\.content.kind) == [.detect, .process, .prevent, .prevent])
  }

  @Test func `what is followed up already is not adopted again`() throws {
    let step = PostmortemAction.Step(state: .proposed, at: Instant(seconds: 0), by: "kim", note: "")
    let known = PostmortemAction(
      number: 1, content: ActionContent(text: "ALERT on declined cards.", kind: .detect, term: .immediate),
      proposed: step)
    #expect(AdoptedAction.all(in: Self.document, known: [known]).count == 3)
  }
}
