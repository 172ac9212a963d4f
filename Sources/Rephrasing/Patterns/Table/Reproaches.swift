extension SpeechPattern {
  /// Words that tell somebody to their face what they are, or were to do.
  static let reproaches: [SpeechPattern] = [
    SpeechPattern(
      [
        "^ you guys|all|people|two|lot? should|could|might|ought to? have {done}",
        "^ if you had|would only|just|simply? {done}", "^ if you would have {done}",
        "your team should|could|might have {done}",
      ], .reproach, "Told from the end, it says what did not happen; why what happened made sense is not asked.",
      say: [
        "What would have had to be visible to make {ing} the natural step?", "What would have made it easy to {to}?",
        "What did it look like from where you stood?",
      ],
      unless: [
        "by now",
        "should|could|might have received|gotten|got|lost|died|been|had|heard|seen|arrived|reached|prevented|avoided",
        "you could have {done:harmless}", "the same",
      ],
      examples: [
        SpeechExample(
          "⟦You should have tested⟧ this.", "What would have had to be visible to make testing this the natural step?"),
        SpeechExample(
          "⟦you shouldve told⟧ me and asked ana",
          "What would have had to be visible to make telling me the natural step?"),
        SpeechExample(
          "I think ⟦you could of checked⟧ your change",
          "What would have had to be visible to make checking the change the natural step?"),
        SpeechExample(
          "⟦If you had asked⟧, we would not be here.",
          "What would have had to be visible to make asking the natural step?"),
        SpeechExample("⟦You should have zonked⟧ it.", "What did it look like from where you stood?"),
        SpeechExample("I should have told you earlier."), SpeechExample("You should have received the invitation."),
        SpeechExample("You should have access to the board."), SpeechExample("You could have lost a day with that."),
        SpeechExample("The health check should have returned 503."),
      ]),
    SpeechPattern(
      [
        "^ you should|ought not|never to? have {done}", "^ you had no business {rest}",
        "^ you can not|never just {base}",
      ],
      .reproach, "It judges the step by how it ended; what made it look right is what there is to learn.",
      say: ["What made {ing} look right at the time?", "What made it look right at the time?"],
      unless: ["should not|never have had|been"],
      examples: [
        SpeechExample(
          "⟦You shouldn't have merged⟧ it before lunch.", "What made merging it before lunch look right at the time?"),
        SpeechExample(
          "⟦You can't just deploy⟧ without asking.", "What made deploying without asking look right at the time?"),
        SpeechExample("You should not have had to stay so late, thank you."),
      ]),
    SpeechPattern(
      [
        "should have known better", "you knew better", "you should know better|by",
        "expected|hoped|wanted better|more of|from {who}", "disappointed in|by|with {who}", "^ i am * disappointed $",
        "you had one job",
        "you let me|us|everyone|everybody|them|customers down", "you let the whole? team|company|customers down",
        "you of all people", "i expect|expected you to know|see|do|have|be",
        "you are a|the disappointment|problem|reason|liability|weak",
        "^ it|this|that is on you|him|her|them $", "you people", "thought i|we could trust|rely",
        "can not|never trust|rely {who}",
        "can not|never trust {who}", "can not|never rely|depend|count on {who}", "ashamed of {who}",
        "this|that is not what i|we pay you for",
      ], .reproach, "It is about the worth of a person; whoever hears it stops listening to anything else.",
      say: ["What did you have in view at that moment?", "What would have helped you just then?"],
      survivesNegation: true,
      examples: [
        SpeechExample("I ⟦expected more from you⟧."), SpeechExample("You ⟦should have known better⟧."),
        SpeechExample("⟦you had one job⟧", "What did you have in view at that moment?"),
        SpeechExample("I'm ⟦disappointed in you⟧."), SpeechExample("I am disappointed in our tooling."),
        SpeechExample("You can rely on me."),
      ]),
    SpeechPattern(
      [
        "^ you guys|all|people|lot? never ever? {past:duties}", "^ you guys|all|people|lot? never {base:duties}",
        "^ you guys|all|people|lot? did|do not even? {base:duties}",
        "^ you guys|all|people|lot? have never|not even? {done:duties}",
        "^ you guys|all|people|lot? failed|neglected to {base}", "^ you did not even {base}",
        "^ you refused|refuse to {base}",
      ], .reproach, "It counts what was left undone; what was in the way of it is not asked.",
      say: ["What would have made it easy to {to}?", "What was in the way?"],
      unless: ["not ask for this|that|it|any", "anything|nothing wrong", "not see me|it coming", "when|if you"],
      examples: [
        SpeechExample("⟦You never told⟧ anyone!", "What would have made it easy to tell someone?"),
        SpeechExample("⟦You didn't test⟧ this.", "What would have made it easy to test this?"),
        SpeechExample("⟦you don't listen⟧", "What would have made it easy to listen?"),
        SpeechExample("You didn't do anything wrong."), SpeechExample("You never gave up, thank you."),
        SpeechExample("You don't have to answer now."),
      ]),
    SpeechPattern(
      [
        "^ you guys|all|people|lot? always {base:offences}",
        "^ you guys|all|people|lot? always do|say|want this|that|it|so",
        "^ you guys|all|people|lot? always|constantly make excuses|mistakes|the",
        "^ you are|were always|constantly|never late|there|on|careless|slow|complaining|making",
        "you are|were making up? excuses", "always the same with {who}",
        "^ you guys|all|people|lot? keep|kept making|doing|breaking|forgetting|missing",
        "^ you guys|all|people|lot? never finish|learn|change|deliver|do|take|apologize|apologise",
        "^ it is always you", "^ every single? time you",
      ], .reproach, "'Always' and 'never' are about a character, and ask for the one counter-example.",
      say: ["When did it happen last, and what led up to it?", "What is it like for you when it comes to this?"],
      unless: ["always there for"],
      examples: [
        SpeechExample("⟦You always break⟧ the build.", "When did it happen last, and what led up to it?"),
        SpeechExample("⟦You never finish⟧ anything"), SpeechExample("⟦you keep making⟧ the same mistakes"),
        SpeechExample("You always ask good questions."), SpeechExample("You are always there for us, thank you."),
      ]),
    SpeechPattern(
      [
        "^ you guys|all|people|lot? just|simply|clearly|once? forgot|forget to {base}",
        "^ you have forgotten to {base}", "you forgot again",
      ],
      .reproach, "Everybody forgets; with the blame placed, nobody asks what kept the step from being remembered.",
      say: ["What would have reminded anybody to {to}?", "What would have reminded anybody of it?"],
      unless: ["when|if|whenever you"],
      examples: [
        SpeechExample("⟦You forgot to rotate⟧ the keys.", "What would have reminded anybody to rotate the keys?"),
        SpeechExample("When you forgot to lock it, what were you looking at?"),
      ]),
    SpeechPattern(
      [
        "^ you guys|all|people|lot? ignored|missed|overlooked|disregarded|skipped the|a|an|this|that|all|every|it|my|our|three|two|several",
        "^ you just|clearly|simply ignored|missed|overlooked", "^ you did not pay attention",
        "^ you are|were not paying|watching|looking|listening|thinking|careful",
      ], .reproach, "What stands out afterwards was one thing among many; it is judged as if it had been the only one.",
      say: ["What else asked for attention just then?", "What did it look like among the rest?"],
      unless: ["missed a|the spot", "ignored the noise", "when|if you"],
      examples: [
        SpeechExample("⟦You ignored the⟧ warning.", "What else asked for attention just then?"),
        SpeechExample("⟦You weren't paying⟧ attention."), SpeechExample("We missed you yesterday."),
      ]),
    SpeechPattern(
      [
        "^ you guys|all|people|lot? broke|caused|crashed|ruined|botched the|this|that|it|our|production|prod|everything|a|an",
        "^ you took|brought down|production|prod|the",
        "^ you guys|all|people|lot? messed|screwed|fucked this|that|it|everything? up",
        "^ you blew it",
        "is|was all? your fault|mistake|doing|mess|problem", "^ your fault|mistake|mess", "^ you are|were to blame",
        "^ you made a|the|another|this same|big|huge|serious|terrible|stupid? mistake|error",
        "because of you $",
      ], .reproach, "It makes one step the whole story; what let it through stays as it is.",
      say: ["What would have stopped it in time?", "Step by step, what did you see?"],
      unless: [
        "took the notes|lead|call|time|trouble|initiative|role", "broke it|this|that down",
        "broke the silence|ice|news",
      ],
      examples: [
        SpeechExample("⟦You broke production⟧ again.", "What would have stopped it in time?"),
        SpeechExample("This ⟦is your fault⟧."), SpeechExample("⟦you screwed up⟧"),
        SpeechExample("This is not your fault."),
        SpeechExample("It was my mistake: I did not ask."), SpeechExample("You took the notes, thank you."),
      ]),
    SpeechPattern(
      [
        "^ you are|were so|too|just|being|such|clearly|a|an? careless|lazy|sloppy|reckless|irresponsible|unprofessional|incompetent|stupid|slow|useless|idiot|unreliable|naive",
        "^ that|this|it is|was so|just|plain|pretty? careless|sloppy|stupid|lazy|irresponsible|unprofessional|dumb|amateurish|unacceptable|inexcusable|embarrassing|pathetic",
        "^ do not be so? stupid|lazy|ridiculous|silly|naive", "^ what a mess|disaster|joke",
        "stupid|careless|sloppy|dumb|rookie|amateur|obvious|avoidable mistake|error",
      ], .reproach, "It is a verdict, not a description; after a verdict there is nothing to tell.",
      say: [
        "What happened, step by step, and under which conditions?",
        "What would have made it the easy thing to do it well?",
      ],
      examples: [
        SpeechExample("⟦That was sloppy⟧."), SpeechExample("⟦You were careless⟧!"),
        SpeechExample("⟦this is unacceptable⟧"),
        SpeechExample("You were so kind to stay."), SpeechExample("I was careless yesterday, and I am sorry."),
      ]),
    SpeechPattern(
      [
        "^ not again $", "^ how many times", "^ how often do|must|have i|we", "^ here we go again",
        "^ this|that|it is|was the second|third|fourth|fifth|tenth time", "told you a hundred|thousand|million times",
        "for the last|hundredth|thousandth time",
      ], .reproach, "It counts how often, and does not ask what brings it back.",
      say: ["What keeps bringing it back?", "What have we left as it was since the last time?"],
      survivesNegation: true,
      examples: [
        SpeechExample("⟦How many times⟧ do I have to say this?", "What keeps bringing it back?"),
        SpeechExample("⟦Not again⟧!"), SpeechExample("How often does the job run?"),
      ]),
    SpeechPattern(
      [
        "i would not|never have {done}", "i would have {done}", "if i were you",
        "anyone|anybody|everyone|everybody * would have {done}",
        "any|every good|decent|competent|real? engineer|developer|professional|person|idiot|child|junior would|knows|could|can",
        "a good|decent|competent|real|senior engineer|developer|professional would|knows|could",
        "can not believe you|he|she|they did|do|would|let|broke|missed|forgot", "no idea what you|they",
        "even a|an|my junior|intern|child|grandmother|idiot would|could|knows",
      ], .reproach, "It compares, from a place where the end is known; whoever is compared falls silent.",
      say: [
        "What could you see at that moment that I do not know of?", "What would have led me to the same?",
      ],
      unless: ["the same", "too", "without you", "i would have {done:wishes}", "have been"],
      survivesNegation: true,
      examples: [
        SpeechExample(
          "⟦I would have checked⟧ it first.", "What could you see at that moment that I do not know of?"),
        SpeechExample("⟦I would never have done⟧ that."), SpeechExample("I would have done the same."),
        SpeechExample("I'd have missed it too."), SpeechExample("I would have liked to hear it earlier."),
      ]),
    SpeechPattern(
      [
        "not want|mean to blame|accuse|criticize|offend|attack|point|be * ,? but",
        "not blaming|accusing|pointing|saying * ,? but",
        "no offence|offense|disrespect|blame * ,? but", "with all due respect", "nothing personal * ,? but",
      ], .reproach, "Everybody waits for what stands behind the 'but', and hears that alone.",
      say: ["I would like to understand what you saw. Will you tell me?", "I have a question and no answer yet."],
      survivesNegation: true,
      examples: [
        SpeechExample(
          "I do ⟦not want to blame anyone, but⟧ this took long."),
        SpeechExample(
          "⟦No offence, but⟧ that took long.", "I would like to understand what you saw. Will you tell me?"),
        SpeechExample("I do not want to blame anyone."),
      ]),
  ]
}
