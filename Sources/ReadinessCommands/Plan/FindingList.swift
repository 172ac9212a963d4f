import Findings

/// The object that `mayday plan check --format json` prints.
struct FindingList: Encodable {
  static let schemaVersionCurrent = 1

  var schemaVersion = Self.schemaVersionCurrent
  var findings: [Finding]

  init(findings: [Finding]) { self.findings = findings }
}
