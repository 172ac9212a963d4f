package import Postmortems
package import RecordViews

/// Which actions a reader wants to see on the board.
package struct ActionFilter: Sendable, Hashable {
  /// A group of the board that is shown alone, and in full.
  package enum Group: String, Sendable, Hashable, CaseIterable {
    case late
    case waiting
    case accepted
    case done
    case verified
    case declined
  }

  package var isMine: Bool
  package var isOverdue: Bool
  package var kind: ActionKind?
  package var incident: IncidentID?
  package var group: Group?
  /// Whether the board is grouped by the incident in place of how far an action is.
  package var isByIncident: Bool

  package init(
    isMine: Bool = false, isOverdue: Bool = false, kind: ActionKind? = nil, incident: IncidentID? = nil,
    group: Group? = nil, isByIncident: Bool = false
  ) {
    self.isMine = isMine
    self.isOverdue = isOverdue
    self.kind = kind
    self.incident = incident
    self.group = group
    self.isByIncident = isByIncident
  }

  /// Reads the parameters of an address; what does not fit is left out.
  package init(parameter: (String) -> String?) {
    func text(_ name: String) -> String? { parameter(name).flatMap { $0.utf8.count <= 40 ? $0 : nil } }
    self.init(
      isMine: text("mine") == "1", isOverdue: text("overdue") == "1",
      kind: text("kind").flatMap(ActionKind.init(rawValue:)), incident: text("incident").flatMap { IncidentID($0) },
      group: text("show").flatMap(Group.init(rawValue:)), isByIncident: text("by") == "incident")
  }

  /// Whether anything was left out of the board by choice.
  package var isNarrow: Bool { isMine || isOverdue || kind != nil || incident != nil }

  /// What the desk is asked for; `owner` is whose actions are the reader's own.
  package func query(owner: String?) -> ActionQuery {
    ActionQuery(
      isOverdue: isOverdue ? true : nil, owner: isMine ? owner ?? "" : nil, kind: kind, incident: incident)
  }

  package func with(_ change: (inout ActionFilter) -> Void) -> ActionFilter {
    var filter = self
    change(&filter)
    return filter
  }

  package var text: String {
    QueryText.text([
      ("mine", isMine ? "1" : nil), ("overdue", isOverdue ? "1" : nil), ("kind", kind?.rawValue),
      ("incident", incident.map { "\($0)" }), ("show", group?.rawValue), ("by", isByIncident ? "incident" : nil),
    ])
  }
}
