package import Incidents
package import RecordViews

/// The addresses of leading an incident, and of what a team agrees on for it.
package enum ResponsePath: Sendable, Hashable {
  /// The first page with its list narrowed down.
  case incidents(IncidentFilter)
  case declare
  /// The one input of an incident's page.
  case say(IncidentID)
  /// A new update; `broken` is what was typed into the one input, `words` names prepared words of a followed plan.
  case newUpdate(IncidentID, Audience? = nil, broken: String? = nil, words: String? = nil)
  case update(IncidentID, Int)
  /// Lines of the timeline after a version, as a fragment.
  case entries(IncidentID, after: Int64)
  /// Head and what to do now, as a fragment.
  case head(IncidentID)
  /// Server-sent events.
  case events(IncidentID)
  case nearMisses
  case policy
  /// The policy as a form.
  case policyForm
  case components
  case maintenances

  package var text: String {
    switch self {
    case .incidents(let filter): "/" + filter.text
    case .declare: "/declare"
    case .say(let id): "/incidents/\(id)/say"
    case .newUpdate(let id, let audience, let broken, let words):
      "/incidents/\(id)/updates/new"
        + QueryText.text([("audience", audience?.rawValue), ("broken", broken), ("words", words)])
    case .update(let id, let number): "/incidents/\(id)/updates/\(number)"
    case .entries(let id, let version): "/incidents/\(id)/entries?after=\(version)"
    case .head(let id): "/incidents/\(id)/head"
    case .events(let id): "/incidents/\(id)/events"
    case .nearMisses: "/near-misses"
    case .policy: "/policy"
    case .policyForm: "/policy/edit"
    case .components: "/components"
    case .maintenances: "/maintenances"
    }
  }
}
