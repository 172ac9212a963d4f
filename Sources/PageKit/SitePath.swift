import Interchange
package import PublicStatus
package import RecordViews

/// Every address of the site; the one place that knows them.
package enum SitePath: Sendable, Hashable {
  case home
  case incident(IncidentID, TimelineQuery = TimelineQuery(), moment: String? = nil)
  case incidentTimeline(IncidentID)
  case postmortem(PostmortemID)
  /// The list of postmortems, and what is done with one.
  case postmortems(PostmortemPath)
  case asset(Asset)
  case design
  case health
  /// The public status page.
  case status
  /// An incident or a piece of planned work, as the public sees it; `update` is a place on its page.
  case statusItem(PublicID, update: PublicID? = nil)
  /// What happened and what changes, as everybody may read it.
  case statusPostmortem(PublicID)
  /// What was told in a month; without one, in the last months.
  case statusHistory(StatusMonth? = nil)
  case statusFeed
  case statusCalendar
  case statusDocument(StatuspageDocument)
  /// Signing in and out, one's own account, other people's.
  case access(AccessPath)
  /// Where the form of an operation is sent.
  case act(ActionPath)
  /// Leading an incident, and what a team agrees on for it.
  case response(ResponsePath)
  /// What was learnt, and what keeps it in the work.
  case lessons(LessonPath)
  /// What makes a team ready before anything goes wrong.
  case readiness(ReadinessPath)
  /// Drills, and the scenarios that are played in them.
  case drills(DrillPath)
  /// How safe people feel to speak.
  case safety(SafetyPath)

  /// Path, query and fragment, as they stand in a link.
  package var text: String {
    switch self {
    case .home: "/"
    case .incident(let id, let query, let moment):
      "/incidents/\(id)" + query.text + (moment.map { "#\(MomentAnchor.id($0))" } ?? "")
    case .incidentTimeline(let id): "/incidents/\(id)/timeline.json"
    case .postmortem(let id): "/postmortems/\(id)"
    case .postmortems(let path): path.text
    case .asset(let asset): "/assets/\(asset.hashedName)"
    case .design: "/design"
    case .health: "/healthz"
    case .status: "/status"
    case .statusItem(let id, let update):
      "/status/incidents/\(id)" + (update.map { "#\(UpdateAnchor.id($0))" } ?? "")
    case .statusPostmortem(let id): "/status/postmortems/\(id)"
    case .statusHistory(let month): "/status/history" + (month.map { "/\($0)" } ?? "")
    case .statusFeed: "/status/feed.atom"
    case .statusCalendar: "/status/maintenance.ics"
    case .statusDocument(let document): document.path
    case .access(let path): path.text
    case .act(let path): path.text
    case .response(let path): path.text
    case .lessons(let path): path.text
    case .readiness(let path): path.text
    case .drills(let path): path.text
    case .safety(let path): path.text
    }
  }
}

/// The name of a moment's place on a page.
package enum MomentAnchor {
  package static func id(_ moment: String) -> String { "moment-\(moment)" }
}

/// The name of an update's place on a page; the feed's links lead there too.
package enum UpdateAnchor {
  package static func id(_ update: PublicID) -> String { "update-\(update)" }
}
