/// Something of a team's own that can point to a reading: what it runs, what it planned for, what hit it.
package struct ReadingCue: Hashable, Sendable {
  package enum Kind: Int, Hashable, Sendable {
    case incident
    case component
    case plan

    /// What hit a team says more than what it runs.
    var weight: Double {
      switch self {
      case .incident: 3
      case .component: 2
      case .plan: 1
      }
    }
  }

  package var kind: Kind
  /// As people call it: `INC-4`, `Orders`, `database-lost`.
  package var name: String
  /// What it is called and described as.
  package var text: String
  /// What else is said of it: factors, what was seen in evidence; a kind of failure must stand there twice to count.
  package var body: String

  package init(_ kind: Kind, _ name: String, _ text: String, body: String = "") {
    self.kind = kind
    self.name = name
    self.text = text
    self.body = body
  }
}
