import Interchange
import Learning
import LessonPages
import PageKit
import PageTesting
import Postmortems
import RecordViews
import Testing

/// What the pages of what was learnt say.
@Suite struct LessonPageTests {
  private func page(_ name: String) throws -> Markup {
    Markup(try #require(LessonPagesSamples.pages.first { $0.name == name }).html)
  }

  @Test func `every page is sound, and runs nothing that stands in it`() {
    for (name, html) in LessonPagesSamples.pages {
      let page = Markup(html)
      #expect(page.faults == [], "\(name)")
      #expect(page.all("script").allSatisfy { $0.attributes["src"]?.hasPrefix("/assets/") == true }, "\(name)")
      #expect(
        !page.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } }, "\(name)")
      let ids = page.values("id")
      #expect(Set(ids).count == ids.count, "\(name): ids stand once")
      #expect(page.all("h1").count == 1, "\(name)")
    }
  }

  @Test func `what is late says so in words, and stands before the rest`() throws {
    let board = try page("actions")
    #expect(board.text.contains("Late by 12 days"))
    #expect(board.all("li", class: "is-late").count == 1)
    let order = board.all("li", class: "lesson-action").compactMap { $0.attributes["id"] }
    #expect(order == ["PM-3-A1", "PM-3-A2", "PM-3-A3", "PM-3-A4"])
    #expect(board.text.contains("1 verified"))
  }

  /// Actions of one group, more than a page shows.
  private func crowd(_ count: Int, incident: (Int) -> Int) -> [ActionView] {
    (1...count).map { number in
      var view = Lessons.action(number, "Action number \(number)", .accepted, due: Lessons.day(30))
      view.incident = incident(number)
      return view
    }
  }

  private func board(_ all: [ActionView], _ filter: ActionFilter) -> Markup {
    let places = all.map(ActionPlace.init)
    let shown = Set(ActionBoardPage.shown(places, by: filter))
    return Markup(
      ActionBoardPage(
        places: places, actions: all.filter { shown.contains($0.id) }, filter: filter, calendar: "",
        context: Lessons.context()
      ).html)
  }

  @Test func `a board of thousands shows the first of each group, and the rest in parts`() {
    let all = crowd(700) { $0 }
    let whole = board(all, ActionFilter())
    #expect(whole.all("li", class: "lesson-action").count == 25)
    #expect(whole.text.contains("All 700"))
    #expect(whole.values("href").contains("/actions?show=accepted"))
    let first = board(all, ActionFilter(group: .accepted))
    #expect(first.all("li", class: "lesson-action").count == 300)
    #expect(first.text.contains("1 to 300 of 700."))
    #expect(first.values("href").contains("/actions?show=accepted&amp;page=2"))
    let last = board(all, ActionFilter(group: .accepted, page: 3))
    #expect(
      last.all("li", class: "lesson-action").compactMap { $0.attributes["id"] }
        == (601...700).map { "PM-3-A\($0)" })
    #expect(last.text.contains("601 to 700 of 700."))
    #expect(!last.values("href").contains { $0.contains("page=4") })
    let beyond = board(all, ActionFilter(group: .accepted, page: 9))
    #expect(beyond.all("li", class: "lesson-action").isEmpty)
    #expect(beyond.text.contains("There are 700, and none so far on."))
  }

  @Test func `a board by incident says how many incidents there are beside those that it shows`() {
    let many = board(crowd(90) { $0 % 30 + 1 }, ActionFilter(isByIncident: true))
    #expect(many.all("section", class: "lesson-group").count == 25)
    #expect(many.text.contains("The 25 incidents with the most pressing actions, of 30."))
    let one = board(crowd(40) { _ in 7 }, ActionFilter(isByIncident: true))
    #expect(one.all("li", class: "lesson-action").count == 25)
    #expect(one.text.contains("40 open actions"))
    #expect(one.values("href").contains("/actions?incident=INC-7"))
  }

  @Test func `an action offers the steps that can follow, and no others`() throws {
    let states = try page("actions").all("input").filter { $0.attributes["name"] == "state" }
      .compactMap { $0.attributes["value"] }
    #expect(
      states.sorted()
        == ["accepted", "accepted", "declined", "declined", "declined", "done", "done", "done", "verified"].sorted())
  }

  @Test func `a reader reads, and is offered nothing to do`() {
    let context = Lessons.context(Lessons.reader)
    for html in [
      LessonPagesSamples.board(ActionFilter(), context),
      GuardsPage(guards: Lessons.guards, context: context).html,
      GuardPage(record: Lessons.broken, context: context).html,
      ChecklistPage(checklist: Lessons.checklist, context: context).html,
      LibraryPage(listing: Lessons.listing, filter: LibraryFilter(), context: context).html,
    ] {
      let posts = Markup(html).all("form").filter { $0.attributes["method"] == "post" }
        .compactMap { $0.attributes["action"] }.filter { $0 != "/sign-out" }
      #expect(posts == [])
    }
  }

  @Test func `broken guards come first, and what could not be checked is not among those that hold`() throws {
    let guards = try page("guards")
    let marks = guards.all("span", class: "mark").flatMap(\.classes).filter { $0.hasPrefix("guard-") }
    #expect(marks == ["guard-broken", "guard-unknown", "guard-unchecked", "guard-holds", "guard-retired"])
    #expect(guards.text.contains("1 of 4 guards hold."))
  }

  @Test func `a guard shows what it saw as a strip, each result with its word`() throws {
    let guardPage = try page("guard")
    let cells = guardPage.all("li").flatMap(\.classes).filter { $0.hasPrefix("guard-") }
    #expect(cells == ["guard-holds", "guard-unknown", "guard-holds", "guard-broken"])
    #expect(guardPage.text.contains("Could not be checked, "))
    #expect(guardPage.all("pre", class: "detail-text").count == 1)
    #expect(guardPage.values("href").contains("/incidents/INC-7"))
  }

  @Test func `a line says where it came from, and a quiet one asks to go`() throws {
    let checklist = try page("checklist")
    #expect(checklist.all("li", class: "asks-to-go").count == 4)
    #expect(checklist.text.contains("caught something 1 time"))
    #expect(checklist.text.contains("never caught anything"))
    #expect(checklist.text.contains("it does not say where it came from"))
  }

  @Test func `what stopped a run stands first in what came of it`() throws {
    let result = try page("checklist-result")
    #expect(result.text.contains("Do not go on"))
    let rows = result.all("li").flatMap(\.classes).filter { $0.hasPrefix("answer-") }
    #expect(rows.first == "answer-stops")
    #expect(rows.count { $0 == "answer-stops" } == 1)
    #expect(ChecklistResultPage(checklist: Lessons.checklist, version: 1, context: Lessons.context()) == nil)
  }

  @Test func `words that were found are marked, and nothing else is markup`() throws {
    let library = try page("library")
    #expect(library.all("mark").count == 1)
    #expect(library.text.contains("&lt;twice&gt;"))
    #expect(library.text.contains("2 postmortems"))
  }

  @Test func `beside a running incident only what is strongly alike is told`() throws {
    let panel = Markup(try #require(LikePanel(Lessons.likenesses, place: .running).html).markup)
    #expect(panel.text.contains("This looks like "))
    #expect(panel.values("href") == ["/incidents/INC-12", "/postmortems/PM-7"])
    #expect(LikePanel(Array(Lessons.likenesses.suffix(1)), place: .running).html == nil)
    let all = Markup(try #require(LikePanel(Lessons.likenesses, place: .postmortem).html).markup)
    #expect(all.values("href").contains("/postmortems/PM-90"))
  }

  @Test func `the first page tells what presses, and nothing where nothing does`() throws {
    let panel = Markup(
      try #require(PressPanel(actions: Lessons.actions, guards: Lessons.guards, context: Lessons.context()).html).markup
    )
    #expect(panel.text.contains("Late by 12 days"))
    #expect(panel.text.contains("Every service takes the cabin"))
    #expect(!panel.text.contains("Tickets answer within a second"))
    #expect(PressPanel(actions: [], guards: [Lessons.holding], context: Lessons.context()).html == nil)
  }

  @Test func `a refusal is said also where its form is gone, and once where it is there`() {
    let problem = Problem(.nothingNew, "the action is accepted already")
    for form in ["step-PM-3-A1-accepted", "step-PM-3-A2-accepted"] {
      let outcome = FormOutcome(form: form, fields: [("state", "accepted")], problem: problem)
      let board = Markup(LessonPagesSamples.board(ActionFilter(), Lessons.context(outcome: outcome)))
      #expect(board.all("div", class: "refused").count == 1, "\(form)")
      #expect(board.text.contains("The action is accepted already."))
    }
  }

  @Test func `filters stand in the address, and come back from it`() {
    let filter = ActionFilter(
      isMine: true, isOverdue: true, kind: .stopNow, incident: IncidentID(number: 7), group: .late, isByIncident: true)
    #expect(filter.text == "?mine=1&overdue=1&kind=stop-now&incident=INC-7&show=late&by=incident")
    let values = [
      "mine": "1", "overdue": "1", "kind": "stop-now", "incident": "INC-7", "show": "late", "by": "incident",
    ]
    #expect(ActionFilter { values[$0] } == filter)
    #expect(ActionFilter { _ in Lessons.hostile } == ActionFilter())
    let library = LibraryFilter(
      words: "a b", component: "booking", cause: .trigger, kind: .detect, severity: 2, from: Lessons.day(1),
      until: Lessons.day(2), isOurs: false)
    #expect(library.text.hasPrefix("?q=a%20b&component=booking&cause=trigger&kind=detect&severity=2&from=2031-04-01"))
  }
}

/// Names, notes and reports that try to become part of a page.
@Suite struct LessonEscapingTests {
  private func expectHarmless(_ html: String) {
    let page = Markup(html)
    #expect(page.faults == [])
    #expect(page.all("script").allSatisfy { $0.attributes["src"] != nil })
    #expect(page.all("img").isEmpty)
    #expect(!page.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
    #expect(!html.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
    #expect(page.text.contains("&lt;script&gt;alert(1)"))
  }

  @Test func `what is hostile stays text`() throws {
    let hostile = Lessons.hostile
    let context = Lessons.context()
    var action = Lessons.action(1, hostile, .accepted, due: nil, owner: hostile, note: hostile, verification: hostile)
    action.factors = [hostile]
    action.incidentTitle = hostile
    let record = Lessons.record(
      1, GuardDeclaration(name: hostile, title: hostile, definition: hostile),
      [GuardReport(standing: .broken, summary: hostile, detail: hostile, place: hostile)], retired: hostile)
    var checklist = Checklist(number: 1)
    checklist.apply(
      .written(
        ChecklistContent(
          process: hostile, title: hostile,
          lines: [ChecklistLine(number: 1, text: hostile, expects: .check, check: hostile)])), Lessons.stamp(1))
    checklist.apply(
      .ran(ChecklistRun(subject: hostile, answers: [.init(line: 1, text: hostile, answer: hostile, isGood: false)])),
      Lessons.stamp(2))
    let hit = LibraryHit(
      postmortem: hostile, incident: hostile, title: hostile, source: hostile, isOurs: true, stage: hostile, at: nil,
      severity: nil, components: [hostile], excerpt: Excerpt(parts: [.init(text: hostile, isHit: true)]))
    for html in [
      ActionBoardPage(
        places: [ActionPlace(action)], actions: [action], filter: ActionFilter(), calendar: hostile, context: context
      ).html,
      GuardsPage(guards: [record], declaring: hostile, context: context).html,
      GuardPage(record: record, context: context).html,
      ChecklistsPage(checklists: [checklist], beginning: "x", context: context).html,
      ChecklistPage(checklist: checklist, context: context).html,
      ChecklistLinesPage(checklist: checklist, context: context).html,
      ChecklistRunPage(checklist: checklist, guards: [record], context: context).html,
      ChecklistPaperPage(checklist: checklist, context: context).html,
      try #require(ChecklistResultPage(checklist: checklist, version: 2, context: context)).html,
      LibraryPage(
        listing: LibraryListing(hits: [hit], count: 1, hasMore: false), filter: LibraryFilter(words: hostile),
        context: context
      ).html,
    ] { expectHarmless(html) }
  }
}
