package import Findings

/// What a check of scenarios looks for.
package enum ScenarioRule {
  package static func named(_ identifier: String) -> FindingRule? { byName[identifier] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.identifier, $0) })

  /// All rules.
  package static let all: [FindingRule] = document + injects + files + expectations

  private static let document: [FindingRule] = [
    FindingRule(
      "scenario-front-matter", .error, "a key at the head cannot be read",
      "What cannot be read is not played.", "What was meant?"),
    FindingRule(
      "scenario-too-large", .error, "the document is larger than any scenario should be",
      "Nobody reads it while it is played.", "What do people need to read, and which lines of its files?"),
    FindingRule(
      "no-title", .error, "the scenario has no title", "Facilitators choose it by its title.",
      "What is it about, in one line?"),
    FindingRule(
      "no-situation", .error, "nothing says what responders are told at the start",
      "They would not know where they are, and what they see.", "Which day and hour is it, and what do they notice?"),
    FindingRule(
      "situation-tells", .warning, "the situation gives the answer away",
      "What is told at the start need not be found, and finding it is what is rehearsed.",
      "How would it look to somebody who does not know the cause?"),
    FindingRule(
      "no-minutes", .warning, "the scenario does not say how long it is played",
      "People have to know how long it takes before they come.", "After how many minutes does it end?"),
    FindingRule(
      "no-plan", .warning, "the scenario rehearses no plan",
      "The register could not tell that a plan was played.", "Which plan would one follow?"),
    FindingRule(
      "plan-unknown", .error, "the plan that it rehearses is not there",
      "Its steps cannot be followed nor compared.", "Under which name is the plan kept?"),
    FindingRule(
      "component-unknown", .note, "a component is not one of ours",
      "The screens of the drill would name something that is not there.", "Which of our components is meant?"),
    FindingRule(
      "no-facilitator-part", .warning, "there is nothing for the facilitator",
      "Whoever leads it could not answer what responders ask.",
      "What really happened, and which hint helps when they are stuck?"),
  ]

  private static let injects: [FindingRule] = [
    FindingRule(
      "no-injects", .error, "nothing comes while it is played", "Without news nobody has to decide.",
      "What comes first, and who sends it?"),
    FindingRule(
      "too-many-injects", .error, "there are more injects than are read", "Nobody can follow so many.",
      "Which of them change what responders do?"),
    FindingRule(
      "inject-unread", .error, "a line among the injects cannot be read", "It would not come.",
      "When does it come, from whom, and what does it say?"),
    FindingRule(
      "inject-time", .error, "the time of an inject cannot be read", "It would come by hand only.",
      "How many minutes from the start does it come?"),
    FindingRule(
      "inject-number", .error, "two injects have the same number",
      "Which of them is released or put off could not be told.", "Which number does the second have?"),
    FindingRule(
      "inject-empty", .error, "nothing comes with an inject", "Responders would see an empty message.",
      "What does one read?"),
    FindingRule(
      "inject-too-long", .error, "an inject is longer than is read", "Nobody reads it under pressure.",
      "Which lines of it matter?"),
    FindingRule(
      "inject-kind", .warning, "the kind of an inject is not one of those that there are",
      "It is shown without a sign of what it is.", "Is it an alert, a person, a failure, or evidence?"),
    FindingRule(
      "inject-order", .note, "injects do not stand in the order in which they come",
      "They are released by their times; the facilitator reads them in the order of the document.",
      "Should the table be sorted by time?"),
    FindingRule(
      "inject-after-end", .warning, "an inject comes when the drill is over", "Nobody would see it.",
      "Does it come earlier, or is it played longer?"),
    FindingRule(
      "no-inject-at-start", .note, "nothing comes in the first minutes",
      "Responders wait and do not know whether it has begun.", "What do they notice first?"),
  ]

  private static let files: [FindingRule] = [
    FindingRule(
      "file-missing", .error, "an inject names a file that is not there", "The message would come without it.",
      "Is it called otherwise, or still to be written?"),
    FindingRule(
      "file-unnamed", .warning, "a file comes with no inject", "Nobody who responds would ever see it.",
      "With which inject does it come?"),
    FindingRule(
      "file-name", .error, "a heading among the files is no name of a file",
      "It goes into the incident's evidence under that name.", "What would it be called on its machine?"),
    FindingRule(
      "file-twice", .error, "two files have the same name", "Which of them comes could not be told.",
      "Is one of them older, or of another machine?"),
    FindingRule(
      "file-block", .error, "the content of a file cannot be read", "It would not come.",
      "Where does the file begin, and where does it end?"),
    FindingRule(
      "file-too-large", .error, "a file is larger than is read", "Nobody finds anything in it in time.",
      "Which minutes of it are enough?"),
    FindingRule(
      "too-many-files", .error, "there are more files than are read", "Nobody can look into so many.",
      "In which of them is there something to find?"),
  ]

  private static let expectations: [FindingRule] = [
    FindingRule(
      "no-expectations", .warning, "nothing says what a good response shows",
      "Afterwards there is nothing to compare with.", "What would you want to see, and after how many minutes?"),
    FindingRule(
      "too-many-expectations", .error, "there are more expectations than are read",
      "A drill that asks everything teaches nothing.", "Which of them matter most?"),
    FindingRule(
      "expectation-time", .error, "the time of an expectation cannot be read", "It could be neither met nor missed.",
      "Within how many minutes?"),
    FindingRule(
      "expectation-empty", .error, "an expectation does not say what one sees", "Nobody could tell whether it was met.",
      "What does one see?"),
    FindingRule(
      "expectation-after-end", .warning, "an expectation may be met after the drill is over",
      "It could never be missed.", "Is it expected earlier, or is it played longer?"),
    FindingRule(
      "unknown-measure", .error, "it is not known how an expectation is measured",
      "It could be neither met nor missed.",
      "Is it declared, lead, first word, idea, mitigated, step and its number, or judged by the facilitator?"),
    FindingRule(
      "step-unknown", .error, "an expectation is measured by a step that the plan does not have",
      "It could never be met.", "Which number does the step have in the plan?"),
    FindingRule(
      "no-idea", .warning, "the right idea is expected, and no words of it are given",
      "It could not be recognised in what responders write.", "Which words would somebody write who has understood?"),
    FindingRule(
      "idea-not-asked", .note, "nothing measures when the right idea was there",
      "How long it takes to understand is what drills teach best.",
      "By which minute should somebody have written it down?"),
  ]
}
