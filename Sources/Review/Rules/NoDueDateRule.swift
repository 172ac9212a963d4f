import Documents
package import Findings

/// No date is named for an action.
package struct NoDueDateRule: ReviewRule {
  package let identifier = "no-due-date"
  package let severity = FindingSeverity.warning
  package let summary = "an open action has no date"
  package let reason = "Without a date there is no day on which anyone asks whether it was done."
  package let question = "By which day would it be too late?"

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    guard !Self.isOfOthers(context.document) else { return [] }
    let open = context.actions.filter { !$0.isDone }
    let missing = open.filter { $0.due == nil }
    return ActionFindings.findings(
      missing, of: open, lacking: "date", rule: self, context, fix: "due: a day, a quarter or a milestone")
  }

  /// A reading of somebody else's incident tells the dates that were published; nobody here can set one.
  private static func isOfOthers(_ document: PostmortemDocument) -> Bool {
    document.frontMatter["reading"] != nil || document.owner?.lowercased().hasPrefix("not published") == true
  }

  private static let otherHouse = "## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| Compare build ids | "

  package var examples: [RuleExample] {
    [
      RuleExample("- ⟦@ines compares the build ids⟧", in: .actions, why: "no date"),
      RuleExample("- ⟦@ines compares the build ids ASAP⟧", in: .actions, why: "ASAP is no date"),
      RuleExample("- @ines compares the build ids by end of June", in: .actions, why: "a date in words"),
      RuleExample("- @ines compares the build ids in Q3", in: .actions, why: "a quarter"),
      RuleExample("- ✅ @ines compared the build ids", in: .actions, why: "it is done"),
      RuleExample(
        "| Action | Owner | ETA |\n|---|---|---|\n| Compare build ids | Ines | 2024-05-01 |", in: .actions,
        why: "a column by another name"),
      RuleExample(
        "| Action | Owner | Due |\n|---|---|---|\n| Compare build ids | Ines | July 2019 |", in: .actions,
        why: "a month of a year"),
      RuleExample(
        "| Action | Owner | Due |\n|---|---|---|\n| ⟦Compare build ids⟧ | Ines | not published |", in: .actions,
        why: "our own actions have a date"),
      RuleExample(
        "---\nreading: shop-2019\n---\n# A\n\n" + Self.otherHouse + "the shop | not published |\n", in: nil,
        why: "a reading of somebody else's incident"),
      RuleExample(
        "# A\n\nOwner: not published\n\n" + Self.otherHouse + "the shop | not published |\n", in: nil,
        why: "written of others: they set the dates"),
    ]
  }
}
