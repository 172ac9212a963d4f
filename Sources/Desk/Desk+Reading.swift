package import Accounts
package import Chronology
import Incidents
import Journal
import Plans
package import RecordViews

/// What whoever reads may see; see ``Viewer`` for private incidents.
extension Desk {
  /// What the first page shows to a caller: everything that is running, and the newest of the rest.
  package func home(for caller: Caller, asOf: Instant? = nil) async throws -> HomeView {
    try check(caller, .read, "home")
    try await catchUp()
    let viewer = Viewer(caller)
    let (cut, home, rows) = try await views.read { db -> (Int64?, HomeView, [PostmortemRow]) in
      let cut = try asOf.map { try IncidentLists.cut(db, at: $0) }
      let lists = IncidentLists(db: db, viewer: viewer, cut: cut)
      let newest = try lists.matching(IncidentQuery(), limit: ViewLimits.homeIncidentsMax)
      let known = Set(newest.map(\.number))
      let running = try lists.matching(.running, limit: ViewLimits.listedIncidentsMax)
      let all = (newest + running.filter { !known.contains($0.number) }).sorted { $0.opened > $1.opened }
      var home = HomeView(incidents: all.map(\.summary), postmortems: [], record: nil)
      home.incidentCount = try lists.count()
      home.postmortemCount = try lists.postmortemCount()
      home.policy = try ShelvedEvents.policy(db, upTo: cut).policy
      return (cut, home, try lists.postmortems(PostmortemQuery(isOurs: true), limit: ViewLimits.homePostmortemsMax))
    }
    var view = home
    for row in rows { view.postmortems.append(try await summary(of: row)) }
    if caller.may(.administer), cut == nil {
      let head = try await journal.head()
      view.record = RecordSummary(
        eventCount: Int(head.position.number), head: head.position == .start ? nil : head.hash.description,
        lastRecorded: head.recorded)
    }
    view.now = clock.now
    view.asOf = asOf
    guard asOf == nil else { return view }
    let kept = try await keptReadiness()
    view.drills = kept.playing(with: caller.account)
    view.planCount = kept.records(of: .plan).count { $0.retired == nil && !$0.name.isEmpty }
    view.peopleCount = kept.roster.here.count
    return view
  }

  /// Incidents that fit a query, newest first, as far as the caller may know of them.
  ///
  /// Throws ``DeskError`` with the code `unknownIncident` where the list should go on after one that is not there.
  package func incidents(_ query: IncidentQuery, for caller: Caller) async throws -> IncidentListing {
    try check(caller, .read, "incidents")
    try await catchUp()
    let viewer = Viewer(caller)
    let limit = min(max(query.limit, 1), ViewLimits.listedIncidentsMax)
    return try await views.read { db in
      let lists = IncidentLists(
        db: db, viewer: viewer, cut: try query.asOf.map { try IncidentLists.cut(db, at: $0) })
      if let before = query.before, try lists.visible([before.number]).isEmpty { throw Desk.unknown(before) }
      let found = try lists.matching(query, limit: limit + 1)
      return IncidentListing(
        items: found.prefix(limit).map(\.summary), hasMore: found.count > limit, asOf: query.asOf)
    }
  }

  /// Nil when there is no such incident (or was none then), or the caller may not know of it.
  package func incident(_ id: IncidentID, for caller: Caller, asOf: Instant? = nil) async throws -> IncidentView? {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let viewer = Viewer(caller)
    guard let found = try await views.read({ try FoundIncident($0, id.number, viewer, asOf) }) else { return nil }
    let incident =
      if let cut = found.cut { try await fold(id.number, upTo: cut) } else { try await fold(id.number) }
    guard asOf != nil || viewer.sees(incident) else { return nil }
    var view = IncidentView(
      summary: found.summary, timeline: folds.report(of: incident), postmortem: nil, incident: incident,
      policy: found.policy, now: clock.now)
    if let row = found.postmortem { view.postmortem = try await summary(of: row) }
    let board = if let past = found.board { past } else { try await self.board() }
    view.components = board.list.components
    view.promises = incident.promises(by: found.policy)
    view.asOf = asOf
    view.mergedInto = found.mergedInto
    view.mergedFrom = found.mergedFrom
    view.aids = try await aids(
      for: incident, policy: found.policy, showsContacts: caller.may(.respond), isPast: asOf != nil)
    for update in incident.updates where update.published == nil {
      view.findings[update.number] = try await findings(on: update.draft, of: incident)
    }
    return view
  }
}
