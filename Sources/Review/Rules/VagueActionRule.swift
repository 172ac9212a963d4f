import Documents
package import Findings

/// Nobody could say when it is done.
package struct VagueActionRule: ReviewRule {
  package let identifier = "vague-action"
  package let severity = FindingSeverity.warning
  package let summary = "an action of which nobody could say when it is done"
  package let reason =
    "What cannot be checked stays open until it is forgotten, or is closed without anything having changed."
  package let question = "Which step changes, how, by whom, by when, and what will show that it worked?"

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    context.actions.filter { !$0.isDone }.compactMap { action in
      guard let kind = VagueAction(action.text)?.kind else { return nil }
      return context.finding(self, at: action.span, kind.message, question: kind.question, fix: kind.fix)
    }
  }

  package var examples: [RuleExample] {
    let fitting = " (owner: Ines, due: 2024-05-01)"
    return [
      RuleExample("- ⟦Improve monitoring.⟧", in: .actions, why: "better than what?"),
      RuleExample("- ⟦Consider a second region⟧", in: .actions, why: "considering never ends"),
      RuleExample("- ⟦Look into the slow queries⟧", in: .actions, why: "the same"),
      RuleExample("- ⟦Be more careful with production⟧", in: .actions, why: "attention is no change"),
      RuleExample("- ⟦Make sure this never happens again⟧", in: .actions, why: "the aim, not the way"),
      RuleExample("- ⟦Train everybody on certificates⟧", in: .actions, why: "nothing about the work changes"),
      RuleExample("- ⟦We need a better way to roll back⟧", in: .actions, why: "a wish"),
      RuleExample("- ⟦Add more alerts⟧", in: .actions, why: "how many, on what?"),
      RuleExample("- ⟦Investigate replication⟧", in: .actions, why: "no question that has an answer"),
      RuleExample("- Alert when lag exceeds 30 s for 5 minutes" + fitting, in: .actions, why: "a threshold"),
      RuleExample("- Improve index refresh from 9 s to 2 s" + fitting, in: .actions, why: "a measure"),
      RuleExample(
        "- Improve the alert so that the on-call gets the host name" + fitting, in: .actions, why: "an end state"),
      RuleExample("- Investigate why the probe stayed green" + fitting, in: .actions, why: "a question with an answer"),
      RuleExample("- Document how to restart a node" + fitting, in: .actions, why: "something to look at"),
      RuleExample("- ⟦Add more alerts than now⟧", in: .actions, why: "compared with what nobody counted"),
      RuleExample(
        "- Make the validator refuse entries that use more fields than are supplied" + fitting, in: .actions,
        why: "more than something that can be counted"),
      RuleExample("- [x] Improve monitoring", in: .actions, why: "it is done"),
    ]
  }
}
