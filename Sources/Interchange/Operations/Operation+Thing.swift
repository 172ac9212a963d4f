extension Operation {
  /// What the values of its path name, as people say it: `PM-1-A1`, `L4 of PM-1`, `checklist 'deploy'`.
  package func thing(_ path: [String: String]) -> String {
    let names = pathNames
    guard let last = names.last else { return summary }
    let value = Self.shown(path[last] ?? "", last)
    guard let whole = names.first, whole != last else { return Self.alone(last, value) }
    let owner = Self.alone(whole, Self.shown(path[whole] ?? "", whole))
    switch last {
    case "action": return "\(owner)-A\(value)"
    case "line": return "L\(value) of \(owner)"
    case "factor": return "F\(value) of \(owner)"
    case "assumption": return "B\(value) of \(owner)"
    case "luck": return "K\(value) of \(owner)"
    case "audience": return "publication of \(owner) for '\(value)'"
    case "followed": return "plan \(value) of \(owner)"
    case "step", "inject": return "\(last) \(value) of \(owner)"
    case "entry", "task", "update", "comment": return "\(last) \(value) of \(owner)"
    default: return "\(last) '\(value)' of \(owner)"
    }
  }

  private static func alone(_ name: String, _ value: String) -> String {
    switch name {
    case "incident", "postmortem", "maintenance", "nearmiss": value
    case "process": "checklist '\(value)'"
    case "drill": "drill \(value)"
    default: "\(name) '\(value)'"
    }
  }

  /// No more of a value than fits on a line; its name where it cannot be shown.
  private static func shown(_ value: String, _ name: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return isPlain && !value.isEmpty && value.count <= 60 ? value : name
  }
}
