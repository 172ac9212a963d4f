import Documents
package import Findings

/// Nobody is named for an action.
package struct NoOwnerRule: ReviewRule {
  package let identifier = "no-owner"
  package let severity = FindingSeverity.warning
  package let summary = "an open action names nobody who will do it"
  package let reason = "What everyone owns, nobody does: most actions without a name are never finished."
  package let question = "Who will do it, and do they know?"

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    let open = context.actions.filter { !$0.isDone }
    let missing = open.filter { $0.owner == nil }
    return ActionFindings.findings(
      missing, of: open, lacking: "owner", rule: self, context, fix: "@name, or the team that has agreed to it")
  }

  package var examples: [RuleExample] {
    [
      RuleExample("- ⟦Compare the build id on all hosts by 2024-05-01⟧", in: .actions, why: "no name"),
      RuleExample("- ⟦We will compare the build ids by 2024-05-01⟧", in: .actions, why: "we is nobody"),
      RuleExample(
        "| Action | Owner | Due |\n|---|---|---|\n| ⟦Compare build ids⟧ | TBD | 2024-05-01 |\n| Add a probe | Ines | 2024-05-01 |",
        in: .actions, why: "an empty cell"),
      RuleExample("- Compare the build ids (owner: Ines, due: 2024-05-01)", in: .actions, why: "a name"),
      RuleExample("- @ines compares the build ids by 2024-05-01", in: .actions, why: "a handle"),
      RuleExample("- [x] Compare the build ids", in: .actions, why: "it is done"),
      RuleExample("- ⟦A⟧\n- B\n- C", in: .actions, why: "all of them: said once"),
    ]
  }
}
