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

  /// Parts of a group beyond which nobody asks.
  private static let pagesMax = 10_000

  package var isMine: Bool
  package var isOverdue: Bool
  package var kind: ActionKind?
  package var incident: IncidentID?
  package var group: Group?
  /// Whether the board is grouped by the incident in place of how far an action is.
  package var isByIncident: Bool
  /// Which part of a group that is shown alone, from 1.
  package var page: Int

  package init(
    isMine: Bool = false, isOverdue: Bool = false, kind: ActionKind? = nil,
    incident: IncidentID? = nil,
    group: Group? = nil, isByIncident: Bool = false, page: Int = 1
  ) {
    self.isMine = isMine
    self.isOverdue = isOverdue
    self.kind = kind
    self.incident = incident
    self.group = group
    self.isByIncident = isByIncident
    self.page = page
  }

  /// Reads the parameters of an address; what does not fit is left out.
  package init(parameter: (String) -> String?) {
    func text(_ name: String) -> String? { parameter(name).flatMap { $0.utf8.count <= 40 ? $0 : nil } }
    self.init(
      isMine: text("mine") == "1", isOverdue: text("overdue") == "1",
      kind: text("kind").flatMap(ActionKind.init(rawValue:)),
      incident: text("incident").flatMap { IncidentID($0) },
      group: text("show").flatMap(Group.init(rawValue:)), isByIncident: text("by") == "incident",
      page: text("page").flatMap { Int($0) }.map { min(max($0, 1), Self.pagesMax) } ?? 1)
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
    // Other actions begin from the first again.
    if filter.page == page { filter.page = 1 }
    return filter
  }

  package var text: String {
    QueryText.text([
      ("mine", isMine ? "1" : nil), ("overdue", isOverdue ? "1" : nil), ("kind", kind?.rawValue),
      ("incident", incident.map { "\($0)" }), ("show", group?.rawValue),
      ("by", isByIncident ? "incident" : nil),
      ("page", page > 1 ? "\(page)" : nil),
    ])
  }
}
