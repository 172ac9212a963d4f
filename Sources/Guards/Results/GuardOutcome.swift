/// What a run of a guard showed.
package enum GuardOutcome: String, Sendable, Codable, CaseIterable {
  /// What must stay true is true.
  case held
  /// It is not.
  case broken
  /// It could not be checked: no time left, no connection, a query that is none. Never as good as held.
  case unknown
}
