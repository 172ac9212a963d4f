import Yams

/// Problems of a file as they are found; the number is limited.
struct GuardProblems {
  let path: String
  private var found: [GuardFileError.Problem] = []

  init(path: String) { self.path = path }

  var count: Int { found.count }

  /// In the order of the file.
  var list: [GuardFileError.Problem] {
    found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  mutating func add(_ line: Int, _ reason: String, _ hint: String) {
    guard found.count < GuardLimits.problemsMax else { return }
    found.append(GuardFileError.Problem(path: path, line: max(1, line), reason: reason, hint: hint))
  }

  mutating func add(_ node: Node, _ reason: String, _ hint: String) {
    add(node.mark?.line ?? 1, reason, hint)
  }

  mutating func add(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      add(
        mark.line, "this is not valid YAML: \(problem)",
        "Quote values that hold ': ' or ' #', or begin with a mark such as @, [, { or *. Indent with spaces.")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.compactMap { "\($0)" }.sorted().joined(separator: "', '")
      add(
        context.mark.line, "the key '\(keys)' stands more than once among the keys that begin here", "Keep one of them."
      )
    default:
      add(1, "this is not valid YAML", "Is it UTF-8 text, with no control characters?")
    }
  }
}
