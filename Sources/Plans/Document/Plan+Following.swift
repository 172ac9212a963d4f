package import Incidents

extension Plan {
  /// What an incident takes from the plan when it begins to follow it.
  ///
  /// A step whose number an earlier one has gets one of its own, `3-2`: otherwise nobody could tick it.
  package func followed(version: Int64) -> PlanFollowed {
    var taken: Set<String> = []
    return PlanFollowed(
      plan: name, title: title, planVersion: version,
      steps: steps.map { step in
        var number = step.number
        var copy = 2
        while !taken.insert(number).inserted {
          number = "\(step.number)-\(copy)"
          copy += 1
        }
        return FollowedStep(
          number: number, task: step.task, responsible: step.responsible, result: step.result,
          withinSeconds: step.withinSeconds, after: step.after, fallback: step.fallback)
      })
  }
}
