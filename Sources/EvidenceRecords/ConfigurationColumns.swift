/// What the columns of a list of configuration changes mean, by the names that people give them.
struct ConfigurationColumns {
  enum Role: CaseIterable {
    case time
    case id
    case actor
    case action
    case target
    case service
    case environment
    case key
    case old
    case new
    case setting
    case detail

    /// Names in lower case with `_` for blanks and dashes; earlier ones are preferred.
    var names: [String] {
      switch self {
      case .time:
        [
          "at", "at_ms", "at_us", "at_ns", "time", "timestamp", "ts", "changed_at", "applied_at", "when", "datetime",
          "date_time", "occurred_at", "event_time", "created_at", "updated_at", "time_utc", "timestamp_utc", "utc",
          "epoch",
          "epoch_ms", "date",
        ]
      case .id: ["change_id", "id", "cr", "ticket", "number", "reference", "ref", "request", "change"]
      case .actor:
        ["actor", "user", "author", "changed_by", "by", "who", "username", "operator", "principal", "member"]
      case .action: ["action", "kind", "type", "operation", "op", "change_type", "event", "event_type", "verb"]
      case .target: ["target", "targets", "host", "hosts", "node", "nodes", "server", "system", "object", "scope"]
      case .service: ["service", "app", "application", "component", "project"]
      case .environment: ["environment", "env", "stage"]
      case .key:
        [
          "key", "setting", "flag", "feature", "feature_flag", "flag_key", "config_key", "parameter", "param", "option",
          "property", "field", "name",
        ]
      case .old: ["old", "old_value", "from", "previous", "previous_value", "before"]
      case .new: ["new", "new_value", "to", "value", "after"]
      case .setting: ["change", "changes", "changed", "diff"]
      case .detail: ["detail", "details", "description", "comment", "summary", "note", "notes", "reason", "message"]
      }
    }

    /// How much a column of this name speaks for a list of changes, and not for a log, a list of hosts or measurements.
    func weight(of name: String) -> Int {
      switch self {
      case .time, .environment, .service: 0
      case .id: ["change", "change_id", "cr", "ticket"].contains(name) ? 2 : 1
      case .setting: 2
      case .actor: 1
      case .action: 2
      case .target, .detail: 1
      case .key: ["name", "field", "property", "key"].contains(name) ? 1 : 2
      case .old: 2
      case .new: name == "value" ? 0 : 1
      }
    }
  }

  /// Columns that logs and measurements have and lists of changes do not.
  private static let foreign: Set<String> = [
    "level", "loglevel", "log_level", "lvl", "severity", "msg", "logger", "thread", "status_code", "http_status",
    "bytes",
    "latency", "latency_ms", "duration_ms", "metric", "unit", "count",
  ]

  private var byRole: [Role: String] = [:]
  let weight: Int
  /// Whether the names alone leave it open that this is a log of something else, so that each row's action must say that
  /// something was changed.
  let needsVerb: Bool

  /// Nil when the names do not speak for a list of changes: a time and, of the rest, at least four points.
  init?(names: [String]) {
    let normal = Dictionary(names.map { (Self.normalised($0), $0) }) { first, _ in first }
    var weight = 0
    for role in Role.allCases {
      // A column `change` is the id where no other is, and what was changed where there is one.
      let taken = role == .setting ? byRole[.id] : nil
      guard let name = role.names.first(where: { normal[$0] != nil && normal[$0] != taken }) else { continue }
      byRole[role] = normal[name]
      weight += role.weight(of: name)
    }
    self.weight = weight
    let isSetting = byRole[.key] != nil && byRole[.new] != nil
    needsVerb =
      byRole[.old] == nil && byRole[.setting] == nil && !isSetting
      && !["change", "change_id", "cr"].contains { normal[$0] != nil }
    let saysWhat = byRole[.action] != nil || byRole[.old] != nil || byRole[.setting] != nil || isSetting
    guard byRole[.time] != nil, saysWhat, weight >= 4, Self.foreign.isDisjoint(with: normal.keys) else { return nil }
  }

  subscript(role: Role) -> String? { byRole[role] }

  private static func normalised(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }.drop { $0 == "_" })
  }
}
