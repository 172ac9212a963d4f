import Authoring
import Chronology
import Documents
import Foundation
import Incidents
import Postmortems
import Testing

struct BoardScreensTests {
  private func screens(_ events: [PostmortemEvent], _ incident: Incident? = nil) -> [BoardScreen] {
    BoardScreens(postmortem: RandomParts.postmortem(events), incident: incident, policy: .standard).screens()
  }

  private func started(_ text: String) -> PostmortemEvent {
    .started(PostmortemStart(incident: 12, origin: .incident, title: "Flour twice", text: text))
  }

  private func action(
    _ number: Int, _ term: ActionTerm, owner: String?, _ states: [ActionState]
  ) -> [PostmortemEvent] {
    let content = ActionContent(text: "action \(number)", kind: .prevent, term: term, owner: owner)
    return [.actionWritten(ActionWritten(action: number, content: content))]
      + states.map { .actionStepped(ActionStepped(action: number, state: $0)) }
  }

  @Test func `an empty document says what is not known, five times`() {
    let screens = screens([started("# Flour twice\n\n## Summary\n\n> **Ask:** what?\n")])
    #expect(screens.map(\.topic) == BoardScreen.Topic.allCases)
    #expect(screens[0].bars.allSatisfy { $0.seconds == nil && $0.text == "not known" })
    #expect(screens[0].headline.contains("not written yet"))
    #expect(screens[1].headline.contains("not known"))
    #expect(screens[2].headline.contains("not known"))
    #expect(screens[3].headline == "No action is written down yet.")
    #expect(screens[4].headline.contains("not known"))
  }

  @Test func `each screen has its sentence, its figures and at most five items`() {
    let text = """
      # Flour twice

      ## Summary

      Bakers got twice the flour they ordered. It was at night.

      ## Impact

      | What | How much | Basis |
      |---|---|---|
      | Bakers | 41 | measured, order book |
      | Flour | 3 tons | estimated |
      | Trust | not known | |
      """
    let factors = (1...7).map { number in
      PostmortemEvent.factorWritten(
        Factor(
          number: number, text: "factor \(number)", kind: number == 2 ? .detection : .condition,
          parent: number == 7 ? 1 : nil, sureness: number == 3 ? .shown : .possible, evidence: ["a"]))
    }
    let actions =
      action(1, .immediate, owner: "Rosa", [.done]) + action(2, .immediate, owner: "Rosa", [.done, .verified])
      + action(3, .immediate, owner: nil, [.accepted]) + action(4, .longTerm, owner: "Tove", [.accepted])
      + action(5, .immediate, owner: nil, []) + action(6, .immediate, owner: nil, [.declined])
    let screens = screens([started(text)] + factors + actions, Mill().incident)
    #expect(screens[0].headline == "Bakers got twice the flour they ordered.")
    #expect(screens[0].bars.map(\.seconds) == [1800, 3600, 4800, 6600])
    #expect(screens[0].facts.first?.value == "SEV2")
    #expect(screens[1].facts.map(\.value) == ["41", "3 tons", "not known"])
    #expect(screens[1].facts.map(\.basis) == [.measured, .estimated, .unstated])
    #expect(screens[2].headline == "6 things had to come together, as far as is known.")
    #expect(screens[2].items.count == 5)
    #expect(screens[2].more == 1)
    #expect(screens[2].items.first == "factor 3 (shown)", "the surest first")
    #expect(screens[3].headline == "2 of 5 actions are done; 1 of them is shown to work.")
    #expect(
      screens[4].headline
        == "We ask you to decide on one proposed action, name an owner for one action and stand behind one action that takes longer."
    )
    #expect(screens[4].items.count == 3)
  }

  @Test func `the example's postmortem carries five screens`() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Examples/knight-capital/postmortem.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let screens = screens([
      .started(PostmortemStart(incident: nil, origin: .document, title: "Orders without end", text: text))
    ])
    #expect(
      screens[0].headline
        == "On 1 August 2012, from 13:30:01 to 14:15:18 UTC, our order router bought and sold 397 million shares in 154 stocks, far beyond what clients had ordered."
    )
    #expect(screens[1].facts.count == 5)
    #expect(screens[1].facts.first?.value == "more than 460 million dollars")
    #expect(screens[1].facts.first?.basis == .measured)
    #expect(screens[1].facts[2].basis == .estimated)
    #expect(screens[2].headline == "Six conditions came together.")
  }
}
