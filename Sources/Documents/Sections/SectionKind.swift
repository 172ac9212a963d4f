/// The ten sections of a postmortem, in order.
package enum SectionKind: String, Codable, Sendable, CaseIterable {
  case titleAndOwnership = "title-and-ownership"
  case dateAndTime = "date-and-time"
  case participants = "participants"
  case status
  case summary
  case impact
  case rootCause = "root-cause"
  case timeline
  case actions
  case lessons

  /// The heading that Mayday writes.
  package var heading: String {
    switch self {
    case .titleAndOwnership: "Title and ownership"
    case .dateAndTime: "Incident date and time"
    case .participants: "Authors and participants"
    case .status: "Status"
    case .summary: "Executive summary"
    case .impact: "Impact analysis"
    case .rootCause: "Root cause analysis"
    case .timeline: "Timeline of events"
    case .actions: "Action items and remediations"
    case .lessons: "Lessons learned"
    }
  }
}
