package import Chronology
package import Incidents
package import RecordViews

/// Which past incidents a reader wants to see.
package struct IncidentFilter: Sendable, Hashable {
  package var state: IncidentState?
  package var severity: Int?
  package var component: String?
  package var words: String?
  package var asOf: Instant?
  /// Those older than this one.
  package var before: IncidentID?

  package init(
    state: IncidentState? = nil, severity: Int? = nil, component: String? = nil, words: String? = nil,
    asOf: Instant? = nil, before: IncidentID? = nil
  ) {
    self.state = state
    self.severity = severity
    self.component = component
    self.words = words
    self.asOf = asOf
    self.before = before
  }

  /// Reads the parameters of an address; what does not fit is left out.
  package init(parameter: (String) -> String?) {
    func text(_ name: String, max: Int) -> String? {
      guard let value = parameter(name), !value.isEmpty, value.unicodeScalars.count <= max else { return nil }
      return value
    }
    self.init(
      state: text("state", max: 20).flatMap(IncidentState.init(rawValue:)),
      severity: text("severity", max: 2).flatMap { Int($0) }, component: text("component", max: 60),
      words: text("words", max: 200), asOf: text("as_of", max: 40).flatMap { TypedInstant.read($0, zone: .utc) },
      before: text("before", max: 14).flatMap { IncidentID($0) })
  }

  /// Whether anything was chosen.
  package var isNarrow: Bool { self != IncidentFilter(asOf: asOf, before: before) }

  /// What the desk is asked for.
  package var query: IncidentQuery {
    IncidentQuery(
      states: state.map { [$0] }, severity: severity, component: component, words: words, asOf: asOf, before: before)
  }

  package var text: String {
    QueryText.text([
      ("state", state?.rawValue), ("severity", severity.map(String.init)), ("component", component), ("words", words),
      ("as_of", asOf?.rfc3339), ("before", before.map { "\($0)" }),
    ])
  }
}
