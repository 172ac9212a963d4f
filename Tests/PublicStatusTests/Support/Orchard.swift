import Chronology
import PublicStatus

/// A status page of an invented orchard: one incident running, one over, planned work in every state.
enum Orchard {
  static func at(_ text: String) -> Instant {
    Instant(rfc3339: "2026-11-\(text)Z") ?? Instant(seconds: 0)
  }

  static let now = at("24T16:10:00")
  static let listed = at("01T08:00:00")

  static let links = StatusLinks(
    home: "https://status.orchard.example/status", history: "https://status.orchard.example/status/history",
    feed: "https://status.orchard.example/status/feed.atom",
    calendar: "https://status.orchard.example/status/maintenance.ics",
    item: { "https://status.orchard.example/status/incidents/\($0)" },
    postmortem: { "https://status.orchard.example/status/postmortems/\($0)" })

  static let payments = PublicComponent(
    id: "payments", name: "Card payments", group: "shop", state: .partialOutage, since: at("24T15:47:00"),
    listed: listed)
  static let catalogue = PublicComponent(
    id: "catalogue", name: "Catalogue", description: "What can be ordered", group: "shop", state: .operational,
    listed: listed)
  static let presses = PublicComponent(id: "presses", name: "Presses", state: .operational, listed: listed)

  static let running = PublicIncident(
    id: "k3f9", title: "Card payments fail for some orders", state: .identified, impact: .major,
    started: at("24T15:47:00"), created: at("24T15:52:00"), components: ["payments"],
    updates: [
      PublicUpdate(
        id: "u2", state: .identified,
        text: PublicText(
          broken: "Paying by card fails for about one order in three.", affected: "Orders at checkout",
          since: at("24T15:47:00"), doing: "We took back the change that set it off.",
          meanwhile: "Please do not order again if you are unsure.", nextBy: at("24T16:30:00"), apology: "We are sorry."
        ),
        published: at("24T16:05:00"),
        corrections: [
          PublicCorrection(
            instant: at("24T16:08:00"), former: PublicText(broken: "Paying by card fails for one order in ten."),
            reason: "the first count left out one of the shops")
        ], changes: [ComponentChange(component: "payments", from: .degraded, to: .partialOutage)]),
      PublicUpdate(
        id: "u1", state: .investigating, text: PublicText(broken: "Some payments fail."), published: at("24T15:52:00")),
    ])

  static let over = PublicIncident(
    id: "b7", title: "Orders arrived late", state: .resolved, impact: .minor, started: at("03T06:00:00"),
    created: at("03T06:20:00"), resolved: at("03T07:00:00"), components: ["catalogue"],
    updates: [
      PublicUpdate(
        id: "v3", state: .resolved, text: PublicText(broken: "All orders arrive in time."), published: at("03T07:00:00")
      ),
      PublicUpdate(
        id: "v2", state: .monitoring, text: PublicText(doing: "We watch the queue."), published: at("03T06:40:00")),
      PublicUpdate(
        id: "v1", state: .investigating, text: PublicText(broken: "No orders arrive at all."),
        published: at("03T06:20:00"),
        withdrawn: PublicWithdrawal(instant: at("03T06:25:00"), reason: "orders did arrive, only late")),
    ])

  static func work(
    _ id: PublicID, _ title: String, _ state: PublicMaintenanceState, from: String, until: String, revision: Int = 0
  ) -> PublicMaintenance {
    PublicMaintenance(
      id: id, title: title, state: state, from: at(from), until: at(until), created: at("20T09:00:00"),
      revision: revision, components: ["presses"],
      updates: [
        PublicUpdate(
          id: PublicID("\(id.text)-1"), state: .scheduled, text: PublicText(broken: "The presses stand still."),
          published: at("20T09:00:00"))
      ])
  }

  static let works = [
    work("m1", "Presses are cleaned", .scheduled, from: "28T02:00:00", until: "28T04:00:00"),
    work("m2", "New scales", .inProgress, from: "24T16:00:00", until: "24T18:00:00", revision: 2),
    work("m3", "Roof", .cancelled, from: "26T02:00:00", until: "26T04:00:00", revision: 3),
  ]

  static let report = StatusReport(
    page: StatusPageSettings(name: "Orchard", url: "https://status.orchard.example/"), generated: now,
    groups: [ComponentGroup(id: "shop", name: "Shop")], components: [payments, catalogue, presses],
    incidents: [over, running], maintenances: works)
}
