import Accounts
import Chronology
import DrillPages
import Drills
import Incidents
import PageKit
import PageTesting
import Testing

/// A drill's page for those who lead it, respond in it, or look on.
@Suite struct DrillPageTests {
  private func page(_ scene: DrillScene) -> Markup { Markup(DrillPage(scene).html) }

  static func expectSound(_ page: Markup, _ name: String) {
    #expect(page.faults == [], "\(name)")
    #expect(page.all("script").allSatisfy { $0.attributes["src"]?.hasPrefix("/assets/") == true }, "\(name)")
    #expect(!page.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } }, "\(name)")
    let ids = page.values("id")
    #expect(Set(ids).count == ids.count, "\(name): ids stand once")
    #expect(page.all("h1").count == 1, "\(name)")
    let forms = page.all("input").filter { $0.attributes["name"] == "_form" }.compactMap { $0.attributes["value"] }
    #expect(Set(forms).count == forms.count, "\(name): each form has a name of its own")
  }

  @Test(arguments: ["lea", "rob", "nobody"]) func `every state is a sound page for everybody`(name: String) throws {
    let start = (0.0, "lea", DrillCommand.start(incident: nil))
    let drills = [
      "planned": try DrillScenes.drill([]), "running": try DrillScenes.running(), "ended": try DrillScenes.ended(),
      "halted": try DrillScenes.drill([start, (60, "lea", .pause)]),
      "cancelled": try DrillScenes.drill([start, (60, "lea", .cancel(reason: DrillScenes.hostile))]),
      "practice": try DrillScenes.drill(
        [start], planned: try DrillScenes.planned(people: [DrillPerson(name: "rob", part: .responder)])),
    ]
    for (state, drill) in drills {
      for role in [AccountRole.responder, .reader] {
        let html = DrillPage(DrillScenes.scene(drill, for: name, role, after: 120)).html
        Self.expectSound(Markup(html), "\(state) for \(name)")
        #expect(!html.contains("<script>alert") && !html.contains("<img"), "\(state) for \(name)")
        #expect(html.contains("This is a drill"), "\(state) for \(name)")
        if role == .reader { #expect(!html.contains("method=\"post\" action=\"/drills"), "\(state) for \(name)") }
      }
    }
  }

  @Test func `whoever responds sees what came, and nothing of what is to come or of what is behind it`() throws {
    let scene = DrillScenes.scene(try DrillScenes.running(), for: "rob", after: 120)
    let html = DrillPage(scene).html
    #expect(html.contains("renewal finished: success") && html.contains("renewal.log"), "the fourth message came")
    #expect(html.contains("It is Sunday, 7 March"))
    for hidden in [
      "certificate has expired", "staging.shop.example", "breakfast with the organiser", "refused on a Sunday",
      "What really happens", "wrong-certificate", "a good response", "sunday-certificate", "inject-acts",
    ] {
      #expect(!html.contains(hidden), "\(hidden)")
      #expect(!DrillPage(scene).fragment.contains(hidden), "\(hidden) in the fragment")
    }
    #expect(html.contains("Declare the incident"))
  }

  @Test func `whoever leads can do all with what is to come, and judges what nothing measures`() throws {
    let page = page(DrillScenes.scene(try DrillScenes.running(), for: "lea", after: 120))
    let actions = page.values("action")
    for action in [
      "/drills/3/injects/5/release", "/drills/3/injects/5/delay", "/drills/3/injects/5/omission",
      "/drills/3/injects/12/release", "/drills/3/injects/6/release", "/drills/3/injects", "/drills/3/state",
      "/drills/3/observations",
    ] {
      #expect(actions.contains(action), "\(action)")
    }
    #expect(!actions.contains("/drills/3/injects/6/omission"), "what was left out can only come after all")
    #expect(!actions.contains("/drills/3/injects/1/release"), "what came cannot come again")
    #expect(!actions.contains("/drills/3/incident"), "declaring is for those who respond")
    let seconds = page.elements.filter { $0.attributes["name"] == "seconds" }.compactMap { $0.attributes["value"] }
    #expect(Set(seconds) == ["60", "300", "900"])
    let pressed = page.all("button").filter { $0.attributes["aria-pressed"] == "true" }
    #expect(pressed.map { $0.attributes["value"] } == ["partly"])
  }

  @Test func `the clock says how fast it goes, from which second, and whether it goes`() throws {
    let start = (0.0, "lea", DrillCommand.start(incident: nil))
    let running = page(DrillScenes.scene(try DrillScenes.drill([start]), for: "rob", after: 60))
    let clock = try #require(running.elements.first { $0.attributes["data-drill-clock"] != nil })
    #expect(clock.attributes["data-seconds"] == "240")
    #expect(clock.attributes["data-speed"] == "4")
    #expect(clock.attributes["data-goes"] == "1")
    let halted = page(
      DrillScenes.scene(try DrillScenes.drill([start, (30, "lea", .pause)]), for: "rob", after: 600))
    let standing = try #require(halted.elements.first { $0.attributes["data-drill-clock"] != nil })
    #expect(standing.attributes["data-seconds"] == "120")
    #expect(standing.attributes["data-goes"] == "0")
  }

  @Test func `the newest message stands first, and is said in words`() throws {
    let page = page(DrillScenes.scene(try DrillScenes.running(), for: "rob", after: 120))
    let messages = page.all("li", class: "message")
    #expect(
      messages.map { $0.attributes["id"] } == [
        "message-added-1", "message-4", "message-3", "message-2", "message-1",
      ])
    #expect(messages[1].attributes["data-words"]?.hasPrefix("New: Evidence, renewal job.") == true)
    #expect(page.all("p").contains { $0.attributes["role"] == "status" && $0.attributes["id"] == "drill-news" })
  }

  @Test func `the fragment has every part that the page keeps up`() throws {
    for name in ["lea", "rob"] {
      let scene = DrillScenes.scene(try DrillScenes.running(), for: name, after: 120)
      let kept = Set(page(scene).values("data-live"))
      let sent = Set(Markup(DrillPage(scene).fragment).values("data-live"))
      #expect(kept.subtracting(sent) == [], "\(name)")
      #expect(kept.contains("next") == (name == "lea"))
    }
  }

  @Test func `before the start a responder learns what a drill is, and not what this one is about`() throws {
    let html = DrillPage(DrillScenes.scene(try DrillScenes.drill([]), for: "rob", after: -30)).html
    #expect(html.contains("Sunday, 4 May 2031") && html.contains("lea starts it"))
    #expect(!html.contains("The shop is refused") && !html.contains("7 March"))
    let led = DrillPage(DrillScenes.scene(try DrillScenes.drill([]), for: "lea", after: -30)).html
    #expect(led.contains("Start the drill") && led.contains("What really happens"))
  }

  @Test func `on its incident's page the newest message stands in the banner, and the way back`() throws {
    let scene = DrillScenes.scene(try DrillScenes.running(), for: "rob", after: 120)
    let banner = Markup(DrillBanner(scene: scene).html.markup)
    #expect(banner.faults == [])
    #expect(banner.values("href") == ["/drills/3"])
    #expect(banner.values("data-drill-events") == ["/drills/3/events"])
    #expect(banner.all("script").isEmpty && banner.all("img").isEmpty)
  }

  // MARK: Files

  /// The drill with its fourth message come, as somebody sees it.
  private func filed(_ steps: [(second: Double, by: String, command: DrillCommand)], for name: String) throws -> Markup
  {
    let all = [(0.0, "lea", DrillCommand.start(incident: nil)), (60, "lea", .release("4"))] + steps
    return page(DrillScenes.scene(try DrillScenes.drill(all), for: name, after: 120))
  }

  @Test func `a message names its files, links to them, and says where they are in the evidence`() throws {
    let link = (61.0, "rob", DrillCommand.linkIncident(7))
    for name in ["lea", "rob"] {
      let waiting = try filed([], for: name)
      #expect(waiting.all("a").contains { $0.attributes["href"] == "/drills/3/files/renewal.log" }, "\(name)")
      #expect(waiting.text.contains("will be in the incident’s evidence once it is declared"), "\(name)")
      let declared = try filed([link], for: name)
      #expect(declared.text.contains("not in the incident’s evidence yet"), "\(name)")
      let landed = try filed([link, (62, "mayday", .landFile("renewal.log", evidence: 1))], for: name)
      #expect(landed.all("a").contains { $0.attributes["href"] == "/incidents/INC-7#evidence" }, "\(name)")
      let refused = try filed(
        [link, (62, "mayday", .refuseFile("renewal.log", reason: "the incident is full"))], for: name)
      #expect(refused.text.contains("the incident is full") == (name == "lea"))
      for page in [waiting, declared, landed, refused] { Self.expectSound(page, name) }
    }
  }

  @Test func `a file that has not come stands on no page of whoever responds`() throws {
    let html = DrillPage(DrillScenes.scene(try DrillScenes.running(), for: "rob", after: 120)).html
    #expect(html.contains("renewal.log") && !html.contains("edge-2-error.log") && !html.contains("edge-3-syslog.log"))
    let leading = DrillPage(DrillScenes.scene(try DrillScenes.running(), for: "lea", after: 120)).html
    #expect(leading.contains("edge-3-syslog.log"))
  }

  @Test func `clocks of the story stand beside those of the drill`() throws {
    let page = try filed([], for: "rob")
    #expect(page.text.contains("The story begins on Sunday, 7 March 2027, 08:06 UTC."))
    #expect(page.text.contains("08:10 UTC in the story"))
  }
}
