import Chronology
import Foundation
import Incidents
import Learning
import Postmortems
import Testing

struct TrendTests {
  private let now = Sample.start.advanced(bySeconds: 60 * 86_400)

  private func report(_ cases: [LearnedCase], _ query: TrendQuery = TrendQuery()) -> TrendReport {
    TrendBuilder(cases, query, now: now).report()
  }

  @Test func `quartiles lie between points, and few points have none`() {
    func distribution(_ seconds: [Double]) -> Distribution {
      Distribution(points: seconds.map { Distribution.Point(incident: "INC-1", at: Sample.start, seconds: $0) })
    }
    let five = distribution([50, 10, 40, 20, 30])
    #expect(five.median == 30)
    #expect(five.lowerQuartile == 20)
    #expect(five.upperQuartile == 40)
    let four = distribution([1, 2, 3, 10])
    #expect(four.median == 2.5)
    #expect(four.lowerQuartile == nil && four.upperQuartile == nil)
    #expect(four.isSmall)
    #expect(distribution([]).median == nil)
  }

  @Test func `open ones are counted as open, missing as missing, and what ends before it begins as that`() throws {
    let cases = [
      LearnedCase(incident: Sample.incident(1, [.mitigated: 600])),
      LearnedCase(incident: Sample.incident(2, day: 59, state: .active)),
      LearnedCase(incident: Sample.incident(3, day: 2)),
      LearnedCase(incident: Sample.incident(4, day: 3, [.mitigated: -5])),
      LearnedCase(incident: Sample.incident(5, day: 4, isDrill: true, [.mitigated: 1])),
      LearnedCase(incident: Sample.incident(6, day: 5, state: .declined, [.mitigated: 1])),
      LearnedCase(lesson: Lesson(Sample.postmortem(7, "Theirs", origin: .library), incident: nil)),
    ]
    let trend = report(cases)
    let mitigate = try #require(trend.spans.first { $0.span == "time-to-mitigate" }).whole
    #expect(mitigate.points.map(\.incident) == ["INC-1"])
    #expect(mitigate.open.map(\.seconds) == [86_400])
    #expect(mitigate.missing == ["INC-3"])
    #expect(mitigate.invalid == ["INC-4"])
    #expect(trend.incidentCount == 4)
    #expect(trend.drillCount == 1)
    #expect(
      TrendWords.sentence(mitigate)
        == "1 ended, after 10 min; 1 still open, the longest for 24 h; 1 with no time stated; 1 ends before it begins.")
  }

  @Test func `months are those of the beginning, and a query bounds them`() throws {
    let cases = [0, 10, 31, 45].enumerated().map { index, day in
      LearnedCase(
        incident: Sample.incident(
          index + 1, day: Double(day), severity: index + 1, components: index == 0 ? ["shop"] : [], [.resolved: 60]))
    }
    let months = try #require(report(cases).spans.last).months
    #expect(months.map(\.month) == ["2026-03", "2026-04"])
    #expect(months.map(\.distribution.count) == [2, 2])
    #expect(report(cases, TrendQuery(from: CivilDate("2026-04-01"))).incidentCount == 2)
    #expect(report(cases, TrendQuery(until: CivilDate("2026-03-01"))).incidentCount == 1)
    #expect(report(cases, TrendQuery(component: "shop")).incidentCount == 1)
    #expect(report(cases, TrendQuery(severity: 4)).incidentCount == 1)
  }

  private func lesson(
    _ number: Int, incident: Int, factors: [Factor] = [], actions: [(ActionContent, [(ActionState, Double)])] = []
  ) -> Lesson {
    var events = factors.map { (PostmortemEvent.factorWritten($0), Sample.start) }
    for (index, (content, steps)) in actions.enumerated() {
      events.append((.actionWritten(ActionWritten(action: index + 1, content: content)), Sample.start))
      events += steps.map { state, day in
        (
          .actionStepped(ActionStepped(action: index + 1, state: state)),
          Sample.start.advanced(bySeconds: day * 86_400)
        )
      }
    }
    return Lesson(Sample.postmortem(number, "Payments fail", events), incident: incident)
  }

  private func action(_ text: String, due: String?) -> ActionContent {
    ActionContent(text: text, kind: .prevent, term: .immediate, due: due.flatMap { CivilDate($0) })
  }

  @Test func `actions are on time by the day on which they were done for good`() {
    let lesson = lesson(
      1, incident: 1,
      actions: [
        (action("on its day", due: "2026-03-04"), [(.done, 3)]),
        (action("done, opened again, done late", due: "2026-03-04"), [(.done, 2), (.accepted, 3), (.done, 9)]),
        (action("verified later", due: "2026-03-04"), [(.done, 2), (.verified, 20)]),
        (action("never done", due: "2026-03-04"), []),
        (action("still has time", due: "2026-12-01"), [(.accepted, 1)]),
        (action("declined", due: "2026-03-04"), [(.declined, 1)]),
        (action("no day", due: nil), [(.done, 1)]),
      ])
    let months = report([LearnedCase(incident: Sample.incident(1), lesson: lesson)]).actions
    #expect(months.map(\.month) == ["2026-03", "2026-12", nil])
    #expect(months.map(\.words) == ["2 on time, 1 late, 1 overdue, 1 declined", "1 open", "1 done"])
  }

  @Test func `factors in near-same words recur, others do not`() {
    func factor(_ number: Int, _ text: String) -> Factor { Factor(number: number, text: text, kind: .condition) }
    let texts = [
      ["The certificate was renewed by hand", "Nobody watched the queue"],
      ["The certificate had been renewed by hand only"], ["The queue was full of letters"],
    ]
    let cases = texts.enumerated().map { index, texts in
      LearnedCase(
        incident: Sample.incident(index + 1, day: Double(index)),
        lesson: lesson(
          index + 1, incident: index + 1, factors: texts.enumerated().map { factor($0.offset + 1, $0.element) }))
    }
    let recurring = report(cases).recurring
    #expect(recurring.map(\.text) == ["The certificate was renewed by hand"])
    #expect(recurring.first?.places.map { "\($0.postmortem) F\($0.factor)" } == ["PM-1 F1", "PM-2 F1"])
    #expect(recurring.first?.words == ["certificate", "hand", "renewed"])
    #expect(report(cases).factorKinds.first { $0.kind == .condition }?.factorCount == 4)
  }

  @Test func `an early indicator came before the impact in more than one incident`() {
    func known(_ number: Int, _ lead: Double, _ title: String) -> LearnedCase {
      let incident = Sample.incident(number, day: 0)
      return LearnedCase(
        incident: incident,
        patterns: EvidencePattern.all(in: Sample.report([Sample.moment(title, seconds: -lead)])))
    }
    let indicators = report([
      known(1, 600, "shop: queue at 80 percent"), known(2, 300, "shop: queue at 91 percent"),
      known(3, -60, "shop: queue at 99 percent"), known(4, 60, "shop: seen once"), known(5, 100_000, "shop: long ago"),
      known(6, 100_000, "shop: long ago"),
    ]).indicators
    #expect(indicators.count == 1)
    #expect(indicators.first?.sightings.map(\.incident) == ["INC-2", "INC-1"])
    #expect(indicators.first?.medianLeadSeconds == 450)
    #expect(indicators.first?.otherIncidents == ["INC-3"])
    #expect(indicators.first?.pattern == "shop: queue at 91 percent")
  }

  @Test func `hits are certain where a factor names the action, else worth examining, and verified ones are none`() {
    let before = lesson(
      1, incident: 1, factors: [Factor(number: 1, text: "The certificate was renewed by hand", kind: .condition)],
      actions: [
        (action("Renew by machine", due: "2026-03-02"), []), (action("Alert on age", due: nil), [(.done, 1)]),
        (action("Shown to work", due: nil), [(.done, 1), (.verified, 2)]),
      ])
    let after = lesson(
      2, incident: 2,
      factors: [
        Factor(
          number: 1, text: "The certificate was renewed by hand again", kind: .condition,
          hits: [ActionID(postmortem: 1, action: 1)])
      ])
    let hits = ActionHits([
      LearnedCase(incident: Sample.incident(1), lesson: before),
      LearnedCase(incident: Sample.incident(2, day: 10), lesson: after),
      LearnedCase(incident: Sample.incident(3, day: 11, title: "Search is slow")),
    ]).all()
    #expect(
      hits.map { "\($0.incident) \($0.action) \($0.state.rawValue) \($0.sureness.rawValue) \($0.wasOverdue)" } == [
        "INC-2 PM-1-A1 proposed certain true", "INC-2 PM-1-A2 done worth-examining false",
      ])
    #expect(hits.first?.reasons == ["its factor F1 names the action"])
    #expect(hits.last?.reasons == ["its factor F1 says nearly the same: 'The certificate was renewed by hand'"])
  }

  /// A team of many small incidents must not lose the old one that met an open action.
  @Test func `an incident is held against open actions however many came after it`() throws {
    let before = lesson(1, incident: 1, actions: [(action("Renew by machine", due: nil), [])])
    let naming = lesson(
      2, incident: 2,
      factors: [Factor(number: 1, text: "It expired", kind: .trigger, hits: [ActionID(postmortem: 1, action: 1)])])
    let alike = LearnedCase(
      incident: Sample.incident(3, day: 2, title: "Voucher"), patterns: Sample.patterns("shop: pool of 7 is empty"))
    var cases = [
      LearnedCase(
        incident: Sample.incident(1, title: "Certificate"), lesson: before,
        patterns: Sample.patterns("shop: pool of 9 is empty")),
      LearnedCase(incident: Sample.incident(2, day: 1, title: "Mail"), lesson: naming), alike,
    ]
    for number in 4...1200 {
      cases.append(LearnedCase(incident: Sample.incident(number, day: Double(number), title: "Quiet \(number)x")))
    }
    #expect(
      ActionHits(cases).all().map { "\($0.incident) \($0.action) \($0.sureness.rawValue)" } == [
        "INC-2 PM-1-A1 certain", "INC-3 PM-1-A1 worth-examining",
      ])
    let began = try #require(alike.began).clock().date
    #expect(ActionHits(cases, TrendQuery(from: began)).all().map(\.incident) == ["INC-3"], "as far as it is asked for")
    #expect(ActionHits(cases, TrendQuery(component: "oven")).all().isEmpty)
  }

  @Test func `the table holds every number, and no cell is a formula`() throws {
    let csv = report([
      LearnedCase(incident: Sample.incident(1, [.resolved: 60])),
      LearnedCase(incident: Sample.incident(2, state: .active)),
      LearnedCase(
        incident: Sample.incident(3),
        lesson: lesson(3, incident: 3, factors: [Factor(number: 1, text: "=HYPERLINK \"x\", pool", kind: .trigger)])),
      LearnedCase(
        incident: Sample.incident(4),
        lesson: lesson(4, incident: 4, factors: [Factor(number: 1, text: "=HYPERLINK \"x\", pool", kind: .trigger)])),
    ]).csv
    let rows = csv.components(separatedBy: "\r\n")
    #expect(rows.first == "measure,item,month,state,incident,value,unit")
    #expect(rows.contains("time-to-resolve,,2026-03,ended,INC-1,60,s"))
    #expect(rows.contains("time-to-resolve,,2026-03,open,INC-2,5184000,s"))
    #expect(rows.contains("time-to-detect,,2026-03,missing,INC-1,,"))
    #expect(rows.contains("recurring-factor,\"'=HYPERLINK \"\"x\"\", pool\",,PM-3 F1,INC-3,1,count"))
  }

  @Test func `a plot is told in shapes and words`() throws {
    var cases = (1...6).map { LearnedCase(incident: Sample.incident($0, [.resolved: Double($0) * 600])) }
    cases.append(LearnedCase(incident: Sample.incident(7, state: .active)))
    let span = try #require(report(cases).spans.last)
    let plot = TrendPlot(span)
    #expect(plot.points.count { $0.mark == .ended } == 6)
    #expect(plot.points.count { $0.mark == .open } == 1)
    #expect(plot.boxes.count == 1)
    #expect(plot.counts.map(\.text) == ["n 6", "1 open"])
    // What lasts longer stands higher.
    let heights = plot.points.filter { $0.mark == .ended }.map(\.y)
    #expect(heights == heights.sorted(by: >))
    let svg = TrendSVG(plot).text(id: "a<b")
    #expect(svg.contains("role=\"img\"") && svg.contains("aria-labelledby=\"a&lt;b-title a&lt;b-desc\""))
    #expect(svg.contains("6 ended, median 35 min, half between"))
    #expect(svg.contains("<polygon class=\"open\"") && svg.contains("<title>INC-7: open for 60 d</title>"))
    #expect(!svg.contains("#") && !svg.contains("rgb"))
    #expect(TrendSVG(TrendPlot(try #require(report([]).spans.first))).text().contains("Nothing to show yet"))
  }

  @Test(arguments: [
    (0, "0 s"), (119, "119 s"), (150, "3 min"), (3600, "1 h"), (5400, "1 h 30 min"), (86_400, "24 h"),
    (172_800, "2 d"), (183_600, "2 d 3 h"),
  ])
  func `lengths in words`(seconds: Double, words: String) {
    #expect(SpanWords.text(seconds) == words)
  }
}
