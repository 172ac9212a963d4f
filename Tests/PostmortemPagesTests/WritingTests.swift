import Documents
import Interchange
import PageKit
import PageTesting
import PostmortemPages
import Postmortems
import Testing

@Suite struct WritingTests {
  private func stale(base: String?) -> Markup {
    let outcome = Bakery.stale(
      mine: "64 customers felt it at once.\n", theirs: "65 customers felt it.\n", base: base)
    return Markup(
      SectionEditorPage(
        view: Bakery.view(Bakery.postmortem(Bakery.parts)), section: .impact,
        sight: SectionSight(markdown: "", findings: []), context: Bakery.context(outcome: outcome)
      ).html)
  }

  @Test func `a stale save shows both texts word by word and keeps both`() {
    let page = stale(base: "64 customers felt it.\n")
    #expect(page.text.contains("‘Impact analysis’ has changed since you opened it"))
    #expect(page.all("del").count >= 1)
    #expect(page.all("ins").count >= 1)
    #expect(page.all("textarea").count == 3)
    #expect(page.text.contains("64 customers felt it at once."), "mine")
    #expect(page.text.contains("65 customers felt it.\n"), "theirs")
    #expect(page.text.contains("65 customers felt it at once."), "both in one")
    let seen = page.all("input").filter { $0.attributes["name"] == "seenVersion" }.compactMap { $0.attributes["value"] }
    #expect(seen == ["1", "1"], "the version that stands there now")
  }

  @Test func `where both changed the same words, both wordings stay`() {
    let page = stale(base: "Some customers felt it.\n")
    #expect(page.text.contains("both changed the same words"))
    #expect(page.text.contains("64"))
    #expect(page.text.contains("65"))
  }

  @Test func `a refused save keeps what was typed`() {
    let outcome = FormOutcome(
      form: "section", fields: [("markdown", "Half a word\n"), ("seenVersion", "1")],
      problem: Problem(.wrongState, "it is final", hint: "open it again first"))
    let page = Markup(
      SectionEditorPage(
        view: Bakery.view(Bakery.postmortem()), section: .impact, sight: SectionSight(markdown: "Old\n", findings: []),
        context: Bakery.context(outcome: outcome)
      ).html)
    #expect(page.text.contains("Half a word"))
    #expect(page.all("div", class: "refused").count == 1)
  }

  @Test func `an account that is not open is shown to nobody else, and the page says so`() {
    let postmortem = Bakery.postmortem(
      Bakery.parts + [
        .accountGiven(AccountGiven(person: "ole", statement: AccountStatement(saw: "I pressed it twice myself")))
      ])
    let page = Markup(
      AccountsPage(view: Bakery.view(postmortem.seen(by: "mia")), context: Bakery.context()).html)
    #expect(!page.text.contains("I pressed it twice myself"))
    #expect(page.text.contains("Until they are opened, you see your own alone"))
    #expect(page.text.contains("has told"))
  }

  @Test func `the board sees five screens with a plot, and each can be reached`() {
    let page = Markup(
      PresentPage(view: Bakery.view(Bakery.postmortem(Bakery.parts)), context: Bakery.context()).html)
    #expect(
      page.all("section", class: "screen").compactMap { $0.attributes["id"] } == [
        "happened", "cost", "why", "done", "ask",
      ])
    #expect(page.all("h1").count == 1)
  }
}
