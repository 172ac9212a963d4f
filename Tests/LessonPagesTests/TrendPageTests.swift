import Chronology
import Foundation
import Incidents
import Learning
import LessonPages
import PageKit
import PageTesting
import Postmortems
import Testing

/// How it develops: what is counted is said, and what is no number is not left out.
@Suite struct TrendPageTests {
  static func incident(
    _ number: Int, minutes: Double?, isBackwards: Bool = false, isRunning: Bool = false
  ) -> LearnedCase {
    let began = Lessons.instant(number, month: 3)
    var instants: [InstantName: Instant] = [.impactStarted: began]
    if let minutes {
      instants[.detected] = began.advanced(bySeconds: (isBackwards ? -1 : 1) * minutes * 60)
      if !isRunning { instants[.mitigated] = began.advanced(bySeconds: minutes * 600) }
    }
    return LearnedCase(
      incident: MeasuredIncident(
        number: number, title: "Number \(number)", state: isRunning ? .active : .resolved, instants: instants))
  }

  static func report(_ cases: [LearnedCase]) -> TrendReport {
    TrendBuilder(cases, TrendQuery(), now: Lessons.now).report()
  }

  static let many = report(
    (1...7).map { incident($0, minutes: Double($0 * $0)) } + [
      incident(8, minutes: nil), incident(9, minutes: 3, isBackwards: true), incident(10, minutes: 5, isRunning: true),
    ])

  static let hit: ActionHit? = try? JSONDecoder().decode(
    ActionHit.self,
    from: Data(
      """
      {"incident":"INC-12","incidentTitle":"Tickets were charged twice","began":"2031-04-02T08:30:00Z",
      "action":"PM-3-A1","actionText":"One name for a lock","state":"accepted","due":"2031-03-01","wasOverdue":true,
      "postmortemTitle":"Cabins were sold twice","earlierIncident":"INC-7","sureness":"certain","reasons":["F2 names it"]}
      """.utf8))

  static func page(_ report: TrendReport, _ hits: [ActionHit] = []) -> String {
    TrendsPage(report: report, hits: hits, filter: TrendFilter(), context: Lessons.context()).html
  }

  @Test func `open, missing and wrong ones are said beside the numbers`() {
    let text = Markup(Self.page(Self.many)).text
    #expect(text.contains("Counted: 10 incidents"))
    #expect(text.contains("1 incident whose end is before the beginning: INC-9"))
    #expect(text.contains("1 incident not over yet: INC-10"))
    #expect(text.contains("of 8 incidents"))
    #expect(text.contains("nobody stated the beginning or the end"))
  }

  @Test func `of thousands of incidents those that would lie on each other are one dot, which counts them`() {
    let cases = (1...3000).map { number in
      let began = Lessons.now.advanced(bySeconds: -Double(number) * 86_400)
      return LearnedCase(
        incident: MeasuredIncident(
          number: number, title: "Number \(number)",
          instants: [.impactStarted: began, .detected: began.advanced(bySeconds: Double(number % 900) * 4 + 60)]))
    }
    let page = Markup(Self.page(Self.report(cases)))
    let rows = page.all("svg", class: "plot").compactMap { $0.attributes["aria-label"] }
    #expect(rows.contains { $0.hasPrefix("All: 3") && $0.contains("000 incidents, the middle ") })
    // One row of all, and months of some thirty incidents each.
    #expect(page.all("circle", class: "plot-dot").count < 200 + 18 * 32)
    #expect(page.text.contains(" incidents, 1 minute"))
  }

  @Test func `few numbers are shown as they are, without a middle`() {
    let page = Markup(Self.page(Self.report([Self.incident(1, minutes: 4), Self.incident(2, minutes: 9)])))
    #expect(page.text.contains("4 minutes, 9 minutes"))
    #expect(page.text.contains("too few"))
    #expect(page.all("line", class: "plot-median").isEmpty)
    #expect(page.all("rect", class: "plot-half").isEmpty)
  }

  @Test func `the plot has a dot for each, and says its numbers aloud`() throws {
    let page = Markup(Self.page(Self.many))
    let labels = page.all("svg", class: "plot").compactMap { $0.attributes["aria-label"] }
    #expect(labels.contains { $0.hasPrefix("All: 8 incidents, the middle ") })
    #expect(page.faults == [])
    let places = page.all("circle").compactMap { $0.attributes["cx"] }.compactMap { Double($0.dropLast()) }
    #expect(!places.isEmpty && places.allSatisfy { (0...100).contains($0) })
  }

  @Test func `the strongest question stands first`() throws {
    let page = Markup(Self.page(Self.many, [try #require(Self.hit)]))
    #expect(page.all("h2").first?.attributes["id"] == "hits-title")
    #expect(page.text.contains("Then accepted, due 1 Mar 2031 and late"))
    #expect(page.values("href").contains("/incidents/INC-12"))
    #expect(Markup(Self.page(Self.many)).text.contains("None so far"))
  }

  @Test func `an empty record has no trends, and no plot`() {
    let page = Markup(Self.page(Self.report([])))
    #expect(page.text.contains("No incident is counted yet"))
    #expect(page.all("svg", class: "plot").isEmpty)
  }
}
