/// How far an incident is, in the words that people outside are used to.
package enum PublicState: String, Codable, CaseIterable, Hashable, Sendable {
  /// We know that something is wrong, and look for what it is.
  case investigating
  /// We know what is wrong, and are working on it.
  case identified
  /// It is repaired as far as we can see, and we keep watching.
  case monitoring
  case resolved
}
