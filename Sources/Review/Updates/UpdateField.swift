package import Findings
package import Incidents

/// A field of an update, by the name that findings carry.
package enum UpdateField: String, CaseIterable, Codable, Hashable, Sendable {
  /// The headline above it, which is the incident's title.
  case title
  case broken
  case affected
  case since
  case doing
  case meanwhile
  case nextBy = "next-by"
  case apology
  case more
  /// What components are set to when it goes out.
  case components

  /// Where a finding in this field says that it stands: `update/broken`; its span counts within the field's text.
  package var path: String { Self.pathStart + rawValue }

  private static let pathStart = "update/"

  /// The field that a finding's path names; nil when the finding is not on an update.
  package init?(path: String) {
    guard path.hasPrefix(Self.pathStart) else { return nil }
    self.init(rawValue: String(path.dropFirst(Self.pathStart.count)))
  }

  /// What stands in the field; nil for those of the update's text that hold no prose, and for the headline.
  package func prose(of update: UpdateText) -> String? {
    switch self {
    case .broken: update.broken
    case .affected: update.affected
    case .doing: update.doing
    case .meanwhile: update.meanwhile
    case .apology: update.apology
    case .more: update.more
    case .title, .since, .nextBy, .components: nil
    }
  }
}

extension Finding {
  /// The field of the update that this finding is on; nil when it is on something else.
  package var updateField: UpdateField? { UpdateField(path: path) }
}
