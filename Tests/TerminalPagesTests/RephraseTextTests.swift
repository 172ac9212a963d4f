import Rephrasing
import TerminalPages
import Testing

/// What a terminal shows of a sentence that is tried.
struct RephraseTextTests {
  private static func text(_ sentence: String) throws -> String {
    RephraseText(try Rephraser.answer(to: sentence)).render(for: Terminal(columns: 80, usesColour: false))
  }

  @Test func `the words are underlined, and what opens stands below why`() throws {
    let text = try Self.text("Ok, who approved this change?")
    #expect(
      text.hasPrefix(
        """
        Ok, who approved this change?
            ^^^^^^^^^^^^
          why   It asks for a name;
        """))
    #expect(text.contains("  say   \"What could be seen when this change was approved?\""))
    #expect(text.contains("  or    \"What would have brought the risk into view before this change was"))
    #expect(text.hasSuffix("About a kind: mayday rules looking-for-who"))
  }

  @Test func `an open sentence is told so, with what cannot be heard`() throws {
    let text = try Self.text("What did you see at the time?")
    #expect(text.contains("Nothing here closes the conversation."))
    #expect(text.contains("cannot hear the tone"))
    #expect(!text.contains("mayday rules"))
  }

  @Test func `no line is wider than the terminal, and nothing that a terminal obeys comes through`() throws {
    let long = "Well \u{1B}[31m" + String(repeating: "so ", count: 60) + "who approved this change in the end?"
    let text = try Self.text(long)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(text.contains("^^^^^^^^^^^^"))
    #expect(!text.contains("\u{1B}"))
  }
}
