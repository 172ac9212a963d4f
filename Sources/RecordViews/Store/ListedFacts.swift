package import Chronology
internal import Foundation
internal import Incidents

/// What lists show of an incident; a new row of its history is written whenever any of it changes.
package struct ListedFacts: Codable, Equatable, Sendable {
  package var title: String
  var severity: Int?
  var status: String
  /// Nil where only a document speaks of it.
  var state: IncidentState?
  package var started: Instant?
  var ended: Instant?
  var impact: String?
  var momentCount: Int
  var postmortem: Int?
  var declared: Instant?
  var commander: String?
  var nextWord: Promise?
  var components: [String]
  package var isPrivate: Bool
  var isDrill: Bool
  var viewers: [String]
  var mergedInto: Int?

  init(_ incident: Incident, momentCount: Int, policy: Policy) {
    let facts = incident.facts
    title = facts.title
    severity = facts.severity
    status = facts.status
    state = incident.isDeclared ? incident.state : nil
    started = facts.started
    ended = facts.ended
    impact = facts.impact
    self.momentCount = momentCount
    postmortem = incident.postmortem
    declared = incident.instants[.declared]?.at
    commander = incident.holder(of: RoleDefinition.commander)
    nextWord = incident.promises(by: policy).first
    components = incident.components
    isPrivate = incident.isPrivate
    isDrill = incident.isDrill
    viewers = incident.viewers.sorted()
    mergedInto = incident.mergedInto
  }

  func summary(number: Int) -> IncidentSummary {
    var summary = IncidentSummary(
      id: IncidentID(number: number), title: title, severity: severity, status: status, started: started, ended: ended,
      impact: impact, momentCount: momentCount, postmortem: postmortem.map { PostmortemID(number: $0) })
    summary.state = state
    summary.declared = declared
    summary.commander = commander
    summary.nextWord = nextWord
    summary.components = components
    summary.isPrivate = isPrivate
    summary.isDrill = isDrill
    return summary
  }

  /// What is searched for words, in lower case.
  var words: String { "\(title)\n\(impact ?? "")".lowercased() }
}
