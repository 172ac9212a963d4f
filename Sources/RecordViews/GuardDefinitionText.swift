package import Guards
package import Incidents
package import Postmortems

/// How a guard of the record is checked, in the words of `mayday.yaml`.
package enum GuardDefinitionText {
  /// Reads the definition of a declaration; nil where it has none.
  ///
  /// Throws ``IncidentRefusal`` for what cannot be read, and for what runs on the machine itself: a command never comes
  /// from the record, and neither does anything of that machine's files or environment.
  package static func read(_ declaration: GuardDeclaration) throws(IncidentRefusal) -> GuardDefinition? {
    guard let text = declaration.definition else { return nil }
    // Each line stands below the guard's first key, so that the text cannot begin another guard.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    let head = ["guards:", "- name: \(declaration.name)", "  title: \(quoted(declaration.title))"]
    let definition: GuardDefinition
    do {
      let file = try GuardFile(parsing: (head + lines).joined(separator: "\n") + "\n", path: "definition")
      guard let first = file.guards.first, file.guards.count == 1 else {
        throw refusal("it declares more than one guard", "declare each under its own name")
      }
      definition = first
    } catch let error as GuardFileError {
      let problem = error.problems.first
      let line = max(1, (problem?.line ?? 1) - head.count)
      throw refusal("line \(line): \(problem?.reason ?? "it cannot be read")", problem?.hint ?? "")
    } catch let error as IncidentRefusal {
      throw error
    } catch {
      throw refusal("it cannot be read", "write it as in mayday.yaml")
    }
    guard definition.kind.isRemote else {
      throw refusal(
        "a guard of the record cannot be of the kind '\(definition.kind.name)': it would run on the server's machine",
        "declare it in mayday.yaml on the machine that runs it, and report it: mayday guard run --report")
    }
    guard names(of: definition.kind).isEmpty else {
      throw refusal(
        "a guard of the record sees no variables of a machine",
        "declare it in mayday.yaml on the machine that has them, and report it: mayday guard run --report")
    }
    if let problem = definition.problems.first { throw refusal(problem, "write it as in mayday.yaml") }
    return definition
  }

  private static func names(of kind: GuardKind) -> [String] {
    switch kind {
    case .http(let check): check.env
    case .promql(let check): check.env
    case .command, .pattern: []
    }
  }

  private static func refusal(_ message: String, _ hint: String) -> IncidentRefusal {
    IncidentRefusal(.invalidText, place: "definition", message: message, hint: hint)
  }

  /// A double-quoted scalar of YAML.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
