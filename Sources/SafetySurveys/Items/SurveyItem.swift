/// One of the seven statements that people answer from 1 to 7.
///
/// The construct is psychological safety in teams as A. Edmondson measured it (Administrative Science Quarterly 44,
/// 1999): seven items, three of them reversed. The words are Mayday's own.
package struct SurveyItem: Sendable, Hashable {
  /// 1 to 7, in the order in which they are asked.
  package let number: Int
  /// What it is about, in a few words.
  package let topic: String
  package let statement: String
  /// Whether agreeing with it tells of little safety.
  package let isReversed: Bool
  /// What the statement means the other way round, so that high is good for all.
  package let goodness: String
  /// What helps where a team is low here; each a thing to do this week.
  package let help: [String]

  package static let all: [SurveyItem] = [
    SurveyItem(
      number: 1, topic: "Mistakes", statement: "When something I did goes wrong, it is brought up against me later.",
      isReversed: true, goodness: "What went wrong is not brought up against anybody later",
      help: [
        "Begin the next review with what the system allowed, and leave names out of the timeline.",
        "Thank whoever tells of a mistake before asking anything about it.",
      ]),
    SurveyItem(
      number: 2, topic: "Speaking up",
      statement: "I can say early that something looks wrong here, even when nobody wants to hear it.",
      isReversed: false, goodness: "People can say early that something looks wrong",
      help: [
        "Ask at each decision: what speaks against it? Wait until somebody answers.",
        "Write down one doubt that proved right, and what it saved.",
      ]),
    SurveyItem(
      number: 3, topic: "Being different",
      statement: "Whoever thinks or works in another way than the rest is left out here.",
      isReversed: true, goodness: "Whoever thinks in another way belongs",
      help: [
        "Let those speak first who spoke least last time.",
        "Ask for a second proposal before the first one is discussed.",
      ]),
    SurveyItem(
      number: 4, topic: "Trying things",
      statement: "I can try something that may fail without fearing for my standing.",
      isReversed: false, goodness: "People can try what may fail",
      help: [
        "Agree before an attempt on what it is to teach and when it is stopped; then stopping is no failure.",
        "Tell of one attempt of your own that came to nothing, and what you know now.",
      ]),
    SurveyItem(
      number: 5, topic: "Asking for help", statement: "I think twice before I ask somebody here for help.",
      isReversed: true, goodness: "People ask for help without thinking twice",
      help: [
        "Ask for help in the open yourself, about something that you are expected to know.",
        "Name two people each week who may be interrupted, and mean it.",
      ]),
    SurveyItem(
      number: 6, topic: "Good will",
      statement: "I can rely on nobody here working against what I do behind my back.",
      isReversed: false, goodness: "Nobody works against others behind their back",
      help: [
        "Speak about work with those who do it, not about them; say so when somebody begins otherwise.",
        "Decide in one place that all can read, with the reasons.",
      ]),
    SurveyItem(
      number: 7, topic: "Being of use", statement: "What I am good at is seen here and put to use.",
      isReversed: false, goodness: "What people are good at is put to use",
      help: [
        "Ask each in a one-to-one what they could do that nobody asks them for.",
        "Say in the team what somebody's work made possible, and be exact about it.",
      ]),
  ]

  /// The ends of the scale, in words.
  package static let scaleWords = (lowest: "do not agree at all", highest: "agree fully")
}

/// What helps whoever leads, whatever the numbers say.
package struct LeaderPrompt: Sendable, Hashable {
  package let title: String
  package let text: String
  /// What to type for it, which has a page too; nil where nothing is.
  package let command: String?

  package static let all: [LeaderPrompt] = [
    LeaderPrompt(
      title: "Go first",
      text:
        "Tell of a mistake of your own in the next review, before anybody else speaks: what you believed, what you did, what you know now.",
      command: nil),
    LeaderPrompt(
      title: "Watch the minor setbacks",
      text:
        "People learn what is safe from what happens after something small goes wrong. Notice your first sentence when it does: let it be a question about the system.",
      command: nil),
    LeaderPrompt(
      title: "Ask in one-to-ones",
      text:
        "Ask: what did you nearly not tell me this month? What would have made it easier? Thank them, and do one thing about it that they can see.",
      command: nil),
    LeaderPrompt(
      title: "Play the hard scenes",
      text:
        "Before a review, say aloud how you will react to the worst thing that may be told. Type the sentence that comes to mind, see what in it closes the conversation, and say the one that opens it.",
      command: "mayday rephrase"),
  ]
}
