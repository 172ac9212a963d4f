extension SpeechPattern {
  /// Orders to take more care.
  static let tryingHarder: [SpeechPattern] = [
    SpeechPattern(
      [
        "^ you|we|they|everybody|everyone|people? must|should|need|have|to|just|please|simply? to? start? be|being more careful|attentive|vigilant|cautious|aware|thorough|diligent|responsible|disciplined|mindful",
        "be|being more careful|attentive|vigilant|cautious|thorough|diligent|disciplined|mindful",
        "be careful|attentive|vigilant next|in|from", "pay|paying more|better|closer? attention $",
        "pay|paying more|better|closer attention",
        "try|work harder", "^ pay attention", "^ focus $", "^ concentrate", "^ stay focused|vigilant|sharp",
        "double-check|check everything twice?",
        "take more|better care", "^ more care|discipline|attention|focus", "^ wake up", "be on your toes",
      ], .tryHarder, "Care runs out by the end of a long day; nothing about the work has changed by then.",
      say: ["What would make the careful way the easy one?", "What would catch the slip, whoever makes it?"],
      examples: [
        SpeechExample("⟦Be more careful⟧ next time.", "What would make the careful way the easy one?"),
        SpeechExample("You have to ⟦pay more attention⟧."), SpeechExample("⟦everybody must be more carefull⟧"),
        SpeechExample("Be careful, that host is live."),
      ]),
    SpeechPattern(
      [
        "^ just|simply fix|do|make|get|test|follow|think|read|be|focus|deal|finish|work|learn|remember|try|solve|handle|write|check {rest}",
        "^ just|simply fix|do|test|think|work|try it? $", "^ do your job|homework|work",
        "^ do it right|properly|better", "^ do better", "must|should|have|need to? do better",
        "get your|our act|shit together",
        "^ get it done|right|together|working", "^ make it work|happen", "^ figure it out", "^ deal with it",
        "^ use your head|brain|brains",
        "^ think before|first|next|for",
        "^ next time ,? you? should|just|please? think|test|check|ask|read|look|be|do|try|call|tell|use",
        "^ whatever it takes", "^ no more mistakes|errors|incidents|outages", "zero tolerance", "^ hurry up",
        "^ try to? be|do|remember better|more",
      ], .tryHarder, "It asks for the result and leaves out what stood in its way.",
      say: [
        "What makes it hard, and which part of that can we take away?",
        "What would have to change in the work for it to go right by itself?",
      ],
      unless: [
        "just|simply be|do|get|make|think|try yourself|aware|sure|in|some|about|of|whatever|what", "make sure",
        "just|simply write|read|check|get to|down|me|us|in|with|your", "deal with it together",
        "next time ,? ask|call|tell|use me|us",
      ],
      examples: [
        SpeechExample(
          "⟦Just fix⟧ it.", "What makes it hard, and which part of that can we take away?"),
        SpeechExample("⟦do your job⟧"), SpeechExample("⟦Next time, test⟧ it first."),
        SpeechExample("Just a moment, please."),
        SpeechExample("Just ask me when you need a hand."), SpeechExample("Just write to me."),
      ]),
    SpeechPattern(
      [
        "make|making sure that? this|that|it|such does|will|can|must? never|not happen|happens again?",
        "never|not let this|that|it happen again",
        "never|not ever? happen again", "never|not ever? do this|that|it again", "never again $",
        "never|not want|like to see|hear * again",
        "can not afford any|more|another|such? mistake|mistakes|error|errors|outage|outages",
        "had|better not|never happen|happens again",
      ], .tryHarder, "It says what must not be; what in the work would keep it from coming again is left open.",
      say: [
        "What would have to change in the work so that it cannot come to this?",
        "What would we see first if it came again?",
      ],
      unless: ["^ what|how|if", "if|when", "so that"],
      survivesNegation: true,
      examples: [
        SpeechExample(
          "This must ⟦never happen again⟧.",
          "What would have to change in the work so that it cannot come to this?"),
        SpeechExample("Do ⟦not let this happen again⟧."),
        SpeechExample("What would make sure that it does not happen again?"),
      ]),
  ]

  /// A lack of something, or a slip, that stands as the cause.
  static let bareCauses: [SpeechPattern] = [
    SpeechPattern(
      [
        "human|user|operator|pilot|manual error|mistake",
        "^ it was just|only|simply? a|an|my|somebody's? accident|slip|typo",
        "just|only|simply a|an slip|accident|typo|mistake $",
        "{who} accidentally|mistakenly|inadvertently|wrongly {past}",
        "{who} {past} the wrong", "by mistake $", "front of the keyboard|screen", "fat fingers|fingered",
      ], .humanError,
      "People slip every day, and on most days nothing comes of it; what was different this time is not asked.",
      say: [
        "What made the slip easy, and what let it get so far?", "What did the screen show just before?",
      ],
      unless: [
        "error|errors rate|rates|message|messages|page|pages|log|logs|code|codes|budget", "because|since",
        "if|when|prevent|avoid|harder|could|can|would", "human error is|alone",
      ],
      examples: [
        SpeechExample(
          "It was ⟦human error⟧.", "What made the slip easy, and what let it get so far?"),
        SpeechExample("⟦Tom accidentally ran⟧ the command on production."), SpeechExample("It was not human error."),
        SpeechExample("I was in the wrong shell and deleted it; that was me."),
      ]),
    SpeechPattern(
      [
        "lack of training|knowledge|skill|skills|experience",
        "not enough training|experience|knowledge",
        "insufficient|inadequate|missing|more|better training|experience|knowledge",
        "need|needs|needed to? be? trained|training", "training issue|problem|matter",
        "train them|him|her|people|everybody|everyone|you|the better|team|again?",
      ], .bareCause,
      "Training can be said to lack wherever something went wrong; the step that was hard stays as it is.",
      say: [
        "At which step would it have helped to know more, and what did that step show?",
        "What would let somebody new get this step right?",
      ],
      unless: ["i|we need training on|in|for", "training data|set|job|model"],
      examples: [
        SpeechExample(
          "It was a ⟦lack of training⟧.",
          "At which step would it have helped to know more, and what did that step show?"),
        SpeechExample("You need ⟦more training⟧."), SpeechExample("The training data was not enough."),
      ]),
    SpeechPattern(
      [
        "lack|lacking of? communication|coordination|alignment",
        "poor|bad|miss|terrible|insufficient|missing|better|more communication",
        "miscommunication", "communication problem|issue|failure|breakdown", "communicate better|more",
        "talk to each other more|better?",
      ], .bareCause,
      "'Communication' is a word for all that people say to each other; which word did not arrive is left open.",
      say: [
        "Which message did not arrive, and which way did it go?",
        "Who knew it, and how would the others have heard of it?",
      ],
      examples: [
        SpeechExample("It was ⟦poor communication⟧.", "Which message did not arrive, and which way did it go?"),
        SpeechExample("Communication was good, thank you."),
      ]),
    SpeechPattern(
      [
        "lack|lacking of? testing|tests|review|reviews|monitoring|documentation|alerting|coverage|process|processes",
        "not enough testing|tests|review|reviews|monitoring|documentation|coverage",
        "insufficient|inadequate|poor testing|tests|review|reviews|monitoring|documentation|coverage",
        "too few|little tests|testing|reviews|monitoring|documentation",
      ], .bareCause, "More of it can be asked for after every incident; what this one needed is still to be found.",
      say: [
        "Which case was outside of it, and what made that case hard to include?",
        "At which moment would it have shown something, and what?",
      ],
      examples: [
        SpeechExample(
          "The cause is ⟦insufficient testing⟧.",
          "Which case was outside of it, and what made that case hard to include?"),
        SpeechExample("We wrote three more tests."),
      ]),
    SpeechPattern(
      [
        "lack of care|discipline|attention|focus|diligence|professionalism|ownership|responsibility|commitment|effort|will|interest"
      ],
      .bareCause, "It is about what people are like; whoever hears it has nothing to tell any more.",
      say: ["What did the day look like for whoever stood there?", "What else asked for attention just then?"],
      examples: [
        SpeechExample("It is a ⟦lack of discipline⟧.", "What did the day look like for whoever stood there?"),
        SpeechExample("It is a lack of disk space."),
      ]),
  ]
}
