import Yams

/// Reads one guard of a file.
struct GuardReader {
  static let commonKeys = [
    "name", "title", "protects", "action", "next", "every", "within", "severity", "expect",
  ]
  static let kindKeys = ["command", "http", "promql", "pattern", "text"]
  static let commandKeys = ["folder", "env"]
  static let httpKeys = ["method", "headers", "env"]
  static let promqlKeys = ["server", "headers", "env"]
  static let patternKeys = ["paths", "except", "must", "folder"]

  private let node: Node

  init(_ node: Node) { self.node = node }

  func read(path: String, _ problems: inout GuardProblems) -> GuardDefinition? {
    let before = problems.count
    var fields = GuardFields(node, of: "this guard", &problems)
    guard problems.count == before else { return nil }
    let name = name(&fields, &problems)
    let title = fields.text("title", max: GuardLimits.titleCharactersMax, &problems)
    if title == nil, problems.count == before {
      problems.add(fields.line, "this guard has no title", "Say in a sentence what must stay true: 'title: …'.")
    }
    if let title, title.contains(where: \.isNewline) {
      problems.add(fields.line, "the title has more than one line", "Say it in one sentence.")
    }
    let protects = reference("protects", &fields, &problems)
    let action = reference("action", &fields, &problems)
    let next = fields.text("next", max: GuardLimits.nextCharactersMax, &problems)
    let every = fields.duration(
      "every", Double(GuardLimits.everySecondsMin)...Double(GuardLimits.everySecondsMax), &problems)
    let within = fields.duration("within", GuardLimits.secondsMin...GuardLimits.secondsMax, &problems)
    let severity: GuardSeverity? = fields.choice("severity", &problems)
    let kind = kind(&fields, &problems)
    guard problems.count == before, let name, let title, let kind else { return nil }
    return GuardDefinition(
      name: name, title: title.trimmingSpaces, kind: kind, protects: protects, action: action,
      next: next?.trimmingSpaces, everySeconds: every.map { Int($0) },
      withinSeconds: within ?? GuardLimits.secondsUsual, severity: severity ?? .error,
      place: GuardPlace(path: path, line: fields.line))
  }

  private func name(_ fields: inout GuardFields, _ problems: inout GuardProblems) -> String? {
    guard let node = fields.take("name") else {
      problems.add(
        fields.line, "this guard has no name", "Write a short one, of a-z, 0-9 and dashes: 'name: one-build'.")
      return nil
    }
    guard let text = GuardValue.text(node, "name", max: GuardLimits.nameCharactersMax, &problems) else { return nil }
    if let reason = GuardRules.problem(name: text) {
      problems.add(node, reason, "Use a-z, 0-9 and dashes, such as 'one-build'.")
      return nil
    }
    return text
  }

  private func reference(_ key: String, _ fields: inout GuardFields, _ problems: inout GuardProblems) -> String? {
    let line = fields.line(of: key)
    guard let text = fields.text(key, max: GuardLimits.referenceCharactersMax, &problems) else { return nil }
    if let reason = GuardRules.problem(reference: text, key) {
      problems.add(line, reason, key == "protects" ? "Write it as INC-1." : "Write it as PM-1-A2.")
      return nil
    }
    return text
  }

  private func kind(_ fields: inout GuardFields, _ problems: inout GuardProblems) -> GuardKind? {
    let given = Self.kindKeys.filter(fields.has)
    guard let key = given.first, given.count == 1 else {
      let found = given.isEmpty ? "says nothing to check" : "has \(given.joined(separator: " and "))"
      problems.add(
        given.last.map(fields.line(of:)) ?? fields.line, "this guard \(found)",
        "Give it exactly one of: \(Self.kindKeys.joined(separator: ", ")).")
      // Keys that are near to one of these are worth naming too.
      if given.isEmpty { end(&fields, own: [], &problems) }
      return nil
    }
    var reader = GuardKindReader(fields)
    let kind: GuardKind?
    let own: [String]
    switch key {
    case "command": (kind, own) = (reader.command(&problems), Self.commandKeys)
    case "http": (kind, own) = (reader.http(&problems), Self.httpKeys)
    case "promql": (kind, own) = (reader.promql(&problems), Self.promqlKeys)
    default: (kind, own) = (reader.pattern(key, &problems), Self.patternKeys)
    }
    fields = reader.fields
    end(&fields, own: own + (own == Self.patternKeys ? [] : ["expect"]), &problems)
    return kind
  }

  private func end(_ fields: inout GuardFields, own: [String], _ problems: inout GuardProblems) {
    var elsewhere: [String: String] = [:]
    if !own.isEmpty {
      for (keys, place) in [
        (["folder"], "guards with 'command', 'pattern' or 'text'"),
        (["env"], "guards with 'command', 'http' or 'promql'"),
        (["method"], "guards with 'http'"), (["headers"], "guards with 'http' or 'promql'"),
        (["server"], "guards with 'promql'"), (["paths", "except", "must"], "guards with 'pattern' or 'text'"),
        (["expect"], "guards with 'command', 'http' or 'promql'; here 'must' says it"),
      ] {
        for key in keys where !own.contains(key) { elsewhere[key] = place }
      }
    } else {
      for key in Self.commandKeys + Self.httpKeys + Self.promqlKeys + Self.patternKeys { _ = fields.take(key) }
      _ = fields.take("expect")
    }
    let common = Self.commonKeys.filter { $0 != "expect" }
    fields.end(known: common + (own.isEmpty ? Self.kindKeys : own), elsewhere: elsewhere, &problems)
  }
}
