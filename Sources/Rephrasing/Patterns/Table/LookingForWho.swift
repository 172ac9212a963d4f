extension SpeechPattern {
  /// Words that want a name.
  static let lookingForWho: [SpeechPattern] = [
    SpeechPattern(
      [
        "^ who {past:culprits}", "^ who {past:makers} this|that|it|these|those", "^ who was it that {past:culprits}",
        "^ who is|was the one|person|idiot|genius that|who {past}", "know|out|me|see who {past:culprits}",
        "know|out|me|see who {past:makers} this|that|it|these|those",
      ], .lookingForWho,
      "It asks for a name; with the name found, what the change looked like is not looked at any more.",
      say: [
        "What could be seen when {was}?", "What would have brought the risk into view before {was}?",
        "What could be seen at that moment, and by whom?", "What would have brought the risk into view?",
      ],
      unless: [
        "who found|noticed|saw|helped|spotted", "matter|care|important who",
        "who made this|it|that possible|work|happen",
        "not who",
      ],
      examples: [
        SpeechExample("⟦Who approved⟧ this change?", "What could be seen when this change was approved?"),
        SpeechExample("ok ⟦who broke⟧ these builds", "What could be seen when these builds were broken?"),
        SpeechExample("I want to ⟦know who merged⟧ it.", "What could be seen when it was merged?"),
        SpeechExample("⟦Who wrote this⟧?", "What could be seen when this was written?"),
        SpeechExample("⟦Who let⟧ that go out on a Friday?", "What could be seen at that moment, and by whom?"),
        SpeechExample("Who found it first?"), SpeechExample("Who wants to take the notes?"),
        SpeechExample("It does not matter who approved it."), SpeechExample("Who is on call tonight?"),
        SpeechExample("We are not looking for who broke it."),
      ]),
    SpeechPattern(
      [
        "^ who is|was to blame", "out|know|me who is|was to blame",
        "^ who is|was responsible|accountable for this|that|it", "^ who is|was at fault",
        "^ whose fault|mistake|doing|mess|screw-up", "^ who is fault|mistake",
        "^ whose brilliant|great|bright|stupid|genius idea", "^ whose idea was|is this|that|it",
        "^ whose change|code|commit|job was|is|broke this|that|it|the", "^ who did this|that|it",
        "^ who screwed|messed|fucked this|it? up", "^ who dropped the ball", "^ who signed off",
        "^ who thought this|that|it",
        "^ who is|was asleep|sleeping", "^ whose job was", "out|know|me whose fault", "^ who caused",
        "^ who gave|told|asked|allowed|taught you", "^ who * and? did nothing",
        "know|out|me who is|was responsible|guilty|accountable|behind $",
        "know|out|me who is|was responsible|guilty|accountable|behind for? this|that|it",
      ], .lookingForWho, "It asks for a name, and whoever has it is alone from then on.",
      say: [
        "Whoever had stood there: what would they have seen?", "What let it get this far?",
      ],
      examples: [
        SpeechExample("⟦Whose fault⟧ is this?", "Whoever had stood there: what would they have seen?"),
        SpeechExample("⟦Who is to blame⟧?"), SpeechExample("So ⟦who signed off⟧ on that?"),
        SpeechExample("⟦whos responsible for this⟧ mess"), SpeechExample("Who is responsible for the database?"),
        SpeechExample("Whose turn is it?"),
      ]),
    SpeechPattern(
      [
        "^ who was|is supposed|meant to {base}", "^ who should have {done}", "^ who had to {base}",
        "^ whose job was it to {base}",
      ],
      .lookingForWho,
      "It looks for whoever left something undone, not for what would have held the work until it was done.",
      say: ["How could one tell that it was time to {to}?", "What holds the work until it is done?"],
      examples: [
        SpeechExample(
          "⟦Who was supposed to renew⟧ the certificate?",
          "How could one tell that it was time to renew the certificate?"),
        SpeechExample("⟦who should have tested⟧ this", "How could one tell that it was time to test this?"),
        SpeechExample("Who is meant by that?"), SpeechExample("Who should I ask about the queue?"),
      ]),
    SpeechPattern(
      [
        "want|need names|heads", "want|need|give|tell me? a|the name", "name names",
        "heads will|must|have|should|need to? roll",
        "someone|somebody has|needs|have to pay|answer|go",
        "someone|somebody has|needs|have|must to? take|own the|some|full? responsibility|blame|this|it",
        "someone|somebody must|should|will pay|answer|go",
        "someone|somebody should|must|will be fired|punished|disciplined|blamed",
        "there will|must|have|need to? be consequences",
        "be held accountable|responsible", "hold|holding|make|making {who} accountable|responsible",
        "someone|somebody is to blame",
        "someone|somebody is|was responsible|asleep", "find|catch|get the culprit|guilty",
        "find|catch|get the person|one who|responsible",
        "someone|somebody dropped|screwed|messed|forgot|broke|slept", "should|must|will be fired|disciplined|sacked",
      ], .lookingForWho, "It announces that somebody will pay; from here on people protect themselves.",
      say: [
        "What would have led anybody in that place to do the same?",
        "What will we change so that it cannot come to this?",
      ],
      examples: [
        SpeechExample("⟦Heads will roll⟧."), SpeechExample("⟦Somebody has to take responsibility⟧ for this."),
        SpeechExample("I ⟦want names⟧!", "What would have led anybody in that place to do the same?"),
        SpeechExample("Whoever did this will ⟦be held accountable⟧."),
        SpeechExample("Nobody will be held accountable for this."),
        SpeechExample("Somebody has to take the notes today."),
      ]),
    SpeechPattern(
      [
        "someone|somebody|you|he|she|they must have known|seen|noticed|realized", "someone|somebody knew",
        "someone|somebody must have {done}",
      ], .lookingForWho, "It suspects everybody at once; whoever had an unease will keep it to themselves.",
      say: [
        "Which signs were there, and where could they have been told?", "Who had an unease, and what became of it?",
      ],
      examples: [
        SpeechExample(
          "⟦Someone must have known⟧.", "Which signs were there, and where could they have been told?"),
        SpeechExample("⟦You must have seen⟧ that it was red."), SpeechExample("Does somebody know the password?"),
      ]),
  ]
}
