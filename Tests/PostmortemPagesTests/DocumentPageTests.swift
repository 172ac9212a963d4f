import Documents
import Incidents
import PageKit
import PageTesting
import PostmortemPages
import Postmortems
import RecordViews
import Testing

@Suite struct DocumentPageTests {
  private func page(_ postmortem: Postmortem, _ context: PageContext = Bakery.context(), gates: [ShutGate] = [])
    -> Markup
  {
    Markup(PostmortemPage(view: Bakery.view(postmortem, gates: gates), context: context).html)
  }

  @Test func `parts stand in their sections, and their words once`() {
    let page = page(Bakery.postmortem(Bakery.parts))
    #expect(page.faults == [])
    #expect(page.all("li", class: "line").count == 4)
    #expect(page.all("li", class: "factor").count == 2)
    #expect(page.all("li", class: "action").count == 2)
    #expect(page.all("table", class: "assumptions").count == 1)
    // The assembled document writes them out too: they are not shown twice.
    #expect(page.text.components(of: "The button stays active") == 1)
    #expect(page.text.components(of: "Counted in ") == 1)
  }

  @Test func `a line says how its instant is known, and what is not known is a gap`() {
    let page = page(Bakery.postmortem(Bakery.parts))
    for words in ["as the source wrote it", "somebody said so", "estimated", "Time not known", "web01/access.log:88"] {
      #expect(page.text.contains(words), "\(words)")
    }
    #expect(page.all("div", class: "gap-block").count >= 1)
    #expect(page.text.contains("of which nothing is said"))
  }

  @Test func `a factor says how sure it is, what could have caught it, and whether an action answers it`() {
    let page = page(Bakery.postmortem(Bakery.parts))
    for words in [
      "Shown by evidence", "Likely", "How did that come to be?", "Yes: no test presses it twice", "Answered by",
      "No action answers it.", "9 May 2031, overdue",
    ] { #expect(page.text.contains(words), "\(words)") }
  }

  @Test(arguments: [PostmortemOrigin.library, .document])
  func `what stands above the first heading is shown; others' texts are not asked for more`(origin: PostmortemOrigin) {
    var postmortem = Postmortem(number: 3)
    let text = "---\ntitle: The oven\n---\nThe oven went out at dawn.\n\nAgain.\n\n## What we changed\n\nThe fuse.\n"
    let start = PostmortemStart(incident: nil, origin: origin, title: "The oven", text: text, source: "oven.md")
    postmortem.apply(.started(start), EventStamp(version: 1, recorded: Bakery.at("12:00:00"), actor: "mia"))
    let page = page(postmortem)
    #expect(page.faults == [])
    #expect(page.text.contains("The oven went out at dawn.") && page.text.contains("The fuse."))
    #expect(page.text.contains("This section is missing") == (origin == .document))
    #expect(page.text.contains("oven.md") == (origin == .library))
  }

  @Test func `a comment stands at its passage, whatever elements are within it`() {
    let page = page(Bakery.postmortem(Bakery.parts))
    let marks = page.all("mark", class: "passage")
    #expect(marks.count == 2, "the bold word, and the words behind it")
    #expect(page.all("a").contains { $0.attributes["id"] == "passage-1" && $0.attributes["href"] == "#comment-1" })
    #expect(page.all("article", class: "comment").count == 1)
    #expect(page.all("div", class: "answer").count == 1)
    #expect(!page.text.contains("These words have changed since."))
  }

  @Test func `a passage that is gone keeps its conversation`() {
    let section = SectionWritten(section: "impact", markdown: "It is not known how many customers felt it.\n")
    let page = page(Bakery.postmortem(Bakery.parts + [.sectionWritten(section)]))
    #expect(page.all("mark", class: "passage").isEmpty)
    #expect(page.text.contains("These words have changed since."))
  }

  @Test func `what keeps it from being final is said at its head`() {
    let page = page(Bakery.postmortem(Bakery.parts), gates: Bakery.gates)
    #expect(page.text.contains("Before it is final"))
    #expect(page.text.contains("PM-3-A2 has no owner. And 1 more."))
    #expect(page.values("href").contains("/postmortems/PM-3/review"))
  }

  @Test func `readers are offered no form, and a final one is not edited`() {
    let read = page(Bakery.postmortem(Bakery.parts), Bakery.context(Bakery.reader))
    let forms = read.all("form").filter { ($0.attributes["action"] ?? "").hasPrefix("/postmortems") }
    #expect(forms.isEmpty)
    #expect(!read.values("href").contains { $0.contains("/edit?") })
    let final = page(Bakery.postmortem(Bakery.parts + [.stageChanged(StageChanged(stage: .final))]))
    #expect(!final.values("href").contains { $0.contains("/edit?") })
    #expect(final.text.contains("Final"))
  }

  @Test func `hostile words stay text`() {
    let hostile = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>\u{202E}"
    let page = page(
      Bakery.postmortem([
        .linesWritten(
          LinesWritten(lines: [
            TimelineLine(number: 1, at: nil, basis: .said, text: hostile, references: [hostile], group: hostile)
          ])),
        .factorWritten(
          Factor(
            number: 1, text: hostile, kind: .trigger, evidence: [hostile],
            catches: [Factor.Catch(means: .test, answer: hostile)])),
        .assumptionWritten(Assumption(number: 1, believed: hostile, shown: hostile, now: hostile)),
        .luckWritten(Luck(number: 1, text: hostile)),
        .actionWritten(
          ActionWritten(
            action: 1, content: ActionContent(text: hostile, kind: .prevent, term: .immediate, owner: hostile))),
        .commentWritten(
          CommentWritten(number: 1, anchor: CommentAnchor(section: "impact", quote: "64 customers"), text: hostile)),
        .sectionWritten(SectionWritten(section: "impact", markdown: "64 customers & <b>more</b> \(hostile)\n")),
      ]))
    #expect(page.faults == [])
    #expect(page.all("script").allSatisfy { $0.attributes["src"] != nil })
    #expect(page.all("img").isEmpty)
    #expect(!page.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
    #expect(page.all("mark", class: "passage").count == 1)
  }
}

extension String {
  /// How often some words stand in it.
  func components(of words: String) -> Int { ranges(of: words).count }
}
