extension SpeechPattern {
  /// Words after which nobody says anything more.
  static let shuttingDown: [SpeechPattern] = [
    SpeechPattern(
      [
        "we have|ve always done this|it|that|things? like? this|that|it? way?", "how we do it|things|this here? $",
        "how we have always", "just how it|things|that is|are|work|works", "have|has to live with it|this|that",
        "^ we do not do that|this|it|things here|like",
        "have|has been doing this|it|that|things like|this|for|forever",
        "how it|this|things is|are|has|have done|always|here|been",
        "always worked|been like? this|that|so way? $",
        "never|not needed|had|done it|that|this before", "tried that|this|it already|before|once|years",
        "that|this|it will never|not work $", "that|this|it would never|not work $",
      ], .shuttingDown, "It answers a proposal with its age; why it comes now is not heard.",
      say: ["What has changed, so that it comes up now?", "What would we see if we tried it on something small?"],
      unless: ["what if", "if"],
      survivesNegation: true,
      examples: [
        SpeechExample(
          "⟦We have always done it this way⟧.", "What has changed, so that it comes up now?"),
        SpeechExample("⟦we've always done it like that⟧"), SpeechExample("We ⟦tried that already⟧."),
        SpeechExample("⟦That will never work⟧."), SpeechExample("We have done this twice, and it worked."),
      ]),
    SpeechPattern(
      [
        "^ everybody|everyone knows|knew that|this|it|how", "^ everybody|everyone knows|knew $",
        "as we|you|everybody|everyone all? know|knows",
        "^ that|this|it is|was so|pretty|quite? obvious|trivial|common|elementary sense|knowledge?",
        "it|this|that is not rocket", "it|this|that is not that|so hard|difficult|complicated", "^ it is simple",
        "just|plain|simple|basic common sense", "^ use common sense|your",
      ], .shuttingDown, "Whoever did not know it will not say so now, and nobody learns how one comes to know it.",
      say: [
        "How does one come to know this here, and who has not come by it yet?",
        "What did it look like before anybody explained it?",
      ],
      unless: ["not everybody|everyone", "obvious to me|us"],
      survivesNegation: true,
      examples: [
        SpeechExample(
          "⟦Everybody knows that⟧.", "How does one come to know this here, and who has not come by it yet?"),
        SpeechExample("⟦that's obvious⟧"), SpeechExample("⟦It's not rocket⟧ science."),
        SpeechExample("Not everybody knows the new console."), SpeechExample("Does everybody know the way out?"),
      ]),
    SpeechPattern(
      [
        "^ not now", "not the time or|for",
        "no|not time for this|that|it|questions|discussions|excuses",
        "not have time for this|that|it|questions|discussions|excuses|your", "^ later $",
        "^ we are not going to? discuss|discussing",
        "not up for discussion|debate", "not having this conversation|discussion|debate",
        "^ end of story|discussion|debate", "^ case closed", "^ enough $",
        "^ enough of|already",
        "^ drop it $", "^ forget it $", "^ let it go $", "^ moving on $", "^ it is what it is",
        "^ because i said|say so",
        "^ full stop", "^ period $", "^ that is final|enough|it $", "^ whatever $",
        "^ no discussion|discussions|buts", "^ stop asking|arguing|talking|questioning|guessing",
        "^ do not argue|discuss", "not interested in your|excuses|reasons|explanations",
        "not need a|another|this|that|more discussion|debate|discussions", "no|not time to talk|discuss|explain|argue",
        "not want to hear|know|discuss|talk",
        "who cares", "who asked you", "nobody cares", "nobody asked you", "nobody asked for your", "^ i do not care",
        "^ shut up", "^ be quiet",
      ], .shuttingDown, "It ends the conversation; what was about to be said is said nowhere else.",
      say: [
        "I cannot take it up this minute. Will you hold on to it until we have an hour for it?",
        "What should I know before we go on?",
      ],
      unless: ["nobody cares for"],
      survivesNegation: true,
      examples: [
        SpeechExample(
          "⟦Not now⟧.", "I cannot take it up this minute. Will you hold on to it until we have an hour for it?"),
        SpeechExample("I do ⟦not want to hear⟧ it."), SpeechExample("⟦END OF DISCUSSION⟧"),
        SpeechExample("We ⟦don't have time for this⟧."), SpeechExample("The alert is not now a page."),
        SpeechExample("Let us end here and go on tomorrow at ten."),
      ]),
    SpeechPattern(
      [
        "bring|give|show me|us solutions|answers",
        "do not come to me|us with problems|complaints",
        "do not bring|give|come|tell me|us|to with|only|just? me|us? problems|excuses",
        "solutions ,? not problems", "want|need to? hear? solutions|answers", "no problems ,? only|just solutions",
        "no more? excuses", "^ come back when|once you have", "stop making excuses",
        "that|this|it is just|only an excuse", "stop complaining|whining|moaning",
        "less talk", "^ do not complain", "failure is not an|a option",
      ], .shuttingDown,
      "A problem without a solution is the early news; whoever has only that will keep it from now on.",
      say: [
        "Tell me what you see, even if none of us has an answer to it yet.",
        "How early could we hear of something like this?",
      ],
      unless: ["no good|quick|easy solutions"],
      survivesNegation: true,
      examples: [
        SpeechExample(
          "⟦Bring me solutions⟧, not problems.",
          "Tell me what you see, even if none of us has an answer to it yet."),
        SpeechExample("⟦No excuses⟧."), SpeechExample("⟦don't come to me with problems⟧"),
        SpeechExample("Bring me the log, please."),
      ]),
    SpeechPattern(
      [
        "not your|my|our job|problem|concern|business|department|decision|responsibility|call $",
        "none of your business",
        "stay in your lane", "^ stick to your", "above your pay", "mind your own",
        "not|never for you to decide|say|judge|question",
        "you are not here to", "^ leave that|this|it to the|us experts|adults|me|seniors|professionals",
        "you would not|never understand", "you do not understand|get it|this|how|the $", "who are you to",
        "do as|what you are told", "do as|what i say|said|told",
      ], .shuttingDown, "It tells somebody that what they see does not count from where they stand.",
      say: [
        "What do you see from where you stand that we do not?",
        "Who should hear of this, and shall we go there together?",
      ],
      unless: ["it is not your problem alone", "if"],
      survivesNegation: true,
      examples: [
        SpeechExample(
          "That is ⟦not your job⟧.", "What do you see from where you stand that we do not?"),
        SpeechExample("⟦Stay in your lane⟧."), SpeechExample("that's ⟦not my problem⟧"),
        SpeechExample("That is not my job title, by the way."),
      ]),
    SpeechPattern(
      [
        "^ calm down", "^ relax $", "^ chill", "you need|have to calm|relax", "^ take it easy $", "^ do not panic $",
        "do not be so|such|a|too sensitive|emotional|dramatic|negative|difficult|pessimistic|baby",
        "do not be negative|emotional|dramatic|ridiculous|silly|difficult",
        "you worry|think|complain|talk too much", "you are overreacting|exaggerating|paranoid|hysterical",
        "you are being|so|too|just emotional|dramatic|negative|difficult|sensitive|defensive|paranoid|pessimistic|ridiculous",
        "stop overreacting|panicking|worrying|exaggerating", "^ stop being so? {rest}", "^ get over it", "^ man up",
        "^ suck it up", "toughen up",
        "watch your tone", "^ no need to panic|worry|shout", "not take it|this|that so? personally|personal",
      ], .shuttingDown, "It speaks of somebody's mood; what they are worried about has not been heard.",
      say: ["What worries you most about it?", "What do you see coming that we do not talk about?"],
      survivesNegation: true,
      examples: [
        SpeechExample("⟦Calm down⟧.", "What worries you most about it?"), SpeechExample("⟦You're overreacting⟧."),
        SpeechExample("⟦don't be so negative⟧"), SpeechExample("The queue has to calm down first."),
      ]),
    SpeechPattern(
      [
        "i told you|them|him|her|everyone|everybody so|that|this|not|would", "^ i told you $",
        "^ i have? already told|said", "^ told you so?",
        "i warned you|them|him|her|everyone",
        "^ i knew it|this|that|you", "^ i said so $", "^ i said this|that would", "^ see ,? i|that",
        "what did i tell|say",
        "did i not|did tell|say|warn",
        "did not i tell|say|warn", "^ i have said|told|been saying",
      ], .shuttingDown, "It is about who was right; whoever was not has nothing to add.",
      say: ["What did the warning look like to whoever got it?", "What would have let it be heard then?"],
      unless: ["as i told|said", "when i told|said", "what did i tell|say to"],
      survivesNegation: true,
      examples: [
        SpeechExample(
          "⟦I told you so⟧.", "What did the warning look like to whoever got it?"),
        SpeechExample("⟦I knew this⟧ would happen."), SpeechExample("I told you about the plan yesterday."),
      ]),
    SpeechPattern(
      [
        "do not tell|say anyone|anybody|anything|the|this|it to? customers|management|boss|anyone|anybody|legal?",
        "nobody|noone needs|has to know|hear", "no one needs|has to know|hear",
        "keep this|that|it quiet|between|among|internal|secret", "keep this|that|it to ourselves|yourself|yourselves",
        "not put|write|have this|that|it in? writing|down", "let us not tell {rest}",
        "not tell the? customers|management|boss|press|legal|auditors", "not make a|such * deal|fuss|scene|drama",
        "not rock the boat",
        "we do not talk|speak about|of that|this|it", "not wash|air", "^ keep your mouth|head", "not a word",
      ], .shuttingDown, "It says that telling is the danger; the next time nobody will tell you either.",
      say: [
        "Who is affected, and what would they want to know from us?",
        "What makes it hard to tell, and what would help?",
      ],
      unless: ["do not tell anyone|anybody your|the password|secret|key"],
      survivesNegation: true,
      examples: [
        SpeechExample(
          "⟦Nobody needs to know⟧.", "Who is affected, and what would they want to know from us?"),
        SpeechExample("Let's ⟦keep this between⟧ us."), SpeechExample("Keep this page open, please."),
      ]),
    SpeechPattern(
      [
        "that|this|it is|was a the|such? stupid|dumb|silly|bad|terrible|ridiculous idea|question|proposal|suggestion",
        "^ stupid|dumb|silly|ridiculous idea|question", "^ nonsense $",
        "^ that|this|it is nonsense|ridiculous|stupid|crap|bullshit|rubbish",
        "you are wrong", "^ wrong $", "waste of time|my|our",
      ], .shuttingDown, "It is a verdict on what somebody dared to say; the next thought is kept.",
      say: ["What makes you think of it?", "Which part of it would help, and what would it need?"],
      examples: [
        SpeechExample("⟦That is a stupid question⟧.", "What makes you think of it?"),
        SpeechExample("That is a good question."),
      ]),
  ]
}
