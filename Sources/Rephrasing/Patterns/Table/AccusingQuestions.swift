extension SpeechPattern {
  /// Questions that hold their verdict already.
  static let accusingQuestions: [SpeechPattern] = [
    SpeechPattern(
      [
        "why did|could|would not {who} {base}", "why did|could|would {who} not|never {base}",
        "how come {who} did|do|does|could not {base}", "how come {who} never {base}",
        "why did nobody|anybody|anyone {base}", "why did|does no one|body {base}", "how could|can {who} not {base}",
        "could|would not {who} have {done}", "^ could|would you not have {done}", "^ how did|could|does nobody {base}",
        "^ how did|could no one {base}", "^ how did|could everybody|everyone {base:lapses}",
        "why could|would not {who} have {done}",
      ], .accusingQuestion, "'Why not', said to a person, asks for a defence; the answer is an excuse or silence.",
      say: ["What would have made it easy to {to}?", "What was in the way?"],
      examples: [
        SpeechExample("⟦Why didn't you tell⟧ anybody?", "What would have made it easy to tell somebody?"),
        SpeechExample("⟦WHY DIDNT YOU CHECK⟧ THE LOGS", "What would have made it easy to check the logs?"),
        SpeechExample("Ana, ⟦why did nobody escalate⟧ this?", "What would have made it easy to escalate this?"),
        SpeechExample(
          "⟦How come the on-call engineer didn’t look⟧ at the dashboard?",
          "What would have made it easy to look at the dashboard?"),
        SpeechExample("⟦how could you not see⟧ that", "What would have made it easy to see that?"),
        SpeechExample("⟦Couldn't you have asked⟧ someone?", "What would have made it easy to ask someone?"),
        SpeechExample("Why didn't the pods restart?"), SpeechExample("Why didn't we see it sooner?"),
        SpeechExample("Why don't you take the afternoon off?"),
      ]),
    SpeechPattern(
      ["^ why did|would you {base}", "^ why would|should he|she|they|anyone|anybody|someone|somebody {base}"],
      .accusingQuestion,
      "'Why did you' sounds like a charge; people justify the choice in place of telling how it came.",
      say: [
        "What made it look right to {to}?", "What could you see at that moment?",
      ],
      unless: ["why would|did you {base:likes}"],
      examples: [
        SpeechExample(
          "⟦Why did you deploy⟧ on a Friday evening?", "What made it look right to deploy on a Friday evening?"),
        SpeechExample("so ⟦why would anyone run⟧ that by hand", "What made it look right to run that by hand?"),
        SpeechExample("Why did the job stop at nine?"), SpeechExample("Why did we choose this queue back then?"),
        SpeechExample("Why would you prefer the second one?"),
      ]),
    SpeechPattern(
      [
        "^ why are|were|is|was {who} always|never|late|still|being|not", "^ why are|were|is|was not you|he|she|they",
        "^ why are you so defensive|slow|late|negative|emotional|careless|difficult|stubborn|sensitive",
        "^ why do|must you always|never|keep|have|insist|make", "^ why do we|they|people always|never|keep",
        "^ what took you|him|her|them so|this|that", "^ why do not you ever|listen|care|understand|think",
        "^ why must|does it|this|that always take|have|be|happen",
      ], .accusingQuestion, "It asks somebody to explain what they are like, and nobody can answer that.",
      say: ["What is in the way at the moment?", "What would help?"],
      examples: [
        SpeechExample("⟦Why are you always⟧ late?", "What is in the way at the moment?"),
        SpeechExample("⟦Why aren't you⟧ on this already?"), SpeechExample("⟦Why do you never⟧ answer?"),
        SpeechExample("Why do you think so?"),
        SpeechExample("Why are the two numbers not the same?"),
      ]),
    SpeechPattern(
      ["why have|has not {who} {done}", "why have|has {who} not|still|never {done}", "why have|has nobody {done}"],
      .accusingQuestion, "It says that it was to be done long ago; what holds it up is not asked.",
      say: ["What stands in the way of {ing}?", "What else is on your desk?"],
      examples: [
        SpeechExample("⟦Why haven’t you fixed⟧ this yet?", "What stands in the way of fixing this?"),
        SpeechExample("⟦why has nobody updated⟧ the page", "What stands in the way of updating the page?"),
        SpeechExample("Why has the queue not emptied?"),
      ]),
    SpeechPattern(
      [
        "^ can|could|will|would not you just|even|ever|simply|once {base}",
        "^ why can not {who} just|even|ever? {base}",
        "^ why does|do not anyone|anybody|he|she|they|everybody ever|even|just? {base}",
        "^ can|will you not just|even {base}", "^ is it so hard|difficult|much to {base}",
        "^ is it so|too hard|difficult for you to {base}", "^ how hard can|could it be to {base}",
      ], .accusingQuestion, "It says that this is easy for anybody; whoever found it hard will not say so any more.",
      say: ["What makes it hard to {to}?", "What would make it the easy way?"],
      examples: [
        SpeechExample("⟦Can't you just follow⟧ the process?", "What makes it hard to follow the process?"),
        SpeechExample("⟦How hard can it be to restart⟧ a server", "What makes it hard to restart a server?"),
        SpeechExample("Can you hear me now?"), SpeechExample("Could you share your screen?"),
      ]),
    SpeechPattern(
      [
        "^ did|do you even|not {base}", "^ did not {who} {base}",
        "^ did|does nobody|anybody|anyone even? {base:duties}",
        "^ did|does no one {base}", "^ have not you {done}", "^ have you even|not {done}",
        "^ did it|that not|never occur to {who}", "^ did you stop|bother to {base}", "^ did|do you think at all",
        "^ do not you {base:duties}",
      ], .accusingQuestion, "There is only one honest answer to it, and giving it is a confession.",
      say: ["What would have made it easy to {to}?", "What did you have at hand at that moment?"],
      unless: ["anybody|anyone see|notice", "anybody|anyone try|ask|call|tell|report"],
      examples: [
        SpeechExample("⟦Did you even read⟧ the runbook?", "What would have made it easy to read the runbook?"),
        SpeechExample("⟦didnt you test⟧ it at all", "What would have made it easy to test it?"),
        SpeechExample("⟦Did it never occur to you⟧?", "What did you have at hand at that moment?"),
        SpeechExample("⟦Did nobody check⟧ this?", "What would have made it easy to check this?"),
        SpeechExample("Did you see the alert when it came?"), SpeechExample("Did anybody notice anything odd?"),
      ]),
    SpeechPattern(
      [
        "^ how could|can|do|did {who} {base:lapses}", "^ how could {who} {base:deeds}",
        "^ how could|can {who} do this|that|such|it", "^ how dare you|he|she|they",
        "^ how did|could {who} manage to {base}",
        "^ how could|can you be so|this|that", "^ how is it possible that {who}",
      ], .accusingQuestion,
      "'How could you' is no question: it says that nobody in their right mind would have done so.",
      say: ["What did it look like from where {they} stood?", "What else asked for attention just then?"],
      examples: [
        SpeechExample("⟦How could you miss⟧ that?", "What did it look like from where you stood?"),
        SpeechExample("⟦How can anybody overlook⟧ a red light", "What did it look like from where they stood?"),
        SpeechExample("⟦How dare you⟧!"), SpeechExample("⟦how could you be so⟧ careless"),
        SpeechExample("How could we make this easier to see?"), SpeechExample("How can you be sure that it is over?"),
        SpeechExample("How did you find it so fast?"),
      ]),
    SpeechPattern(
      [
        "^ why is|was|are|were not anybody|anyone|somebody|someone", "^ why is|was nobody",
        "^ why am|was i only|just|always|never|not", "^ why is|was no one",
      ], .accusingQuestion, "It reproaches everybody at once, and each of them hears that it was another.",
      say: ["How would one have come to hear of it?", "What would have shown it without anybody watching?"],
      examples: [
        SpeechExample("⟦Why was nobody⟧ watching the queue?", "How would one have come to hear of it?"),
        SpeechExample("⟦why isn't anybody⟧ on this"), SpeechExample("Why is nothing written to the log?"),
      ]),
    SpeechPattern(
      [
        "^ how could|can this|that|it|something|such|a * happen", "^ how could|can this|that|it|such have? happened",
        "^ how could|can this|that|it|we have? miss|missed|slip|slipped|go|gone|get|gotten",
        "^ how could|can this|that|it have been missed|overlooked|ignored", "^ how could|can this|that|it be missed",
        "^ how is|was this|that|it even? possible", "^ how did|could|can we|you let this|that|it happen",
        "^ how does|can|did this|that|it keep happening", "^ why does|did this|that|it keep|always happening|happen",
      ], .accusingQuestion, "It says that it must never have been; nobody can answer that with what they saw.",
      say: [
        "Which conditions led here, and which of them are still in place?",
        "What went as it always goes, and what was different this time?",
      ],
      examples: [
        SpeechExample(
          "⟦How could this happen⟧ again?", "Which conditions led here, and which of them are still in place?"),
        SpeechExample("⟦how is this possible⟧"), SpeechExample("But ⟦how could it have been missed⟧ for a week?"),
        SpeechExample("How does this happen in detail, step by step?"),
        SpeechExample("How could it be tested before the next release?"),
      ]),
    SpeechPattern(
      [
        "^ what was|were|are|is {who} thinking", "^ what is|was wrong with you|him|her|them|people",
        "^ what is your|his|her|their problem|excuse|explanation", "^ what did|do you expect $", "^ what have you done",
        "^ are|were you kidding|joking|serious|crazy|insane|blind|stupid|asleep|sleeping|out|even",
        "^ have you lost", "^ explain yourself|yourselves", "^ do you realize|even", "^ do you have any idea",
        "^ do you know|understand|see what you|this|that did|have|has|cost", "^ how hard can|could|is it|this|that be",
        "^ what do you have to say for",
      ], .accusingQuestion, "Nobody can answer it; people hear that there is something wrong with them.",
      say: ["What did {they} have in view at that moment?", "What was the step meant to bring about?"],
      examples: [
        SpeechExample("⟦What were you thinking⟧?", "What did you have in view at that moment?"),
        SpeechExample("⟦what the hell was the contractor thinking⟧", "What did they have in view at that moment?"),
        SpeechExample("⟦Do you realize⟧ what this costs us?"),
        SpeechExample("⟦Are you kidding⟧ me"),
        SpeechExample("What did you see at the time?"), SpeechExample("Do you know how long a restore takes?"),
      ]),
  ]
}
