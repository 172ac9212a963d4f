internal import Findings
internal import Incidents
package import Schemas

/// Schemas that many operations share.
package enum WireSchema {
  package static let incidentName = Schema.matching("^[Ii][Nn][Cc]-[1-9][0-9]{0,9}$", max: 14)
  package static let identifier = Schema.matching("^[a-z0-9-]{1,60}$", max: 60)
  package static let level = Schema.integer(1...Int64(IncidentLimits.severitiesMax))
  package static let count = Schema.integer(0...1_000_000_000)
  package static let version = Schema.integer(0...9_007_199_254_740_991)
  package static let person = Schema.line(IncidentLimits.nameScalarsMax)
  package static let text = Schema.lines(IncidentLimits.textScalarsMax)
  package static let textOrEmpty = Schema.lines(IncidentLimits.textScalarsMax, min: 0)
  package static let reason = Schema.lines(IncidentLimits.reasonScalarsMax)
  /// What the record holds, whatever limits were in force when it was written.
  package static let anyText = Schema.lines(100_000, min: 0)
  /// A whole document, as it was brought in.
  package static let anyDocument = Schema.matching("^[\\s\\S]*$", max: 16 << 20, min: 0)
  /// A finding of a check, with its place.
  package static let finding = Schema.object(
    [
      .required("path", anyText),
      .required(
        "span",
        .object([
          .required("line", count), .required("column", count),
          .required("endLine", count), .required("endColumn", count),
        ])),
      .required("rule", anyText), .required("severity", .choice(of: FindingSeverity.self)),
      .required("message", anyText), .required("reason", anyText),
      .required("question", anyText), .optional("fix", anyText),
    ], name: "Finding")
}
