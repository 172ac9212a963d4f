package import Chronology

/// Of which incidents a reader wants to see how things develop.
package struct TrendFilter: Sendable, Hashable {
  package var from: CivilDate?
  package var until: CivilDate?
  package var component: String?
  package var severity: Int?

  package init(
    from: CivilDate? = nil, until: CivilDate? = nil, component: String? = nil, severity: Int? = nil
  ) {
    self.from = from
    self.until = until
    self.component = component
    self.severity = severity
  }

  /// Reads the parameters of an address; what does not fit is left out.
  package init(parameter: (String) -> String?) {
    func text(_ name: String, max: Int = 10) -> String? {
      guard let value = parameter(name), !value.isEmpty else { return nil }
      return value.unicodeScalars.count <= max ? value : nil
    }
    self.init(
      from: text("from").flatMap { CivilDate($0) }, until: text("until").flatMap { CivilDate($0) },
      component: text("component", max: 60), severity: text("severity").flatMap { Int($0) })
  }

  package var isNarrow: Bool { self != TrendFilter() }

  package var text: String {
    QueryText.text([
      ("from", from?.description), ("until", until?.description), ("component", component),
      ("severity", severity.map(String.init)),
    ])
  }
}
