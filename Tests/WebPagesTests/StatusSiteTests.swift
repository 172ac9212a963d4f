import Chronology
import PageKit
import PageTesting
import PublicStatus
import StatusPages
import Testing

/// The public pages, as the server shows them.
@Suite struct StatusSiteTests {
  private static func page(_ report: StatusReport) -> Markup { Markup(StatusSite(report: report).page) }

  @Test(arguments: [
    (Harbour.trouble, "Card payments fail for some bookings"), (Harbour.well, "Everything we watch works"),
    (Harbour.planned, "Planned work is under way: The kitchen&#39;s ordering system moves house"),
    (Harbour.empty, "Nothing is listed on this page yet"),
  ]) func `the first heading says how things are`(report: StatusReport, sentence: String) throws {
    let html = StatusSite(report: report).page
    let start = try #require(html.firstRange(of: "<h1"))
    let end = try #require(html.firstRange(of: "</h1>"))
    #expect(html[start.lowerBound..<end.lowerBound].contains(sentence))
  }

  @Test func `the newest word stands in full, with when the next one comes`() {
    let text = Self.page(Harbour.trouble).text
    for part in [
      "about one booking in three", "Counters in the ports are not affected", "We have taken back",
      "Pay at a counter", "We are sorry.", "Next word by", "08:30 UTC", "since 06:41 UTC",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `a promise that was missed is said to be late`() {
    let text = Self.page(Harbour.trouble).text
    #expect(text.contains("The next word was due by"))
    #expect(text.contains("It is late."))
  }

  @Test func `a correction shows what changed, struck, and why`() throws {
    let html = StatusSite(report: Harbour.trouble).page
    let struck = html.components("<del>", "</del>")
    #expect(struck.contains { $0.contains("about one booking in ten") })
    #expect(!struck.contains { $0.contains("Counters in the ports") }, "what stayed the same is not struck")
    #expect(html.contains("our first count left out bookings from the app"))
  }

  @Test func `a withdrawn word is struck and never the newest`() throws {
    var report = Harbour.trouble
    report.incidents[2].updates[0].withdrawn = PublicWithdrawal(instant: Harbour.now, reason: "sent too early")
    report.incidents[2].updates[1].withdrawn = nil
    let html = StatusSite(report: report).page
    let struck = html.components("<del>", "</del>")
    #expect(struck.contains { $0.contains("about one booking in three") })
    let words = try #require(html.firstRange(of: "open-words"))
    let side = try #require(html.firstRange(of: "open-parts"))
    #expect(html[words.lowerBound..<side.lowerBound].contains("do not work at all"))
  }

  @Test func `a change of state without words leaves the last words standing`() {
    var report = Harbour.planned
    report.maintenances[0].updates.insert(
      PublicUpdate(id: "a2", state: .verifying, text: PublicText(more: " \n"), published: Harbour.now), at: 0)
    let text = StatusSite(report: report).page
    #expect(text.contains("Meals cannot be ordered ahead until 09:00."))
    #expect(StatusSite(report: report).calendar.replacing("\r\n ", with: "").contains("Meals cannot be ordered ahead"))
  }

  @Test func `a component has its state as a word and its days in words`() {
    let page = Self.page(Harbour.trouble)
    for word in ["Works", "Slow or unsteady", "Fails for some", "Planned work", "Not known"] {
      #expect(page.text.contains(word))
    }
    let labels = page.all("svg", class: "day-bars").compactMap { $0.attributes["aria-label"] }
    #expect(labels.count == 5)
    #expect(labels[0] == "Cabins: 71 days without trouble, 2 with trouble, 17 not known")
    #expect(
      labels[1] == "Card payments: 69 days without trouble, 3 with trouble, 1 with planned work, 17 not known")
    #expect(labels[2] == "Boarding passes: 1 day with trouble, 89 not known")
    #expect(labels[4] == "Timetables: How the last 90 days were is not known")
  }

  @Test func `instants stand in UTC with their zone, for people and for programs`() {
    for (name, html) in Harbour.pages {
      for time in html.components("<time", "</time>") where time.contains("data-zone") {
        #expect(time.hasSuffix(" UTC"), "\(name): \(time)")
        #expect(time.contains("datetime=\"2031-"))
      }
    }
  }

  @Test func `nothing of the team's own site is linked`() {
    for (name, html) in Harbour.pages {
      for target in Markup(html).values("href") where target.hasPrefix("/") {
        #expect(
          target.hasPrefix("/status") || target.hasPrefix("/assets/") || target.hasPrefix("/api/v2/"),
          "\(name): \(target)")
      }
    }
  }

  @Test func `the history goes month by month to where anything is known`() throws {
    let site = StatusSite(report: Harbour.trouble)
    let recent = Markup(try #require(site.history()))
    #expect(recent.all("section", class: "month").count == 3)
    #expect(recent.text.contains("Database upgrade"), "what was called off is told")
    #expect(!recent.text.contains("New card terminals"), "what is to come is no history")
    #expect(try #require(site.history(StatusMonth("2031-01"))).contains("Timetables in the app were a day old"))
    #expect(site.history(StatusMonth("2030-12")) == nil)
    #expect(site.history(StatusMonth("2031-04")) == nil)
    #expect(site.item("nothing") == nil)
  }

  @Test(arguments: ["2031-1", "2031-13", "2031-00", "-031-01", "2031_01", "٢٠٣١-٠١", "", "2031-01-01"])
  func `a month is written in one way`(text: String) {
    #expect(StatusMonth(text) == nil)
  }
}

extension String {
  /// What stands between two marks, each time.
  fileprivate func components(_ start: String, _ end: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let from = rest.firstRange(of: start) {
      rest = rest[from.upperBound...]
      guard let to = rest.firstRange(of: end) else { break }
      found.append(String(rest[..<to.lowerBound]))
      rest = rest[to.upperBound...]
    }
    return found
  }
}
