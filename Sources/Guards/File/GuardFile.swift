import Yams

/// The guards that a file declares: `mayday.yaml`.
package struct GuardFile: Sendable {
  /// The name that is looked for where none is given.
  package static let nameUsual = "mayday.yaml"

  package let path: String
  /// In the order of the file.
  package let guards: [GuardDefinition]
  /// Machines of the network inside that guards of the record may ask from here, as their addresses name them.
  package let reach: [String]

  /// Reads the text of a file of guards; `path` is what problems and results call it.
  ///
  /// Throws all problems that can be told at once, each with its line.
  package init(parsing yaml: String, path: String) throws(GuardFileError) {
    var problems = GuardProblems(path: path)
    self.path = path
    (guards, reach) = Self.read(yaml, &problems)
    guard problems.list.isEmpty else { throw GuardFileError(problems: problems.list) }
  }

  private static func read(
    _ yaml: String, _ problems: inout GuardProblems
  ) -> (guards: [GuardDefinition], reach: [String]) {
    guard YAMLLimits.areKept(in: yaml, &problems), let root = compose(yaml, &problems) else { return ([], []) }
    var fields = GuardFields(root, of: "the file", &problems)
    let guards = fields.take("guards")
    let reach = fields.take("reach")
    fields.end(known: ["guards", "reach"], &problems)
    let named = reach.flatMap {
      GuardValue.texts($0, "reach", countMax: GuardLimits.entriesMax, max: GuardLimits.hostCharactersMax, &problems)
    }
    if let reach,
      let wrong = named?.first(where: { !$0.allSatisfy { $0.isLetter || $0.isNumber || "-.:_".contains($0) } })
    {
      problems.add(
        reach, "'\(GuardText.shortened(wrong, to: 60))' under 'reach' is not the name of a machine",
        "Write it as the address has it, without http:// and port: 'prometheus.internal', '10.0.0.5'.")
    }
    if guards == nil, reach != nil { return ([], named ?? []) }
    return (read(guards, &problems), named ?? [])
  }

  private static func read(_ guards: Node?, _ problems: inout GuardProblems) -> [GuardDefinition] {
    guard let guards else {
      problems.add(1, "there is no key 'guards'", "Begin with 'guards:' and a list below it.")
      return []
    }
    guard case .sequence(let list) = guards, !list.isEmpty else {
      problems.add(guards, "'guards' is not a list of guards", "Write '- name: …' for each of them below it.")
      return []
    }
    guard list.count <= GuardLimits.guardsMax else {
      problems.add(
        guards, "the file has \(list.count) guards, more than \(GuardLimits.guardsMax)", "Divide it into several files."
      )
      return []
    }
    var lines: [String: Int] = [:]
    var found: [GuardDefinition] = []
    for node in list {
      let line = node.mark?.line ?? 1
      guard let definition = GuardReader(node).read(path: problems.path, &problems) else { continue }
      if let first = lines.updateValue(line, forKey: definition.name) {
        problems.add(
          line, "the name '\(definition.name)' is taken by the guard on line \(first)", "Give each guard its own name.")
      }
      found.append(definition)
    }
    return found
  }

  private static func compose(_ yaml: String, _ problems: inout GuardProblems) -> Node? {
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        problems.add(1, "the file is empty", "Begin with 'guards:' and a list below it.")
        return nil
      }
      guard node.mapping != nil else {
        problems.add(node, "the file is not made of keys and values", "Begin with 'guards:' and a list below it.")
        return nil
      }
      return node
    } catch {
      problems.add(error)
      return nil
    }
  }
}

/// Why a file of guards cannot be used: every problem with its place.
package struct GuardFileError: Error, Sendable, CustomStringConvertible {
  /// One thing to mend.
  package struct Problem: Hashable, Sendable, CustomStringConvertible {
    package var path: String
    /// From 1.
    package var line: Int
    /// What is wrong, in one sentence that begins in lower case.
    package var reason: String
    /// What to do.
    package var hint: String

    package var description: String { "\(path):\(line): error: \(reason)\n  \(hint)" }
  }

  /// At least one, in the order of the file.
  package var problems: [Problem]

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
