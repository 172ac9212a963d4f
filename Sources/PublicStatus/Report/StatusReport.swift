package import Chronology

/// All that the status page says, as a value: pages, JSON, feeds and the static copy are made from it alone.
///
/// Whoever fills it leaves out what is not for the public; nothing here is held back again.
package struct StatusReport: Codable, Hashable, Sendable {
  package var page: StatusPageSettings
  /// When the report was made; ages and "now" are counted from it.
  package var generated: Instant
  /// In the order of the page.
  package var groups: [ComponentGroup]
  /// In the order of the page.
  package var components: [PublicComponent]
  /// In any order; readers get the newest first.
  package var incidents: [PublicIncident]
  /// In any order.
  package var maintenances: [PublicMaintenance]
  /// In any order; only what is out.
  package var postmortems: [PublicPostmortem]

  /// Days of history that a component shows.
  package static let historyDays = 90

  package init(
    page: StatusPageSettings, generated: Instant, groups: [ComponentGroup] = [], components: [PublicComponent] = [],
    incidents: [PublicIncident] = [], maintenances: [PublicMaintenance] = [], postmortems: [PublicPostmortem] = []
  ) {
    self.page = page
    self.generated = generated
    self.groups = groups
    self.components = components
    self.incidents = incidents
    self.maintenances = maintenances
    self.postmortems = postmortems
  }

  /// When anything that the page tells last changed; the report's own instant where it tells nothing.
  package var updated: Instant {
    let instants =
      incidents.map(\.updated) + maintenances.map(\.updated) + postmortems.map(\.updated)
      + components.map { $0.since ?? $0.listed }
    return instants.max() ?? generated
  }

  /// The one about an incident.
  package func postmortem(of incident: PublicID) -> PublicPostmortem? {
    postmortems.first { $0.incident == incident }
  }
}
