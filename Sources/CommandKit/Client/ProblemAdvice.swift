import Interchange

/// What to type after a refusal: the API names no commands, so a terminal adds them.
struct ProblemAdvice {
  let operation: Operation
  let path: [String: String]

  /// The refusal in the words of somebody at a terminal.
  func advised(_ problem: Problem) -> Problem {
    var problem = problem
    if problem.kind == .notFound, problem.detail == Problem.nothingThere {
      let thing = problem.place ?? operation.thing(path)
      problem.detail = "there is no \(thing)"
      problem.place = nil
      problem.hint = thing.hasPrefix("scenario ") ? "Those that there are: mayday drill scenario" : list
    } else if problem.kind == .wrongState, let command = next(after: problem.hint ?? "") {
      problem.hint = problem.hint.map { "\($0): \(command)" }
    }
    return problem
  }

  /// Where those are listed that there are.
  private var list: String {
    let owner = operation.pathNames.first.flatMap { path[$0] } ?? ""
    if operation.pathNames.first == "reading" { return "Those that there are: mayday read" }
    switch operation.pathNames.last ?? "" {
    case "incident": return "Those that there are: mayday incidents"
    case "postmortem": return "Those that there are: mayday postmortem list"
    case "action": return "Those that there are: mayday actions --all --postmortem \(owner)"
    case "line", "factor", "assumption", "luck", "comment", "section":
      return "Look at it: mayday postmortem show \(owner)"
    case "audience": return "Nothing is out for it; to publish: mayday postmortem publish \(owner) --to …"
    case "process": return process
    case "guard": return "Those of a file: mayday guard list"
    case "entry": return "Look at it: mayday status \(owner)"
    case "task": return "Those that there are: mayday task -i \(owner)"
    case "update": return "Those that there are: mayday update -i \(owner)"
    case "component": return "Those that there are: mayday components"
    case "maintenance": return "Those that there are: mayday maintenance"
    case "plan": return "Those that there are: mayday plan"
    case "drill": return "Those that there are: mayday drill"
    case "inject": return "Those that there are: mayday drill show \(owner)"
    case "nearmiss": return "Those that there are: mayday near-miss"
    default: return "Check the name."
    }
  }

  private var process: String {
    let name = path["process"] ?? ""
    let isName = name.wholeMatch(of: /[a-z0-9][a-z0-9-]*/) != nil
    guard isName, name.count <= 60 else {
      return "A process is named in lower-case letters, digits and dashes: deploy. All: mayday checklist list"
    }
    return "Begin it: mayday checklist add \(name) \"What to ask\". Those that there are: mayday checklist list"
  }

  /// The command that does what a hint about a postmortem's stage asks for.
  private func next(after hint: String) -> String? {
    guard let postmortem = path["postmortem"] else { return nil }
    switch hint {
    case "ask for review first": return "mayday postmortem review \(postmortem)"
    case "open it again first": return "mayday postmortem reopen \(postmortem) --reason \"…\""
    case "make it final first; 'internal' may read it before": return "mayday postmortem final \(postmortem)"
    default: return nil
    }
  }
}
