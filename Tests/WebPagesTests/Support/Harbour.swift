import Chronology
import PageKit
import PublicStatus
import StatusPages

/// The public status page of the invented ferry line.
enum Harbour {
  static func at(_ text: String) -> Instant {
    Instant(rfc3339: "2031-\(text)Z") ?? Instant(seconds: 0)
  }

  static let now = at("03-15T07:52:00")

  static let settings = StatusPageSettings(
    name: "Northern Ferries", url: "https://status.ferries.example", contact: "help@ferries.example")

  static let groups = [
    ComponentGroup(id: "booking", name: "Booking", description: "On the web and in the app"),
    ComponentGroup(id: "aboard", name: "On board"),
  ]

  private static func component(
    _ id: PublicID, _ name: String, _ group: PublicID?, _ state: ComponentState, about: String? = nil,
    changes: [(String, ComponentState)], spans: [TouchedSpan] = []
  ) -> PublicComponent {
    let changes = changes.map { StateChange(instant: at($0.0), state: $0.1) }
    return PublicComponent(
      id: id, name: name, description: about, group: group, state: state,
      since: changes.last?.instant, listed: at("01-01T00:00:00"),
      days: DayRecord.history(changes: changes, spans: spans, until: now))
  }

  static let components = [
    component(
      "cabins", "Cabins", "booking", .operational, about: "Reserving a cabin, and changing it",
      changes: [
        ("01-02T00:00:00", .operational), ("01-20T10:00:00", .degraded), ("01-20T12:00:00", .operational),
        ("03-14T21:13:00", .majorOutage), ("03-14T22:31:00", .operational),
      ], spans: [TouchedSpan(incident: "c4b1n5", from: at("03-14T21:13:00"), until: at("03-14T22:31:00"))]),
    component(
      "payments", "Card payments", "booking", .partialOutage,
      changes: [
        ("01-02T00:00:00", .operational), ("02-10T03:00:00", .maintenance), ("02-10T05:00:00", .operational),
        ("02-11T03:00:00", .partialOutage), ("02-12T05:00:00", .operational), ("03-15T06:41:00", .partialOutage),
      ], spans: [TouchedSpan(incident: "k3f9qd", from: at("03-15T06:41:00"), until: nil)]),
    component("passes", "Boarding passes", "aboard", .degraded, changes: [("03-15T07:00:00", .degraded)]),
    component("meals", "Meals to order ahead", "aboard", .maintenance, changes: [("03-02T00:00:00", .operational)]),
    component("times", "Timetables", nil, .operational, changes: []),
  ]

  static let payments = PublicIncident(
    id: "k3f9qd", title: "Card payments fail for some bookings", state: .identified, impact: .major,
    started: at("03-15T06:41:00"), created: at("03-15T06:55:00"), components: ["payments", "cabins"],
    updates: [
      PublicUpdate(
        id: "u3", state: .identified,
        text: PublicText(
          broken: "Paying by card fails for **about one booking in three**. No card is charged twice.",
          affected: "People who book on the web or in the app. Counters in the ports are not affected.",
          since: at("03-15T06:41:00"),
          doing: "We have taken back this morning's change of the payment service and are checking each port.",
          meanwhile: "- Pay at a counter, or\n- try again after 08:30; your cabin is held for you until noon.",
          nextBy: at("03-15T08:30:00"), apology: "We are sorry. A missed booking spoils more than a morning."),
        published: at("03-15T07:40:00"),
        corrections: [
          PublicCorrection(
            instant: at("03-15T07:48:00"),
            former: PublicText(
              broken: "Paying by card fails for **about one booking in ten**. No card is charged twice.",
              affected: "People who book on the web or in the app. Counters in the ports are not affected.",
              since: at("03-15T06:41:00"),
              doing: "We have taken back this morning's change of the payment service and are checking each port.",
              meanwhile: "- Pay at a counter, or\n- try again after 08:30; your cabin is held for you until noon.",
              nextBy: at("03-15T08:30:00"), apology: "We are sorry. A missed booking spoils more than a morning."),
            reason: "our first count left out bookings from the app")
        ], changes: [ComponentChange(component: "payments", from: .degraded, to: .partialOutage)]),
      PublicUpdate(
        id: "u2", state: .investigating,
        text: PublicText(broken: "Card payments do not work at all."), published: at("03-15T07:02:00"),
        withdrawn: PublicWithdrawal(instant: at("03-15T07:10:00"), reason: "two of three payments went through")),
      PublicUpdate(
        id: "u1", state: .investigating,
        text: PublicText(
          broken: "Some card payments fail.", doing: "We look for the reason.", nextBy: at("03-15T07:25:00")),
        published: at("03-15T06:55:00")),
    ])

  static let passes = PublicIncident(
    id: "p4ss35", title: "Boarding passes open slowly on older phones", state: .monitoring, impact: .minor,
    created: at("03-15T07:05:00"), components: ["passes"],
    updates: [
      PublicUpdate(
        id: "w1", state: .monitoring,
        text: PublicText(
          broken: "Boarding passes take up to a minute to open.", meanwhile: "Open yours before you queue.",
          nextBy: at("03-15T07:45:00")), published: at("03-15T07:05:00"))
    ])

  static let cabins = PublicIncident(
    id: "c4b1n5", title: "Cabins on the night ferries were sold twice", state: .resolved, impact: .critical,
    started: at("03-14T21:13:00"), created: at("03-14T21:30:00"), resolved: at("03-14T22:31:00"),
    components: ["cabins"],
    updates: [
      PublicUpdate(
        id: "x2", state: .resolved,
        text: PublicText(
          broken: "Cabins are sold once again. All 412 passengers have been written to.",
          apology: "We are sorry."), published: at("03-14T22:40:00")),
      PublicUpdate(
        id: "x1", state: .investigating, text: PublicText(broken: "Some cabins were sold twice."),
        published: at("03-14T21:30:00")),
    ], postmortem: "https://ferries.example/what-happened/cabins")

  static let timetables = PublicIncident(
    id: "t1m35", title: "Timetables in the app were a day old", state: .resolved, impact: .minor,
    created: at("01-11T04:00:00"), resolved: at("01-11T13:20:00"), components: ["times"],
    updates: [
      PublicUpdate(
        id: "y1", state: .resolved, text: PublicText(broken: "Timetables are those of today again."),
        published: at("01-11T13:20:00"))
    ])

  static let works = [
    PublicMaintenance(
      id: "m34l5", title: "The kitchen's ordering system moves house", state: .inProgress,
      from: at("03-15T07:00:00"), until: at("03-15T09:00:00"), created: at("03-08T09:00:00"), components: ["meals"],
      updates: [
        PublicUpdate(
          id: "a1", state: .inProgress,
          text: PublicText(broken: "Meals cannot be ordered ahead until 09:00.", meanwhile: "Order on board."),
          published: at("03-15T07:00:00"))
      ]),
    PublicMaintenance(
      id: "h4rb0r", title: "New card terminals in two ports", state: .scheduled, from: at("03-21T23:00:00"),
      until: at("03-22T04:30:00"), created: at("03-10T09:00:00"), revision: 1, components: ["payments"],
      updates: [
        PublicUpdate(
          id: "b1", state: .scheduled,
          text: PublicText(broken: "Counters in the two northern ports take cash only during the night."),
          published: at("03-10T09:00:00"))
      ]),
    PublicMaintenance(
      id: "c4ll3d", title: "Database upgrade", state: .cancelled, from: at("03-03T02:00:00"),
      until: at("03-03T04:00:00"), created: at("02-20T09:00:00"), ended: at("03-02T10:00:00"), revision: 2),
  ]

  static let trouble = StatusReport(
    page: settings, generated: now, groups: groups, components: components,
    incidents: [timetables, cabins, payments, passes], maintenances: works)

  /// The same line on a good day.
  static var well: StatusReport {
    var report = trouble
    report.incidents = [timetables]
    report.maintenances = []
    for index in report.components.indices { report.components[index].state = .operational }
    return report
  }

  static var planned: StatusReport {
    var report = well
    report.maintenances = works
    report.components[3].state = .maintenance
    return report
  }

  static let empty = StatusReport(page: StatusPageSettings(name: "Northern Ferries"), generated: now)

  static var pages: [(name: String, html: String)] {
    let site = SampleSite(trouble)
    return [
      ("status-trouble", site.page), ("status-well", SampleSite(well).page),
      ("status-planned", SampleSite(planned).page), ("status-empty", SampleSite(empty).page),
      ("status-incident", site.item("k3f9qd")), ("status-over", site.item("c4b1n5")),
      ("status-maintenance", site.item("h4rb0r")), ("status-history", site.history(nil)),
      ("status-month", site.history("2031-01")),
    ]
  }
}

/// The public site of a report, a missing page being an empty text, which no test takes for a page.
private struct SampleSite {
  private let site: StatusSite

  init(_ report: StatusReport) { site = StatusSite(report: report) }

  var page: String { site.page }
  func item(_ id: PublicID) -> String { site.item(id) ?? "" }
  func history(_ month: String?) -> String { site.history(month.flatMap { StatusMonth($0) }) ?? "" }
}
