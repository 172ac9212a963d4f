import Accounts
import Chronology
import Incidents
import Interchange
import PageKit
import PageTesting
import RecordViews
import Testing
import WebPages

/// The page on which an incident is led.
@Suite struct LivePageTests {
  private func page(_ view: IncidentView, query: TimelineQuery = TimelineQuery(), context: PageContext? = nil) -> Markup
  {
    Markup(IncidentPage(view: view, query: query, context: context ?? Ferry.context(at: view.now)).html)
  }

  /// Paths of the forms that post something, the one for signing out aside.
  private func posts(_ page: Markup) -> [String] {
    page.all("form").filter { $0.attributes["method"] == "post" }.compactMap { $0.attributes["action"] }
      .filter { $0 != "/sign-out" }
  }

  @Test func `the next promised word is said with its time, and a late one says so`() {
    #expect(page(Ferry.fresh).text.contains("First word to the company"))
    #expect(page(Ferry.fresh).text.contains("in 10:50"))
    let late = page(Ferry.late)
    #expect(late.text.contains("late by 26:40"))
    #expect(late.all("div", class: "due-late").count == 1)
    #expect(late.values("data-clock").contains("until"))
  }

  @Test func `while nobody leads, one tap takes it`() throws {
    let fresh = page(Ferry.fresh)
    #expect(fresh.text.contains("Nobody leads yet"))
    #expect(posts(fresh).contains("/incidents/INC-10/roles/commander"))
    #expect(fresh.all("input").contains { $0.attributes["name"] == "person" && $0.attributes["value"] == "kim" })
    #expect(!page(Ferry.live).text.contains("Nobody leads yet"))
  }

  @Test func `roles that nothing asked for wait folded behind those that the severity asks for`() throws {
    let html = IncidentPage(
      view: Ferry.fresh, query: TimelineQuery(), context: Ferry.context(at: Ferry.fresh.now)
    ).html
    let roles = try #require(html.firstRange(of: "id=\"roles\""))
    let further = try #require(html.firstRange(of: "<details class=\"further-roles\"><summary"))
    let shown = html[roles.upperBound..<further.lowerBound]
    let asked = Ferry.fresh.policy.severity(Ferry.fresh.incident.facts.severity)?.roles ?? []
    for role in Ferry.fresh.policy.roles {
      #expect(shown.contains(">\(role.name)<") == asked.contains(role.id), "\(role.id)")
    }
    #expect(html[further.upperBound...].contains("To be called upon: "))
    #expect(html[further.upperBound...].contains("Security, Management, Legal"))
  }

  @Test func `every form leads to an operation and carries what the site needs`() {
    for view in [Ferry.live, Ferry.fresh, Ferry.over] {
      let page = page(view)
      let paths = Set(
        Operations.all.filter { !$0.method.isRead }.map(\.id).map { ActionPath.template(of: Operations[$0]) })
      for path in posts(page) where !path.hasSuffix("/say") {
        let parts = path.split(separator: "/")
        #expect(
          paths.contains { template in
            let names = template.split(separator: "/")
            return names.count == parts.count && zip(names, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
          }, "\(path) is no operation's")
      }
      for name in ["_key", "_form", "_page", "_zone"] {
        #expect(page.all("input").count { $0.attributes["name"] == name } == posts(page).count)
      }
      let keys = page.all("input").filter { $0.attributes["name"] == "_key" }.compactMap { $0.attributes["value"] }
      #expect(Set(keys).count == keys.count, "each form is done once")
    }
  }

  @Test(arguments: ["reader", "past"]) func `who may not change it, and who looks at the past, is offered no form`(
    who: String
  ) {
    let page =
      who == "past"
      ? page(Ferry.past) : page(Ferry.live, context: Ferry.context(Ferry.reader))
    #expect(posts(page) == [])
    #expect(page.text.contains("As it was known at") == true)
    #expect(page.all("div", class: "banner-past").count == (who == "past" ? 1 : 0))
  }

  @Test func `a line says when it happened, when it was written, and what it said before`() {
    let page = page(Ferry.live)
    #expect(page.text.contains("02:47:00"))
    #expect(page.text.contains("written "))
    #expect(page.text.contains("app02 was restarted, not app03"))
    #expect(page.all("del").count == 1)
    #expect(page.text.contains("Wrong host"))
  }

  @Test func `a decision shows what it rests on, and what is seen differently`() {
    let text = page(Ferry.live).text
    for words in ["Options seen", "Switch the new viewer off by its flag", "What was known", "jo sees it differently"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `newest first while it runs, oldest first once it is over`() {
    let over = page(Ferry.over)
    let instants = over.all("li", class: "entry").compactMap { $0.attributes["data-at"] }
    #expect(instants == instants.sorted())
    let running = page(Ferry.live).all("li", class: "entry").compactMap { $0.attributes["data-at"] }
    #expect(running == running.sorted(by: >))
  }

  @Test func `lines of one kind are shown alone, and the links of the page keep the choice`() {
    let page = page(Ferry.live, query: TimelineQuery(zone: "Europe/Oslo", filter: .decisions))
    let kinds = Set(page.all("li", class: "entry").flatMap(\.classes).filter { $0.hasPrefix("entry-") })
    #expect(kinds == ["entry-decision", "entry-dissent"])
    #expect(page.values("href").contains("/incidents/INC-9?zone=Europe/Oslo&amp;show=notes"))
    #expect(page.text.contains("05:06:00"))
  }

  @Test func `an end before a beginning is said, and not computed with`() {
    let text = page(Ferry.over).text
    #expect(text.contains("‘Detected’ is before ‘impact started’"))
    #expect(text.contains("ends before it begins"))
  }

  @Test func `who had a role when stays to be read`() {
    let page = page(Ferry.live)
    #expect(page.all("ol", class: "holdings").count == 1)
    #expect(page.text.contains("nobody has looked at the gates"))
  }

  @Test func `what was typed into a refused form is there again, with what is wrong`() {
    let page = page(Ferry.live, context: Ferry.context(outcome: Ferry.refusedCorrection))
    #expect(page.text.contains("Gate 5 reports it"))
    #expect(page.text.contains("A correction needs a reason."))
    #expect(page.all("input").contains { $0.attributes["aria-invalid"] == "true" && $0.attributes["name"] == "reason" })
  }

  @Test func `a fragment holds what came after a version, corrected lines too`() {
    let fragment = IncidentFragment(view: Ferry.live, context: Ferry.context())
    let news = Markup(fragment.entries(after: 16))
    let versions = news.all("li", class: "entry").compactMap { $0.attributes["data-version"] }
    #expect(!versions.contains("1"))
    #expect(versions.contains("18"))
    #expect(!versions.contains("13"), "it was corrected before that")
    let corrected = Markup(fragment.entries(after: 12)).all("li", class: "entry").compactMap {
      $0.attributes["data-version"]
    }
    #expect(corrected.contains("13"))
    #expect(Markup(fragment.entries(after: Ferry.live.incident.version)).all("li").isEmpty)
    let head = Markup(fragment.head)
    #expect(Set(head.values("data-live")) == ["marks", "lead", "words", "what-now"])
  }

  @Test func `an address is read as it is written`() {
    let query = TimelineQuery { ["zone": "Europe/Oslo", "show": "tasks", "as_of": "2031-04-02T05:05", "all": "1"][$0] }
    #expect(query == TimelineQuery(zone: "Europe/Oslo", isAll: true, filter: .tasks, asOf: Ferry.later("03:05:00")))
    #expect(TimelineQuery { ["as_of": "yesterday"][$0] }.refusedAsOf == "yesterday")
    let filter = IncidentFilter { ["state": "resolved", "severity": "2", "words": "a&b", "before": "INC-7"][$0] }
    #expect(filter.text == "?state=resolved&severity=2&words=a%26b&before=INC-7")
    #expect(IncidentFilter { ["state": "nonsense", "severity": "x", "words": ""][$0] } == IncidentFilter())
  }
}
