package import Incidents

extension Plan {
  /// What an incident takes from the plan when it begins to follow it.
  package func followed(version: Int64) -> PlanFollowed {
    PlanFollowed(
      plan: name, title: title, planVersion: version,
      steps: steps.map { step in
        FollowedStep(
          number: step.number, task: step.task, responsible: step.responsible, result: step.result,
          withinSeconds: step.withinSeconds, after: step.after, fallback: step.fallback)
      })
  }
}
