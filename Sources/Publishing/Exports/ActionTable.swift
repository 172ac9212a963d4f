internal import Chronology
internal import Incidents
package import Interchange
internal import Postmortems

/// Actions as CSV (RFC 4180), a row each, in the order in which they come.
package struct ActionTable: Sendable {
  private let actions: [ActionAnswer]

  package init(actions: [ActionAnswer]) { self.actions = actions }

  private static let columns = [
    "action", "state", "overdue", "term", "kind", "owner", "due", "text", "verification", "factors", "postmortem",
    "postmortem title", "incident", "severity", "guards",
  ]

  /// The whole file in UTF-8, a header first, lines ended by CRLF.
  package var csv: String {
    ([Self.columns] + actions.map(row)).map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private func row(_ action: ActionAnswer) -> [String] {
    [
      action.id, action.state.rawValue, action.isOverdue ? "yes" : "no", action.term.rawValue, action.kind.rawValue,
      action.owner ?? "", action.due?.description ?? "", action.text, action.verification,
      action.factors.map { "F\($0)" }.joined(separator: " "), action.postmortem, action.postmortemTitle,
      action.incident ?? "", action.severity.map(String.init) ?? "",
      action.guards.map { "\($0.name): \($0.standing?.rawValue ?? "never checked")" }.joined(separator: "; "),
    ]
  }

  /// Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe.
  static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r"].contains(first) { text = "'" + text }
    guard text.unicodeScalars.contains(where: { ["\"", ",", "\n", "\r"].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
