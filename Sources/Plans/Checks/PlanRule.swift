package import Findings

/// What a check of plans looks for; `mayday rules` prints the table.
package enum PlanRule {
  package static func named(_ identifier: String) -> FindingRule? { byName[identifier] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.identifier, $0) })

  /// All rules, by identifier.
  package static let all: [FindingRule] = document + steps + people + unfilled + readiness

  private static let document: [FindingRule] = [
    FindingRule(
      "plan-front-matter", .error, "a key at the head cannot be read",
      "What cannot be read is not in the register, and nobody finds the plan when it is needed.",
      "What was meant?"),
    FindingRule(
      "plan-too-large", .error, "the document is larger than any plan should be",
      "Nobody reads it on the day.", "What does one do when it comes, and what can be linked to?"),
    FindingRule(
      "no-title", .error, "the plan has no title", "It is found and proposed by its title.",
      "Which failure is it for, in one line?"),
    FindingRule(
      "no-trigger", .warning, "nothing says how one recognises that it is this",
      "A plan that is not recognised is not opened.", "Which alert, which words, which call says that it is this?"),
    FindingRule(
      "no-risk", .warning, "likelihood or impact is missing",
      "The register sorts by both; without them the plan stands behind all others.",
      "How often does it come, and how bad is it when it does?"),
    FindingRule(
      "no-plan-owner", .note, "nobody keeps the plan true",
      "Plans age with what they describe.", "Which role reads it again, and when?"),
  ]

  private static let steps: [FindingRule] = [
    FindingRule(
      "no-steps", .error, "the plan has no steps",
      "A description tells what it is, not what to do.", "What is the first thing to do, and who does it?"),
    FindingRule(
      "too-many-steps", .error, "the plan has more steps than are read",
      "Nobody follows so many under pressure.", "Which failures does it hold, and could each have its own plan?"),
    FindingRule(
      "step-no-task", .error, "a step does not say what to do", "A line without words helps nobody.",
      "What is done here?"),
    FindingRule(
      "step-no-owner", .error, "a step names nobody who does it",
      "What everyone could do, each thinks that another does.", "Which role does it?"),
    FindingRule(
      "step-no-result", .error, "a step does not say which result it must reach",
      "Without it nobody knows when to go on, and when to stop trying.",
      "What does one see, where, when it is reached?"),
    FindingRule(
      "vague-result", .warning, "the result is a word that fits any step",
      "Two people judge it differently, and under pressure it is judged kindly.",
      "Which number, name or screen shows it?"),
    FindingRule(
      "step-no-time", .note, "a step does not say how long it may take",
      "Without it nobody knows when to try something else.", "After how long would you stop and do something else?"),
    FindingRule(
      "step-no-fallback", .note, "nothing says what to do when the step fails",
      "Plans are opened on days when things fail.", "What is done when the result does not come?"),
    FindingRule(
      "step-time", .error, "a time cannot be read", "What cannot be read is not counted.", "How long may it take?"),
    FindingRule(
      "step-number", .error, "two steps have the same number",
      "What is to come after which of them cannot be told.", "Which number does the second have?"),
    FindingRule(
      "step-order", .error, "a step waits for one that is not there, or for itself",
      "An order that cannot be is found out in the middle of the night.", "Which step is meant?"),
    FindingRule(
      "circular-order", .error, "steps wait for each other", "None of them can begin.",
      "Which of them can begin without the others?"),
    FindingRule(
      "over-target", .warning, "the steps take longer than the plan promises",
      "A promise that the plan itself cannot keep is passed on to customers.",
      "Which steps can run side by side, or is the promise another one?"),
  ]

  private static let people: [FindingRule] = [
    FindingRule(
      "unknown-role", .warning, "a step names a role or a person that is not known",
      "On the day nobody will answer to that name.", "Which role is meant, or who is it?"),
    FindingRule(
      "role-unfilled", .warning, "a role of the plan can be filled by nobody",
      "The step waits for somebody who does not exist.", "Who could learn it, and who is next?"),
    FindingRule(
      "role-unreachable", .warning, "nothing says how to reach whoever can fill a role of the plan",
      "Somebody whom nobody can call does not come.", "How are they reached at night?"),
    FindingRule(
      "one-person", .warning, "one person would be everywhere",
      "Nobody does two things at once, and their holiday is everybody's.", "Who else could fill one of the roles?"),
    FindingRule(
      "contact-gone", .warning, "a contact cannot be reached",
      "It is found out when they are needed.", "Who is called instead, and how?"),
    FindingRule(
      "communication-time", .error, "a time of the communication cannot be read",
      "What cannot be read is not kept.", "Within how many minutes?"),
    FindingRule(
      "communication-missing", .warning, "an audience is told nothing",
      "Those who hear nothing from us hear it from others.", "Who tells them what, and within how many minutes?"),
    FindingRule(
      "late-word", .warning, "the first word stands behind steps that take longer than promised",
      "The word waits for the repair.", "Could it begin at once, beside the other steps?"),
  ]

  /// Places in ⟨…⟩ that are left to whoever takes a plan over.
  private static let unfilled: [FindingRule] = [
    FindingRule(
      "contact-unfilled", .warning, "a contact still has a placeholder in ⟨…⟩",
      "Nobody can call a placeholder: the plan is not ready before the number stands there.",
      "Which number or address is it, and who has tried it?"),
    FindingRule(
      "step-unfilled", .warning, "a step still has a placeholder in ⟨…⟩, outside of words in quotation marks",
      "Whoever follows the step has to find out on the day what belongs there.", "What is it with us?"),
    FindingRule(
      "text-unfilled", .warning, "what stands beside the steps still has a placeholder in ⟨…⟩",
      "What was agreed on, tried or counted is not said.", "What stands there with us, and since which day?"),
    FindingRule(
      "words-unfilled", .note, "the prepared words have placeholders in ⟨…⟩",
      "Times and numbers are filled in on the day; names and addresses need not wait for it.",
      "Which of them can be filled in today?"),
  ]

  private static let readiness: [FindingRule] = [
    FindingRule(
      "dead-link", .warning, "a link leads nowhere", "On the day nobody has time to search.",
      "Where does it lie now?"),
    FindingRule(
      "unknown-component", .note, "a component is not one of ours",
      "The plan is proposed by components.", "Which of our components is meant?"),
    FindingRule(
      "never-rehearsed", .note, "the plan was never played",
      "The first time is the hardest, and it should not be the real one.", "When could you play it, in half an hour?"),
    FindingRule(
      "rehearsed-long-ago", .note, "the plan was last played more than a year ago",
      "People and systems have changed since.", "When could you play it again?"),
    FindingRule(
      "did-not-hold", .warning,
      "in the last drill the plan was not followed, or less than half of what was expected came",
      "A plan that did not help in a drill will not help on the day.",
      "What does the outcome of the drill say, what changes in the plan, and when is it played again?"),
    FindingRule(
      "review-overdue", .warning, "the day to read the plan again has passed",
      "What changed since is not in it.", "Who reads it again this week?"),
    FindingRule(
      "no-review-day", .note, "the plan has no day to be read again", "Without a day it is never read again.",
      "By when does somebody read it again?"),
  ]
}
