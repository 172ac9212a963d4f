import Findings

extension PlanCheck {
  /// Results that say no more than that the step is over.
  private static let vagueResults: Set<String> = [
    "done", "ok", "okay", "works", "it works", "working", "fixed", "it is fixed", "complete", "completed", "finished",
    "success", "successful", "succeeded", "yes", "resolved", "fine", "all good", "good", "ready", "checked", "verified",
    "as expected", "service works", "everything works", "system works", "no errors", "it is done", "problem solved",
  ]

  mutating func checkSteps() {
    var numbers: Set<String> = []
    for step in plan.steps {
      let name = "step \(step.number)"
      if !numbers.insert(step.number).inserted {
        find("step-number", step.span, "there is a second \(name)")
      }
      if step.responsible.isEmpty { find("step-no-owner", step.span, "\(name) names nobody who does it") }
      if let result = step.result {
        let bare = result.lowercased().filter { $0.isLetter || $0 == " " }
        if Self.vagueResults.contains(bare) {
          find("vague-result", step.span, "the result of \(name) is '\(result)'")
        }
      } else {
        find("step-no-result", step.span, "\(name) does not say what one must see before going on")
      }
    }
    checkMany(
      "step-no-time", plan.steps.filter { $0.withinSeconds == nil && !$0.hasUnreadTime }, "how long it may take")
    checkMany("step-no-fallback", plan.steps.filter { $0.fallback == nil }, "what to do when it fails")
  }

  /// What many steps lack is said once, with their numbers.
  private mutating func checkMany(_ rule: String, _ lacking: [PlanStep], _ what: String) {
    guard let first = lacking.first else { return }
    let numbers = lacking.prefix(12).map(\.number).joined(separator: ", ")
    let rest = lacking.count > 12 ? " and \(lacking.count - 12) more" : ""
    let verb = lacking.count == 1 ? "does" : "do"
    find(
      rule, first.span,
      "step\(lacking.count == 1 ? "" : "s") \(numbers)\(rest) \(verb) not say \(what)")
  }

  mutating func checkOrder() {
    let graph = StepGraph(plan.steps)
    let known = Set(graph.numbers)
    for step in plan.steps {
      for number in step.after where !known.contains(number) {
        find("step-order", step.span, "step \(step.number) waits for step \(number), which is not there")
      }
      if step.after.contains(step.number) {
        find("step-order", step.span, "step \(step.number) waits for itself")
      }
    }
    guard graph.order != nil else {
      let circle = graph.circle
      if circle.count > 1, let first = plan.step(circle[0]) {
        let way = (circle + [circle[0]]).joined(separator: " after ")
        find("circular-order", first.span, "no order fits: step \(way)", fix: "Leave out one 'after' of these.")
      }
      return
    }
    checkTarget(graph)
    checkWords(graph)
  }

  private mutating func checkTarget(_ graph: StepGraph) {
    guard let target = plan.recoverWithinSeconds,
      let ends = graph.ends(seconds: plan.steps.map(\.withinSeconds)), let longest = ends.max(), longest > target,
      let last = ends.firstIndex(of: longest)
    else { return }
    find(
      "over-target", plan.steps[last].span,
      "the steps up to \(plan.steps[last].number) may take \(PlanDuration.words(seconds: longest)), and the plan says "
        + "\(PlanDuration.words(seconds: target))")
  }

  /// A word to an audience stands in a step of whoever speaks, and begins too late for what is promised.
  private mutating func checkWords(_ graph: StepGraph) {
    guard let ends = graph.ends(seconds: plan.steps.map(\.withinSeconds)) else { return }
    for communication in plan.communications {
      guard let promised = communication.firstWithinSeconds else { continue }
      let audience = communication.audience.lowercased()
      let telling = plan.steps.indices.filter { index in
        let words = plan.steps[index].task.lowercased()
        return words.contains(audience) && Self.telling.contains { words.contains($0) }
      }
      guard let first = telling.min(by: { ends[$0] < ends[$1] }) else { continue }
      let start = ends[first] - (plan.steps[first].withinSeconds ?? 0)
      guard start >= promised else { continue }
      find(
        "late-word", plan.steps[first].span,
        "\(communication.audience) are promised a word within \(PlanDuration.words(seconds: promised)), and step "
          + "\(plan.steps[first].number) may begin only after \(PlanDuration.words(seconds: start))")
    }
  }

  private static let telling = [
    "tell", "word", "inform", "update", "publish", "write to", "call", "announce", "notify",
  ]
}
