package import Findings

/// The object that `mayday review` and `mayday plan check` print as JSON; described by `Documentation/review.schema.json`.
package struct FindingsDocument: Encodable {
  private static let schemaVersionCurrent = 1

  private var schemaVersion = Self.schemaVersionCurrent
  private var findings: [Entry]

  package init(findings: [Finding]) {
    self.findings = findings.map(Entry.init)
  }

  /// A finding with its place beside its other fields.
  private struct Entry: Encodable {
    var finding: Finding

    enum CodingKeys: String, CodingKey {
      case path, line, column, endLine, endColumn, rule, severity, message, reason, question, fix
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(finding.path, forKey: .path)
      try container.encode(finding.span.line, forKey: .line)
      try container.encode(finding.span.column, forKey: .column)
      try container.encode(finding.span.endLine, forKey: .endLine)
      try container.encode(finding.span.endColumn, forKey: .endColumn)
      try container.encode(finding.rule, forKey: .rule)
      try container.encode(finding.severity, forKey: .severity)
      try container.encode(finding.message, forKey: .message)
      try container.encode(finding.reason, forKey: .reason)
      try container.encode(finding.question, forKey: .question)
      try container.encode(finding.fix, forKey: .fix)
    }
  }
}
