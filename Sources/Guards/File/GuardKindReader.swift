import Yams

/// Reads what one guard checks.
struct GuardKindReader {
  private(set) var fields: GuardFields

  init(_ fields: GuardFields) { self.fields = fields }

  // MARK: - Commands

  mutating func command(_ problems: inout GuardProblems) -> GuardKind? {
    guard let node = fields.take("command") else { return nil }
    var check = CommandCheck(.shell(""))
    if case .sequence = node {
      let texts = GuardValue.texts(
        node, "command", countMax: GuardLimits.argumentsMax, max: GuardLimits.commandCharactersMax, &problems)
      check.command = .program(texts ?? [])
    } else {
      let text = GuardValue.text(node, "command", max: GuardLimits.commandCharactersMax, &problems)
      check.command = .shell(text ?? "")
    }
    check.folder = folder(&problems)
    check.env = env(&problems)
    guard var expect = expectation(&problems) else { return .command(check) }
    if let node = expect.take("exit"), let exit = GuardValue.integer(node, "exit", 0...255, &problems) {
      check.exit = Int32(exit)
    }
    check.outputHas = expect.text("output-has", max: GuardLimits.textCharactersMax, &problems)
    check.outputLacks = expect.text("output-lacks", max: GuardLimits.textCharactersMax, &problems)
    check.outputMatches = regex("output-matches", in: &expect, &problems)
    expect.end(known: ["exit", "output-has", "output-lacks", "output-matches"], &problems)
    return .command(check)
  }

  // MARK: - HTTP

  mutating func http(_ problems: inout GuardProblems) -> GuardKind? {
    let url = url("http", &problems) ?? ""
    var check = HTTPCheck(url: url)
    if let node = fields.take("method"), let method = GuardValue.text(node, "method", max: 20, &problems) {
      if !HTTPCheck.methods.contains(method) {
        problems.add(node, "'method' is '\(method)'", "Write one of: \(HTTPCheck.methods.joined(separator: ", ")).")
      }
      check.method = method
    }
    check.env = env(&problems)
    check.headers = headers(env: check.env, &problems)
    guard var expect = expectation(&problems) else { return .http(check) }
    check.status = status(&expect, &problems)
    check.bodyHas = expect.text("body-has", max: GuardLimits.textCharactersMax, &problems)
    check.bodyLacks = expect.text("body-lacks", max: GuardLimits.textCharactersMax, &problems)
    check.withinSeconds = expect.duration("within", 0.001...GuardLimits.secondsMax, &problems)
    check.json = json(&expect, &problems)
    expect.end(known: ["status", "body-has", "body-lacks", "within", "json"], &problems)
    return .http(check)
  }

  private func status(_ expect: inout GuardFields, _ problems: inout GuardProblems) -> [Int]? {
    guard let node = expect.take("status") else { return nil }
    guard case .sequence(let list) = node else {
      return GuardValue.integer(node, "status", 100...599, &problems).map { [$0] }
    }
    guard !list.isEmpty, list.count <= GuardLimits.entriesMax else {
      problems.add(
        node, "'status' has \(list.count) entries", "Write one code or up to \(GuardLimits.entriesMax): [200, 204].")
      return nil
    }
    return list.compactMap { GuardValue.integer($0, "status", 100...599, &problems) }
  }

  private func json(_ expect: inout GuardFields, _ problems: inout GuardProblems) -> [String: GuardJSON] {
    guard let node = expect.take("json"), let members = GuardValue.members(node, "json", &problems) else { return [:] }
    var values: [String: GuardJSON] = [:]
    for (name, value) in members {
      let pointer = name.scalar?.string ?? ""
      guard pointer.hasPrefix("/"), pointer.count <= GuardLimits.textCharactersMax else {
        problems.add(
          name, "'\(GuardText.shortened(pointer, to: 60))' is not a JSON Pointer",
          "Begin with a slash and name each step: /status/build.")
        continue
      }
      values[pointer] = GuardValue.json(value, pointer, &problems)
    }
    return values
  }

  // MARK: - Prometheus

  mutating func promql(_ problems: inout GuardProblems) -> GuardKind? {
    let query = fields.text("promql", max: GuardLimits.textCharactersMax, &problems) ?? ""
    if !fields.has("server") {
      problems.add(
        fields.line, "this guard has no 'server'", "Write the address of Prometheus: 'server: http://127.0.0.1:9090'.")
    }
    let server = url("server", &problems) ?? ""
    let env = env(&problems)
    let headers = headers(env: env, &problems)
    var expectation = PromQLExpectation.notEmpty
    if let node = fields.take("expect") {
      if let read = node.scalar.flatMap({ PromQLExpectation($0.string) }) {
        expectation = read
      } else {
        let found = node.scalar.map { "'\(GuardText.shortened($0.string, to: 60))'" } ?? "not a text"
        problems.add(
          node, "'expect' is \(found)", "Write empty, not-empty, or a quoted comparison such as \"> 0.99\".")
      }
    } else {
      problems.add(
        fields.line, "this guard does not say what it expects of the query",
        "Write 'expect: empty', 'expect: not-empty', or a comparison for every series: expect: \"> 0.99\".")
    }
    return .promql(PromQLCheck(query: query, server: server, expect: expectation, headers: headers, env: env))
  }

  // MARK: - Patterns

  mutating func pattern(_ key: String, _ problems: inout GuardProblems) -> GuardKind? {
    let pattern: PatternCheck.Pattern
    if key == "text" {
      pattern = .text(fields.text(key, max: GuardLimits.textCharactersMax, &problems) ?? "")
    } else {
      pattern = .regex(regex(key, in: &fields, &problems) ?? "")
    }
    for (name, hint) in [
      ("paths", "Name the files to look in: 'paths: [\"src/**\"]'."),
      ("must", "Write 'must: appear' or 'must: not-appear'."),
    ] where !fields.has(name) {
      problems.add(fields.line, "this guard has no '\(name)'", hint)
    }
    let paths = globs("paths", &problems) ?? []
    let except = globs("except", &problems) ?? []
    let must: PatternCheck.Must? = fields.choice("must", &problems)
    let folder = folder(&problems)
    return .pattern(PatternCheck(pattern, paths: paths, must: must ?? .notAppear, except: except, folder: folder))
  }

  private mutating func globs(_ key: String, _ problems: inout GuardProblems) -> [String]? {
    let line = fields.line(of: key)
    let globs = fields.texts(key, max: 400, &problems)
    for glob in globs ?? [] {
      guard let reason = PathGlob.problem(glob) else { continue }
      problems.add(
        line, "the path '\(GuardText.shortened(glob, to: 60))' in '\(key)' cannot be used: \(reason)",
        "Write paths below the folder, such as src/**/*.java.")
    }
    return globs
  }

  // MARK: - Parts

  private mutating func expectation(_ problems: inout GuardProblems) -> GuardFields? {
    fields.take("expect").map { GuardFields($0, of: "'expect'", &problems) }
  }

  private mutating func folder(_ problems: inout GuardProblems) -> String? {
    let line = fields.line(of: "folder")
    guard let folder = fields.text("folder", max: 400, &problems) else { return nil }
    if folder.hasPrefix("/") {
      problems.add(line, "the folder '\(folder)' begins with a slash", "Write it relative to the folder of this file.")
    }
    return folder
  }

  private mutating func env(_ problems: inout GuardProblems) -> [String] {
    let line = fields.line(of: "env")
    let names = fields.texts("env", max: 100, &problems) ?? []
    for name in names where !GuardRules.isVariable(name) {
      problems.add(line, "'\(name)' in 'env' is not the name of a variable", "Write names only, such as BUILD_TOKEN.")
    }
    return names
  }

  private mutating func url(_ key: String, _ problems: inout GuardProblems) -> String? {
    let line = fields.line(of: key)
    guard let text = fields.text(key, max: GuardLimits.textCharactersMax, &problems) else { return nil }
    guard let reason = GuardRules.problem(url: text) else { return text }
    problems.add(line, "'\(key)' \(reason)", "Write the whole address: https://status.example.com/health.")
    return nil
  }

  private mutating func headers(env: [String], _ problems: inout GuardProblems) -> [String: String] {
    guard let node = fields.take("headers"), let members = GuardValue.members(node, "headers", &problems) else {
      return [:]
    }
    var headers: [String: String] = [:]
    for (name, value) in members {
      let key = name.scalar?.string ?? ""
      guard let text = GuardValue.text(value, key, max: GuardLimits.textCharactersMax, &problems) else { continue }
      if let reason = GuardRules.problem(header: key, text) {
        problems.add(name, reason, "Write it as 'Accept: application/json'.")
      }
      for variable in GuardRules.variables(in: text) where !env.contains(variable) {
        problems.add(
          value, "the header '\(key)' uses ${\(variable)}, which 'env' does not name", "Add it: 'env: [\(variable)]'.")
      }
      headers[key] = text
    }
    return headers
  }

  private func regex(_ key: String, in fields: inout GuardFields, _ problems: inout GuardProblems) -> String? {
    let line = fields.line(of: key)
    guard let text = fields.text(key, max: GuardLimits.textCharactersMax, &problems) else { return nil }
    guard PatternText.isRegex(text) else {
      problems.add(
        line, "'\(key)' is not a regular expression",
        "Are brackets closed, and marks such as ( or [ that are meant as text escaped with a backslash?")
      return nil
    }
    return text
  }
}
