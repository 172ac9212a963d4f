import Interchange
package import Postmortems
import RecordViews
package import Schemas

/// A change to one line of a checklist, or to its title, as a form of ``ChecklistLinesPage`` carries it.
///
/// It comes to the whole checklist written anew: what the form does not speak of stays as it is.
package enum ChecklistEdit: Hashable, Sendable {
  case rename(String)
  /// By one place, towards the beginning or the end.
  case move(line: Int, isUp: Bool)
  /// What was typed, by the names of a line's members.
  case write(line: Int, [String: String])

  private static let members = ["text", "expects", "check", "incident", "action"]

  /// Nil for a form that is none of these.
  package init?(_ fields: [(name: String, value: String)]) {
    func value(_ name: String) -> String? { fields.last { $0.name == name }?.value }
    let line = value("line").flatMap { Int($0) }
    switch (value("edit"), line) {
    case ("title", _): self = .rename(value("title") ?? "")
    case ("up", let line?): self = .move(line: line, isUp: true)
    case ("down", let line?): self = .move(line: line, isUp: false)
    case ("write", let line?):
      var typed: [String: String] = [:]
      for field in fields where field.name.hasPrefix("lines.") {
        let parts = field.name.split(separator: ".")
        if parts.count == 3, Self.members.contains(String(parts[2])) { typed[String(parts[2])] = field.value }
      }
      self = .write(line: line, typed)
    default: return nil
    }
  }

  /// The body of the operation that writes the checklist; nil where it has no such line.
  package func body(for content: ChecklistContent) -> JSONValue? {
    var title = content.title
    var lines = content.lines.map { Self.json($0) }
    switch self {
    case .rename(let typed): title = typed
    case .move(let line, let isUp):
      guard let index = content.lines.firstIndex(where: { $0.number == line }) else { return nil }
      let other = index + (isUp ? -1 : 1)
      // Somebody else may have moved it meanwhile: it is at the end of its way then.
      if lines.indices.contains(other) { lines.swapAt(index, other) }
    case .write(let line, let typed):
      guard let index = content.lines.firstIndex(where: { $0.number == line }) else { return nil }
      var typed = typed
      typed["reading"] = content.lines[index].reading
      lines[index] = Self.json(number: line, typed)
    }
    return .object(["title": .string(title), "lines": .array(lines)])
  }

  private static func json(_ line: ChecklistLine) -> JSONValue {
    json(
      number: line.number,
      [
        "text": line.text, "expects": line.expects.rawValue, "check": line.check ?? "",
        "incident": line.incident.map { "\(IncidentID(number: $0))" } ?? "", "action": line.action?.description ?? "",
        "reading": line.reading ?? "",
      ])
  }

  /// What was left empty is left out; a guard is named only where one must hold.
  private static func json(number: Int, _ members: [String: String]) -> JSONValue {
    var object: [String: JSONValue] = ["number": .integer(Int64(number)), "text": .string(members["text"] ?? "")]
    for name in ["expects", "incident", "action", "reading"] {
      if let value = members[name], !value.isEmpty { object[name] = .string(value) }
    }
    if members["expects"] == ChecklistLine.Expectation.check.rawValue, let check = members["check"], !check.isEmpty {
      object["check"] = .string(check)
    }
    return .object(object)
  }
}
