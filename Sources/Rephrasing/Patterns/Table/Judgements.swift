extension SpeechPattern {
  /// The past, judged from its end.
  static let judgements: [SpeechPattern] = [
    SpeechPattern(
      [
        "{who} should|could|ought|might to? have {done:seeing}", "we should|could|ought|might to? have {done:seeing}",
        "{who} should|could have been aware", "this|that|it should have been obvious|clear|evident",
      ], .hindsight, "What is plain from the end was one sign among many; it says nothing of how it looked then.",
      say: [
        "Where did it show at the time, and who could see it?", "What would have brought it into view early enough?",
      ],
      unless: ["nobody could", "no one could", "seen how|their|his|her|your", "have known better", "could have known"],
      examples: [
        SpeechExample("⟦They should have noticed⟧.", "Where did it show at the time, and who could see it?"),
        SpeechExample("⟦You should have seen⟧ the alert."), SpeechExample("⟦we should've caught⟧ this in review"),
        SpeechExample("The probe should have noticed."), SpeechExample("What should we have seen?"),
      ]),
    SpeechPattern(
      [
        "{who} should|could|ought to? have {done:seeing} that|how", "we should|could have {done:seeing} that|how",
      ], .hindsight, "What is plain from the end was one sign among many; it says nothing of how it looked then.",
      say: ["From where could one tell at the time {rest}?", "Where did it show at the time, and who could see it?"],
      unless: ["seen how"],
      examples: [
        SpeechExample(
          "⟦Ana should have known that⟧ the flag was off.",
          "From where could one tell at the time that the flag was off?")
      ]),
    SpeechPattern(
      ["{they} should|could|ought|might to? have {done}", "{they} should not have {done}"], .hindsight,
      "Told from the end, it says what did not happen; why what happened made sense is not asked.",
      say: [
        "What would have had to be visible to make {ing} the natural step?",
        "What did it look like from where they stood?",
      ],
      unless: [
        "nobody|attacker|attackers|they could", "no one could", "should not have", "by now",
        "have received|gotten|got|lost|died|been|had|heard|arrived|reached|finished|prevented|avoided",
      ],
      examples: [
        SpeechExample(
          "⟦The on-call should have called⟧ someone.",
          "What would have had to be visible to make calling someone the natural step?"),
        SpeechExample("The service should have stopped by itself."), SpeechExample("They should have arrived by now."),
      ]),
    SpeechPattern(
      ["we should|could|ought|might to? have {done}"], .hindsight,
      "Told from the end, it says what did not happen; why what happened made sense is not asked.",
      say: [
        "What would have had to be visible to make {ing} the natural step?",
        "What made the way that we took look right?",
      ],
      unless: ["by now", "could have {done:harmless}", "have been|had", "should not have", "have prevented|avoided"],
      examples: [
        SpeechExample(
          "⟦We should have tested⟧ this on staging.",
          "What would have had to be visible to make testing this on staging the natural step?"),
        SpeechExample("We could have lost all orders."), SpeechExample("We should have a look at the log."),
      ]),
    SpeechPattern(
      ["{they} should|ought not|never to? have {done}", "we should|ought not|never to? have {done}"], .hindsight,
      "It judges the step by how it ended; what made it look right is what there is to learn.",
      say: ["What made {ing} look right at the time?", "What made it look right at the time?"],
      examples: [
        SpeechExample("⟦They shouldn't have restarted⟧ it.", "What made restarting it look right at the time?")
      ]),
    SpeechPattern(
      [
        "this|that|it|these|those should|could|ought to? have easily? been {done:caught}",
        "* should have been {done:caught} $", "should|could have easily? been avoided|prevented|foreseen|averted",
        "could|should easily have been {done}", "this|that|it should never|not have happened|been",
        "{who} could|should have prevented|avoided", "we could|should have prevented|avoided",
        "was|were avoidable|preventable|foreseeable|predictable",
      ], .hindsight, "Who and how is left out, so nobody can answer; that it was possible is known only from the end.",
      say: ["What would have brought it into view in time?", "What made the way that was taken look right?"],
      examples: [
        SpeechExample("⟦This should have been caught⟧ in review.", "What would have brought it into view in time?"),
        SpeechExample("It ⟦could have been prevented⟧."), SpeechExample("Could it be prevented next time?"),
      ]),
    SpeechPattern(
      [
        "in|with hindsight", "in retrospect", "^ obviously",
        "^ clearly ,? you|he|she|they|the|this|that|it|we|nobody|someone|somebody",
        "^ of course you|he|she|they|it|this",
        "any fool",
      ],
      .hindsight, "What is plain now was not plain then, or it would not have come to this.",
      say: [
        "What could be seen at the time, and by whom?", "What did it look like before anybody knew how it would end?",
      ],
      unless: ["obviously not", "of course you can|may|are|will|should|have"],
      examples: [
        SpeechExample("⟦Obviously⟧ the flag was wrong.", "What could be seen at the time, and by whom?"),
        SpeechExample("⟦In hindsight⟧, this was a bad decision."), SpeechExample("The log clearly shows the time."),
      ]),
  ]

  /// Somebody who is not in the room stands as the explanation.
  static let othersBlamed: [SpeechPattern] = [
    SpeechPattern(
      [
        "{they} have|has|had|just|simply|clearly|repeatedly? ignored|missed|overlooked|dismissed|disregarded the|an|a|this|that|all|every|our|his|her|their|first|two|three? alert|alerts|alarm|alarms|warning|warnings|page|pages|sign|signs|signal|signals|email|emails|message|messages",
        "the|an|that|every|all alert|alerts|alarm|alarms|warning|warnings|page|pages was|were ignored|missed|overlooked|dismissed",
        "nobody looked|looks at the alert|alerts|dashboard|warning|warnings|log|logs",
      ], .blame,
      "It tells what somebody did not do; how many of these came in, and what they were worth, is left open.",
      say: ["How many of these come in, and how many of them matter?", "What did it look like among the rest?"],
      unless: ["because|since"],
      examples: [
        SpeechExample(
          "⟦The on-call engineer ignored the alert⟧.", "How many of these come in, and how many of them matter?"),
        SpeechExample("⟦the alert was missed⟧"), SpeechExample("The load balancer ignored the flag."),
        SpeechExample("The operator missed the alert because it went to an archived channel."),
      ]),
    SpeechPattern(
      [
        "{they} ignored|missed|overlooked|disregarded|neglected {rest}",
        "{they} was|were not paying|watching|looking|thinking|careful",
      ],
      .blame, "What stands out afterwards was one thing among many; it is judged as if it had been the only one.",
      say: ["What else asked for attention just then?", "What did it look like among the rest?"],
      unless: ["because|since", "missed you|us|me", "missed a meeting|lunch"],
      examples: [
        SpeechExample("⟦Ben overlooked⟧ a step.", "What else asked for attention just then?"),
        SpeechExample("The parser ignored the field."),
      ]),
    SpeechPattern(
      ["{they} just|simply|clearly? forgot to {base}"], .blame,
      "Everybody forgets; with the blame placed, nobody asks what kept the step from being remembered.",
      say: ["What would have reminded anybody to {to}?", "What would have reminded anybody of it?"],
      unless: ["because|since"],
      examples: [
        SpeechExample("⟦Sam forgot to renew⟧ it.", "What would have reminded anybody to renew it?"),
        SpeechExample("I forgot to renew it, and I am sorry."),
      ]),
    SpeechPattern(
      [
        "{they} did|does|do not even? {base:duties}", "{they} failed|neglected to {base}",
        "{they} never {past:duties}", "{they} never {base:duties}",
        "nobody|everybody {past:duties}", "no one {past:duties}", "nobody bothered|cared to? {base}",
      ], .blame, "It tells what people did not do; what was in the way of it is not asked.",
      say: ["What would have made it easy to {to}?", "What was in the way?"],
      unless: [
        "because|since", "so that|nobody", "they failed to {base:failings}",
        "nobody|one called|saw|asked|watched for|in|between",
      ],
      examples: [
        SpeechExample("⟦The developer failed to notice⟧ the typo.", "What would have made it easy to notice the typo?"),
        SpeechExample("⟦Nobody tested⟧ this.", "What would have made it easy to test this?"),
        SpeechExample("⟦The network team didn’t tell⟧ us.", "What would have made it easy to tell us?"),
        SpeechExample("They failed to start, all three of them."),
        SpeechExample("Nobody noticed because no alert was set."),
      ]),
    SpeechPattern(
      ["{they} refused|refuses to {base}", "{they} would|will not listen|help|cooperate"], .blame,
      "A refusal has a reason, and it is not asked for.",
      say: ["What spoke against it, from where they stood?", "What would they have had to give up for it?"],
      examples: [
        SpeechExample("⟦The vendor refused to roll⟧ back.", "What spoke against it, from where they stood?"),
        SpeechExample("The server refused to connect."),
      ]),
    SpeechPattern(
      [
        "{they} broke|caused|crashed|ruined|botched the|this|that|it|our|production|prod|everything|a|an",
        "{they} took|brought down|production|prod", "{they} messed|screwed this|that|it? up", "{they} dropped the ball",
        "{they} is|was|are|were asleep|sleeping",
        "is|was|were all? his|her|their|everybody's fault|mistake|doing", "mistake|error|slip|fault by|of {they}",
        "{they} made a|the|another big|stupid|serious? mistake|error", "{they} let us|me|everyone down",
        "{they} is|was|are|were so|too|just|being|very? careless|lazy|sloppy|reckless|incompetent|stupid|clueless|inexperienced|irresponsible|negligent|unprofessional",
        "^ careless|sloppy|lazy|reckless {they}",
        "pure|sheer|plain carelessness|negligence|laziness|incompetence",
      ], .blame, "It makes a person the explanation; the next one in the same place does the same.",
      say: ["What happened, step by step, and under which conditions?", "What let it get this far?"],
      unless: ["broke it|this|that down"],
      examples: [
        SpeechExample("⟦The intern broke production⟧.", "What happened, step by step, and under which conditions?"),
        SpeechExample("This was due to a ⟦mistake by the contractor⟧."), SpeechExample("⟦they were careless⟧"),
        SpeechExample("The migration broke the index."), SpeechExample("It was not their fault."),
      ]),
    SpeechPattern(
      [
        "procedure|process|runbook|checklist|rule|rules|procedures|steps|policy|protocol was|were|is|are not followed|respected|obeyed",
        "{who} did|does|do not follow the|our|any|this procedure|process|runbook|checklist|rules|steps|policy|protocol",
        "nobody|everybody followed|follows|ignored|ignores the|our procedure|process|runbook|checklist|rules|policy",
        "^ follow the|our procedure|process|runbook|rules|policy",
      ], .blame, "It holds people against paper; on a normal day the work may go another way, and for good reasons.",
      say: [
        "How does this step go on a normal day, and where does the written one not fit it?",
        "What does the written way cost whoever follows it?",
      ],
      unless: ["^ follow the|our runbook|process|procedure for|in|on|step|from"],
      examples: [
        SpeechExample(
          "The ⟦procedure was not followed⟧.",
          "How does this step go on a normal day, and where does the written one not fit it?"),
        SpeechExample("⟦You didn't follow the process⟧."), SpeechExample("The redirect was not followed."),
      ]),
  ]
}
