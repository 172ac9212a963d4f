import Chronology
import DrillPages
import Incidents
import Interchange
import PageKit
import RecordViews

/// An incident as a reader asked for it: what the parts of its page share.
struct IncidentScene: Sendable {
  let view: IncidentView
  let query: TimelineQuery
  let zone: PageZone
  let context: PageContext
  /// The drill that is played on its screens.
  var drill: DrillScene?

  var incident: Incident { view.incident }
  var policy: Policy { view.policy }
  var id: IncidentID { view.summary.id }
  var now: Instant { view.asOf ?? (view.now.nanoseconds > 0 ? view.now : context.now) }

  /// Whether the page offers forms: the past can be read, not changed.
  var isOpen: Bool { view.asOf == nil && context.mayRespond }
  var isRunning: Bool { incident.state.isRunning }

  /// The address of this page, with what the reader chose.
  var page: SitePath { .incident(id, query) }

  /// A form of an operation on this incident, which leads back to this page.
  func form(_ name: String, _ operation: OperationID, _ places: String...) -> ActionForm {
    ActionForm(
      name, ActionPath(operation, places: ["\(id)"] + places), on: page, context: context, returnTo: page, zone: zone)
  }

  /// A form of an operation on an update, which leads back to the update's page.
  func form(_ name: String, _ operation: OperationID, of update: IncidentUpdate, on page: SitePath) -> ActionForm {
    ActionForm(
      name, ActionPath(operation, "\(id)", "\(update.number)"), on: page, context: context, returnTo: page, zone: zone)
  }

  /// An instant with its date where that is not today's.
  func time(_ instant: Instant, withSeconds: Bool = false) -> HTML {
    TimeText(instant: instant, text: timeWords(instant, withSeconds: withSeconds)).html
  }

  func timeWords(_ instant: Instant, withSeconds: Bool = false) -> String {
    let time = withSeconds ? zone.time(instant) : zone.minute(instant)
    if zone.date(instant) == zone.date(now) { return "\(time) \(zone.label)" }
    return "\(Wording.shortDate(zone.date(instant))), \(time) \(zone.label)"
  }
}
