package import Chronology

/// Of which days an auditor's list speaks; nil: of the last year.
package struct AuditDays: Sendable, Hashable {
  package var from: CivilDate?
  package var until: CivilDate?

  package init(from: CivilDate? = nil, until: CivilDate? = nil) {
    self.from = from
    self.until = until
  }

  /// Reads the parameters of an address; what is no day is left out.
  package init(parameter: (String) -> String?) {
    func day(_ name: String) -> CivilDate? {
      parameter(name).flatMap { CivilDate($0) }.flatMap { $0.exists ? $0 : nil }
    }
    self.init(from: day("from"), until: day("until"))
  }

  package var text: String {
    QueryText.text([("from", from?.description), ("until", until?.description)])
  }
}
