import Chronology
import PublicStatus
import Testing

@Suite struct HeadlineTests {
  private static func component(_ name: String, _ state: ComponentState) -> PublicComponent {
    PublicComponent(id: PublicID(name), name: name, state: state, listed: Orchard.listed)
  }

  private static func incident(
    _ title: String, _ state: PublicIncidentState, _ impact: PublicImpact, _ created: String
  ) -> PublicIncident {
    PublicIncident(
      id: PublicID(title), title: title, state: state, impact: impact, created: Orchard.at(created), updates: [])
  }

  private static func report(
    _ components: [PublicComponent], _ incidents: [PublicIncident] = [], _ works: [PublicMaintenance] = []
  ) -> StatusReport {
    StatusReport(
      page: StatusPageSettings(name: "x"), generated: Orchard.now, components: components, incidents: incidents,
      maintenances: works)
  }

  struct Case: Sendable {
    let report: StatusReport
    let kind: Headline.Kind
    let text: String
    let indicator: String
    var others = 0
  }

  static let cases = [
    Case(report: report([]), kind: .empty, text: "Nothing is listed on this page yet", indicator: "none"),
    Case(
      report: report([component("A", .operational)]), kind: .well, text: "Everything we watch works", indicator: "none"),
    Case(
      report: report([component("A", .operational), component("B", .majorOutage)]), kind: .trouble,
      text: "B does not work", indicator: "critical"),
    Case(
      report: report([component("A", .degraded)]), kind: .trouble, text: "A is slower or less steady than usual",
      indicator: "minor"),
    Case(
      report: report([component("A", .partialOutage), component("B", .degraded)]), kind: .trouble,
      text: "A and B do not work as they should", indicator: "major"),
    Case(
      report: report("ABCD".map { component(String($0), .degraded) }), kind: .trouble,
      text: "4 parts do not work as they should", indicator: "minor"),
    // What people wrote about it says more than the state of a component.
    Case(
      report: report([component("A", .majorOutage)], [incident("Orders fail", .investigating, .minor, "24T10:00:00")]),
      kind: .trouble, text: "Orders fail", indicator: "critical"),
    // The worst first; one that is only watched stands behind one that still hurts.
    Case(
      report: report(
        [],
        [
          incident("Slow search", .investigating, .minor, "24T12:00:00"),
          incident("No payments", .monitoring, .critical, "24T10:00:00"),
          incident("Late mail", .identified, .major, "24T09:00:00"),
          incident("Old", .resolved, .critical, "24T15:00:00"),
        ]), kind: .trouble, text: "Late mail", indicator: "critical", others: 2),
    Case(
      report: report([], [incident("No payments", .monitoring, .major, "24T10:00:00")]), kind: .watching,
      text: "No payments", indicator: "major"),
    Case(
      report: report([], [incident(" \u{1B}\n ", .investigating, .none, "24T10:00:00")]), kind: .trouble,
      text: "Something does not work as it should", indicator: "none"),
    Case(
      report: report([component("A", .maintenance)], [], [Orchard.works[1]]), kind: .planned,
      text: "Planned work is under way: New scales", indicator: "maintenance"),
    Case(
      report: report([component("A", .maintenance), component("B", .operational)]), kind: .planned,
      text: "Planned work is under way on A", indicator: "maintenance"),
    // Work that is only announced changes nothing yet.
    Case(
      report: report([component("A", .operational)], [], [Orchard.works[0]]), kind: .well,
      text: "Everything we watch works", indicator: "none"),
  ]

  @Test(arguments: cases) func `one sentence says how things are`(expected: Case) {
    let headline = expected.report.headline
    #expect(headline.kind == expected.kind)
    #expect(headline.text == expected.text)
    #expect(headline.others == expected.others)
    #expect(expected.report.overallStatus.indicator == expected.indicator)
  }
}
