import Accounts
import Chronology
import Interchange
import PageKit
import PageTesting
import Rephrasing
import SafetyPages
import Testing

/// The page on which a sentence is tried.
struct RephrasePageTests {
  private static let context = PageContext(
    visitor: PageVisitor(
      caller: Caller(account: "ann", displayName: "Ann", role: .reader, origin: .session(id: "1")), formToken: "token",
      formKey: "key"), now: Instant(seconds: 1_800_000_000))

  private static func page(_ text: String) -> Markup {
    Markup(RephrasePage(typed: text, example: nil, context: context).html)
  }

  @Test func `before anything is typed there is a field, a button, and six sentences to try`() throws {
    let page = Markup(RephrasePage(context: Self.context).html)
    #expect(page.all("textarea").count == 1)
    let buttons = page.all("button").filter { $0.attributes["name"] == "try" }
    #expect(buttons.map { $0.attributes["value"] } == (0..<6).map { "\($0)" })
    #expect(page.text.contains("Nothing of it is kept"))
    #expect(page.text.contains("cannot hear the tone"))
    let form = try #require(page.all("form").first { $0.attributes["action"] == "/rephrase" })
    #expect(form.attributes["method"] == "post")
  }

  @Test func `the words are marked, and the sentence comes back in its field`() throws {
    let page = Self.page("<b>You</b> should have tested this. What did you see?")
    #expect(!page.text.contains("<b>You") || page.all("b").isEmpty)
    #expect(page.text.contains("Nothing here closes the conversation."))
    #expect(Self.page("Who approved this change?").all("mark").count == 1)
  }

  @Test func `the examples show both sides`() throws {
    let answers = try RephrasePage.examples.map { try Rephraser.answer(to: $0) }
    #expect(answers.map(\.isOpen) == [false, false, false, false, false, true])
  }
}
