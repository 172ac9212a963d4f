extension BlameRule {
  package var examples: [RuleExample] {
    [
      RuleExample(
        "⟦The technician forgot to update⟧ the eighth server.", why: "a role with a deficit is the whole explanation"),
      RuleExample("⟦Priya accidentally deleted⟧ the index.", why: "a slip with a name on it"),
      RuleExample("⟦The release manager ignored⟧ two warnings.", why: "conduct, not conditions"),
      RuleExample("The night shift was left to ⟦reckless⟧ habits.", why: "a trait of people"),
      RuleExample("⟦The fault lies with⟧ the hosting vendor.", why: "a search for the culprit"),
      RuleExample("⟦The network team did not tell⟧ us about the change.", why: "a reproach of another team"),
      RuleExample("⟦Nobody was watching⟧ the queue.", why: "a reproach of everybody"),
      RuleExample("⟦The contractor rebooted the wrong host⟧.", why: "a slip as the explanation"),
      RuleExample("The engineer ran the migration at 11:45 UTC.", why: "neutral agency"),
      RuleExample("The engineer thought that the flag was off in every region.", why: "what made sense at the time"),
      RuleExample(
        "The operator did not notice the alert because it went to a channel that was archived in May.",
        why: "an omission with its reason"),
      RuleExample("We forgot to renew the certificate.", why: "the author's own side may hold itself to account"),
      RuleExample("The load balancer ignored the draining flag.", why: "a program"),
      RuleExample("The attacker accidentally deleted the log.", why: "attackers may be described as such"),
      RuleExample("The cache is lazy and the queue is greedy.", why: "technical words"),
      RuleExample("This review is blameless: nobody was careless.", why: "a statement about blame"),
      RuleExample("She wrote: \"the operator forgot the flag\".", why: "somebody else's words"),
      RuleExample("Who forgot the flag?", why: "a question can be answered"),
    ]
  }
}
