import Foundation

/// One row of a list of configuration changes.
struct ConfigurationChange {
  var stamp: RecordStamp
  var id: String?
  var actor: String?
  var action: String?
  var hosts: [String]
  var service: String?
  var environment: String?
  var key: String?
  var old: String?
  var new: String?
  /// What was changed, in a column of its own beside the detail: `pool.size: 5 -> 9`, or words.
  var setting: String?
  var detail: String?
  var isFlag: Bool

  /// Nil when the names of the fields do not speak for a change, or its time cannot be read.
  init?(fields: [String: String]) {
    guard let columns = ConfigurationColumns(names: fields.keys.sorted()) else { return nil }
    self.init(columns: columns, fields: fields)
  }

  init?(columns: ConfigurationColumns, fields: [String: String]) {
    func field(_ role: ConfigurationColumns.Role) -> String? { columns[role].flatMap { fields[$0] } }
    guard let time = field(.time), let stamp = RecordStamp(time) else { return nil }
    if columns.needsVerb, !Self.isChange(field(.action) ?? "") { return nil }
    self.stamp = stamp
    id = field(.id)
    actor = field(.actor)
    action = field(.action)
    service = field(.service)
    environment = field(.environment)
    key = field(.key)
    old = field(.old)
    new = field(.new)
    setting = field(.setting)
    detail = field(.detail)
    hosts = field(.target).map(HostName.split) ?? []
    if service == nil, hosts.count == 1, !HostName.isLike(hosts[0]), !hosts[0].contains(".") { service = hosts[0] }
    for written in [setting, detail].compactMap(\.self) where key == nil {
      guard let parts = Setting(written) else { continue }
      key = parts.key
      old = old ?? parts.old
      new = new ?? parts.new
      if written == setting { setting = nil }
    }
    let keyColumn = columns[.key]?.lowercased() ?? ""
    let said = [action, setting, detail, keyColumn].compactMap { $0?.lowercased() }.joined(separator: " ")
    isFlag = said.contains(/\bflag|feature[ _-]?(flag|toggle)|\btoggle/)
  }

  /// Whether an action's name says that something was changed.
  private static func isChange(_ action: String) -> Bool {
    let stems = [
      "add", "appl", "chang", "config", "creat", "delet", "deploy", "disabl", "edit", "enabl", "flag", "install",
      "modif",
      "patch", "put", "remov", "rename", "replac", "restart", "revert", "roll", "rotat", "scal", "set", "switch",
      "toggl",
      "turn", "updat", "upgrad",
    ]
    return action.lowercased().split { !$0.isLetter }.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  func entry(input: RecordInput, line: Int?, history: inout SettingHistory) -> RecordEntry {
    let before = old ?? key.flatMap { history.value(of: $0, on: hosts) }
    if let key, let new { history.set(key, to: new, on: hosts) }
    var finder = TermFinder()
    let words = [setting, detail].compactMap(\.self)
    let detail = words.isEmpty ? nil : words.joined(separator: "; ")
    for text in [key, detail, action == nil ? nil : new] { finder.add(line: (text ?? "").utf8, isProse: true) }
    let named = key.map { [$0] } ?? []
    let facts = ChangeFacts(
      kind: isFlag ? .flag : .configuration, id: id ?? key ?? "", commit: detail.flatMap(Self.commit), hosts: hosts,
      environment: environment, actor: actor, paths: detail.map(Self.paths) ?? [],
      terms: (named + finder.terms).distinct(atMost: Limits.changeTermsMax), detail: detail)
    return RecordEntry(
      instant: stamp.instant, basis: stamp.basis, reference: input.reference(line: line, record: id),
      host: hosts.count == 1 && HostName.isLike(hosts[0]) ? hosts[0] : nil, service: service,
      title: title(before: before), facts: .change(facts))
  }

  /// `CFG-12 feature_x: off → on (app01, app02)`, or what the row says in words.
  private func title(before: String?) -> String {
    let place = hosts.isEmpty ? service ?? environment : hosts.listed()
    if let key, let new {
      let change = before.map { $0 == new ? ": \(new) again" : ": \($0) → \(new)" } ?? " → \(new)"
      return [id, key + change, place.map { "(\($0))" }].compactMap(\.self).joined(separator: " ").titled()
    }
    let head = [id, action, key, place.map { "on \($0)" }].compactMap(\.self).joined(separator: " ")
    return ((setting ?? detail).map { head.isEmpty ? $0 : "\(head): \($0)" } ?? head).titled()
  }

  /// A commit that the words name: seven to forty hexadecimal digits, letters and digits among them.
  private static func commit(in text: String) -> String? {
    text.matches(of: /\b[0-9a-f]{7,40}\b/).lazy.map { String($0.output) }
      .first { $0.contains(where: \.isLetter) && $0.contains(where: \.isNumber) }
  }

  /// File paths that the words name.
  private static func paths(in text: String) -> [String] {
    text.matches(of: /[\w.\-]*(?:\/[\w.\-]+)+\.\w{1,8}\b/).map { String($0.output) }.distinct(
      atMost: Limits.changePathsMax)
  }
}

/// `key=new`, `key: old → new` or `key old -> new`, as the detail of a change may say it.
private struct Setting {
  var key: String
  var old: String?
  var new: String

  init?(_ text: String) {
    if let match = text.wholeMatch(of: /\s*(?<key>[\w.\-\/]+)\s*[:=\s]\s*(?<old>\S+)\s*(?:→|->|=>)\s*(?<new>\S+)\s*/) {
      key = String(match.key)
      old = String(match.old)
      new = String(match.new)
    } else if let match = text.wholeMatch(of: /\s*(?<key>[\w.\-\/]+)\s*(?:=|→|->|=>)\s*(?<new>\S+)\s*/) {
      key = String(match.key)
      new = String(match.new)
    } else {
      return nil
    }
  }
}

/// The values that settings had in the rows above, so that a change can say what it changed.
struct SettingHistory {
  private var values: [String: String] = [:]

  /// The value on these hosts, where all of them had the same.
  func value(of key: String, on hosts: [String]) -> String? {
    let found = Set(places(hosts).map { values["\(key)\n\($0)"] })
    return found.count == 1 ? found.first ?? nil : nil
  }

  mutating func set(_ key: String, to value: String, on hosts: [String]) {
    for place in places(hosts) { values["\(key)\n\(place)"] = value }
  }

  private func places(_ hosts: [String]) -> [String] { hosts.isEmpty ? [""] : hosts }
}
