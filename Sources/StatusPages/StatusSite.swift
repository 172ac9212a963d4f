import Documents
package import PageKit
package import PublicStatus

/// The public site: every page and file of it, made of one report.
package struct StatusSite: Sendable {
  let report: StatusReport
  let place: StatusPlace

  /// The site as the server shows it.
  package init(report: StatusReport) { self.init(report: report, place: .server) }

  init(report: StatusReport, place: StatusPlace) {
    self.report = report
    self.place = place
  }

  /// How things are now.
  package var page: String { StatusPage(site: self).html }

  /// An incident or a piece of planned work; nil when the public knows none of that name.
  package func item(_ id: PublicID) -> String? {
    if let incident = report.incidents.first(where: { $0.id == id }) {
      return PublicIncidentPage(site: self, incident: incident).html
    }
    return report.maintenances.first { $0.id == id }.map { PublicMaintenancePage(site: self, work: $0).html }
  }

  /// A postmortem that is out; nil when the public knows none of that name.
  package func postmortem(_ id: PublicID) -> String? {
    report.postmortems.first { $0.id == id }.map { PublicPostmortemPage(site: self, postmortem: $0).html }
  }

  /// What was told in a month, or in the last months; nil for a month outside the time the report tells of.
  package func history(_ month: StatusMonth? = nil) -> String? {
    StatusHistory(report: report).contains(month) ? StatusHistoryPage(site: self, month: month).html : nil
  }

  /// Atom, `application/atom+xml`.
  package var feed: String { AtomFeed(report: report, links: links) { StatusProse.markup($0) }.xml }

  /// iCalendar, `text/calendar`.
  package var calendar: String { MaintenanceCalendar(report: report, links: links).ics }

  /// A file of the Statuspage-compatible API, `application/json`.
  package func document(_ document: StatuspageDocument) -> [UInt8] { document.json(report, links: links) }

  /// Where the parts are found from outside: whole addresses where the report knows its own.
  private var links: StatusLinks { place.links(base: report.page.base) }
}
