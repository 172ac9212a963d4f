extension HindsightRule {
  package var examples: [RuleExample] {
    [
      RuleExample("⟦We should have tested⟧ the restore.", why: "a counterfactual about people"),
      RuleExample("⟦The regression should have been caught⟧ in review.", why: "the passive implies people"),
      RuleExample("⟦Calling a second engineer could have helped⟧.", why: "a course of action that was not chosen"),
      RuleExample("If we had paused, ⟦we would have noticed⟧ the drift.", why: "the condition is what people did"),
      RuleExample("⟦The team did not realise⟧ that the flag was global.", why: "an omission, without its reason"),
      RuleExample("⟦The warning was missed⟧.", why: "only people miss warnings"),
      RuleExample("⟦In hindsight⟧, the rollout was hasty.", why: "it says so itself"),
      RuleExample("⟦We failed to consider⟧ leap days.", why: "cognition"),
      RuleExample("The responders ⟦wasted an hour⟧ on the cache.", why: "only the end shows that it was wasted"),
      RuleExample("The health check should have returned 503.", why: "a specification"),
      RuleExample("Files that should have been removed were served.", why: "a specification in a relative clause"),
      RuleExample("An attacker could have read the table.", why: "a risk, not a judgement"),
      RuleExample("It could have been worse.", why: "possible harm"),
      RuleExample("An alert on lag would have shown this within a minute.", why: "tests a control, not a person"),
      RuleExample("The pods failed to start.", why: "a technical failure"),
      RuleExample("The scheduler missed its deadline.", why: "a technical failure"),
      RuleExample("Both values were equal before, so the mix-up was not noticed.", why: "an omission with its reason"),
      RuleExample("Could we have seen it sooner?", why: "a question"),
      RuleExample("We should have alerting on load failures.", why: "have means own"),
      RuleExample("The oversight board met in May.", why: "a body, not a slip"),
    ]
  }
}
