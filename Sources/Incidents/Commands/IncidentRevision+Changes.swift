extension IncidentRevision {
  /// What its writer changed of what they saw; nil for `seen`: all that is said.
  ///
  /// A form sends all its fields: one that says what it showed was left alone, and says nothing against what somebody
  /// else wrote there since. One that both changed is refused.
  func changes(since seen: IncidentRevision?, now incident: Incident) throws(IncidentRefusal) -> IncidentRevision {
    guard let seen else { return self }
    var changes = self
    let facts = incident.facts
    changes.title = try Self.change(title, seen.title, facts.title, "title") { $0 }
    changes.severity = try Self.change(severity, seen.severity, facts.severity, "severity") { "\($0)" }
    changes.impact = try Self.change(impact, seen.impact, facts.impact ?? "", "impact") { $0 }
    if try Self.change(
      components?.sorted(), seen.components?.sorted(), incident.components.sorted(), "components",
      words: { $0.joined(separator: ", ") }) == nil
    {
      changes.components = nil
    }
    changes.isDrill = try Self.change(isDrill, seen.isDrill, incident.isDrill, "isDrill") {
      $0 ? "a drill" : "no drill"
    }
    return changes
  }

  private static func change<Value: Equatable>(
    _ new: Value?, _ seen: Value?, _ now: Value?, _ place: String, words: (Value) -> String
  ) throws(IncidentRefusal) -> Value? {
    guard let new, let seen else { return new }
    guard new != seen else { return nil }
    guard now == seen || now == new else {
      let words = now.map(words) ?? ""
      throw IncidentRefusal(
        .changedMeanwhile, place: place,
        message: words.isEmpty
          ? "somebody emptied it since you looked" : "somebody changed it since you looked, to '\(words)'",
        hint: "what you wrote is kept: take over what should stay, then send it once more")
    }
    return new
  }
}
