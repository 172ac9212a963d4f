import Chronology
import Foundation
import PublicStatus
import Testing

/// The shapes are those of the public documentation of Statuspage's status API, version 2, and of answers that pages
/// made with it give.
@Suite struct StatuspageTests {
  private static func object(_ document: StatuspageDocument, _ report: StatusReport = Orchard.report) throws
    -> [String: Any]
  {
    let data = Data(document.json(report, links: Orchard.links))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static let componentKeys: Set = [
    "id", "name", "status", "created_at", "updated_at", "position", "description", "showcase", "start_date", "group_id",
    "page_id", "group", "only_show_if_degraded",
  ]
  private static let incidentKeys: Set = [
    "id", "name", "status", "created_at", "updated_at", "monitoring_at", "resolved_at", "impact", "shortlink",
    "started_at", "page_id", "incident_updates", "components", "reminder_intervals",
  ]

  @Test(
    arguments: [
      (.summary, ["page", "status", "components", "incidents", "scheduled_maintenances"]),
      (.status, ["page", "status"]), (.components, ["page", "components"]), (.incidents, ["page", "incidents"]),
      (.unresolved, ["page", "incidents"]), (.maintenances, ["page", "scheduled_maintenances"]),
      (.upcoming, ["page", "scheduled_maintenances"]), (.active, ["page", "scheduled_maintenances"]),
    ] as [(StatuspageDocument, Set<String>)]) func `a file has its parts, filled or empty`(
      document: StatuspageDocument, keys: Set<String>
    ) throws
  {
    let empty = StatusReport(page: StatusPageSettings(name: "Nothing"), generated: Orchard.now)
    for report in [Orchard.report, empty] {
      let object = try Self.object(document, report)
      #expect(Set(object.keys) == keys)
      let page = try #require(object["page"] as? [String: Any])
      #expect(Set(page.keys) == ["id", "name", "url", "time_zone", "updated_at"])
    }
    let first = document.json(Orchard.report, links: Orchard.links)
    #expect(first == document.json(Orchard.report, links: Orchard.links), "the same report gives the same bytes")
  }

  @Test func `groups list their components, and components name their group`() throws {
    let components = try #require(try Self.object(.components)["components"] as? [[String: Any]])
    #expect(components.map { $0["id"] as? String } == ["shop", "payments", "catalogue", "presses"])
    let group = components[0]
    #expect(Set(group.keys) == Self.componentKeys.union(["components"]))
    #expect(group["group"] as? Bool == true)
    #expect(group["components"] as? [String] == ["payments", "catalogue"])
    #expect(group["status"] as? String == "partial_outage", "as bad as the worst in it")
    for component in components.dropFirst() {
      #expect(Set(component.keys) == Self.componentKeys, "only a group has a list")
      #expect(component["group"] as? Bool == false)
    }
    #expect(components[1]["group_id"] as? String == "shop")
    #expect(components[3]["group_id"] is NSNull)
    #expect(components[3]["description"] is NSNull)
    #expect(components[2]["description"] as? String == "What can be ordered")
  }

  @Test func `an incident and its updates have every field`() throws {
    let incidents = try #require(try Self.object(.incidents)["incidents"] as? [[String: Any]])
    #expect(incidents.map { $0["id"] as? String } == ["k3f9", "b7"], "the newest first")
    let running = incidents[0]
    #expect(Set(running.keys) == Self.incidentKeys)
    #expect(running["status"] as? String == "identified")
    #expect(running["impact"] as? String == "major")
    #expect(running["created_at"] as? String == "2026-11-24T15:52:00.000Z")
    #expect(running["updated_at"] as? String == "2026-11-24T16:08:00.000Z")
    #expect(running["resolved_at"] is NSNull)
    #expect(running["monitoring_at"] is NSNull)
    #expect(running["shortlink"] as? String == "https://status.orchard.example/status/incidents/k3f9")
    #expect(incidents[1]["monitoring_at"] as? String == "2026-11-03T06:40:00.000Z")
    #expect(incidents[1]["resolved_at"] as? String == "2026-11-03T07:00:00.000Z")
    let touched = try #require(running["components"] as? [[String: Any]])
    #expect(touched.map { $0["id"] as? String } == ["payments"])
    #expect(Set(touched[0].keys) == Self.componentKeys)

    let updates = try #require(running["incident_updates"] as? [[String: Any]])
    #expect(
      Set(updates[0].keys) == [
        "id", "status", "body", "incident_id", "created_at", "updated_at", "display_at", "affected_components",
        "deliver_notifications", "custom_tweet", "tweet_id",
      ])
    #expect(updates.map { $0["id"] as? String } == ["u2", "u1"])
    #expect(updates[0]["incident_id"] as? String == "k3f9")
    let affected = try #require(updates[0]["affected_components"] as? [[String: String]])
    #expect(
      affected == [
        [
          "code": "payments", "name": "Shop - Card payments", "old_status": "degraded_performance",
          "new_status": "partial_outage",
        ]
      ])
    #expect(updates[1]["affected_components"] is NSNull)
  }

  @Test func `the body of an update says all of it, and what was corrected`() throws {
    let incidents = try #require(try Self.object(.incidents)["incidents"] as? [[String: Any]])
    let updates = try #require(incidents[0]["incident_updates"] as? [[String: Any]])
    #expect(
      updates[0]["body"] as? String == """
        Paying by card fails for about one order in three.

        Affected: Orders at checkout

        Since: 2026-11-24 15:47 UTC

        What we are doing: We took back the change that set it off.

        What you can do: Please do not order again if you are unsure.

        We are sorry.

        Next word by: 2026-11-24 16:30 UTC

        Corrected 2026-11-24 16:08 UTC: the first count left out one of the shops
        """)
    #expect(updates[0]["display_at"] as? String == "2026-11-24T16:05:00.000Z")
    #expect(updates[0]["updated_at"] as? String == "2026-11-24T16:08:00.000Z")
    let older = try #require(incidents[1]["incident_updates"] as? [[String: Any]])
    #expect(
      older[2]["body"] as? String
        == "Withdrawn 2026-11-03 06:25 UTC: orders did arrive, only late\n\nNo orders arrive at all.")
  }

  @Test func `an update without words says its state`() throws {
    var report = Orchard.report
    report.maintenances[1].updates[0].state = .inProgress
    report.maintenances[1].updates[0].text = PublicText()
    let works = try #require(try Self.object(.active, report)["scheduled_maintenances"] as? [[String: Any]])
    let updates = try #require(works[0]["incident_updates"] as? [[String: Any]])
    #expect(updates[0]["body"] as? String == "State: in progress")
    let feed = AtomFeed(report: report, links: Orchard.links) { $0 }.xml
    #expect(feed.contains("&lt;p&gt;State: in progress&lt;/p&gt;"))
  }

  @Test func `planned work is listed by how far it is`() throws {
    func ids(_ document: StatuspageDocument) throws -> [String] {
      let works = try #require(try Self.object(document)["scheduled_maintenances"] as? [[String: Any]])
      return works.compactMap { $0["id"] as? String }
    }
    #expect(try ids(.maintenances) == ["m1", "m3", "m2"])
    #expect(try ids(.upcoming) == ["m1"])
    #expect(try ids(.active) == ["m2"])
    #expect(try ids(.summary) == ["m1", "m2"], "what is over is not in the summary")
    let works = try #require(try Self.object(.maintenances)["scheduled_maintenances"] as? [[String: Any]])
    #expect(Set(works[0].keys) == Self.incidentKeys.union(["scheduled_for", "scheduled_until"]))
    #expect(works[0]["impact"] as? String == "maintenance")
    #expect(works[0]["scheduled_for"] as? String == "2026-11-28T02:00:00.000Z")
    #expect(works[0]["scheduled_until"] as? String == "2026-11-28T04:00:00.000Z")
    #expect(works.map { $0["status"] as? String } == ["scheduled", "completed", "in_progress"])
  }

  @Test func `only open incidents are unresolved, and a listing ends`() throws {
    let unresolved = try #require(try Self.object(.unresolved)["incidents"] as? [[String: Any]])
    #expect(unresolved.map { $0["id"] as? String } == ["k3f9"])
    var report = Orchard.report
    report.incidents = (0..<60).map { number in
      var incident = Orchard.over
      incident.id = PublicID("i\(number)")
      incident.created = Orchard.listed.advanced(bySeconds: Double(number))
      return incident
    }
    let listed = try #require(try Self.object(.incidents, report)["incidents"] as? [[String: Any]])
    #expect(listed.count == StatuspageDocument.listedMax)
    #expect(listed.first?["id"] as? String == "i59")
  }

  @Test func `a component of a group that is not there stands by itself`() throws {
    var report = Orchard.report
    report.groups = []
    let components = try #require(try Self.object(.components, report)["components"] as? [[String: Any]])
    #expect(components.count == 3)
    #expect(components.allSatisfy { $0["group_id"] is NSNull })
  }
}
