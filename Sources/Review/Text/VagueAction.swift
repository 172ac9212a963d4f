/// What makes an action vague, judged from its words.
struct VagueAction {
  enum Kind {
    /// Thinking, looking, discussing: an activity without an end.
    case activity
    /// Better, more, improved: without a measure or an end state.
    case comparative
    /// More care, more attention, more training.
    case diligence
    /// That it shall not happen again, without a way.
    case wish
    /// As much as possible, where needed.
    case hedge

    var message: String {
      switch self {
      case .activity: "nothing tells when this is done: it names an activity, not a result"
      case .comparative: "nothing tells when this is done: better than what, by how much?"
      case .diligence: "this asks people to take more care; nothing about the work changes"
      case .wish: "this is what the action is for, not what is to be done"
      case .hedge: "nothing tells when this is done: it leaves open how much is enough"
      }
    }

    var question: String? {
      switch self {
      case .activity: "Which question is to be answered, by whom, by when, and where will the answer stand?"
      case .comparative: nil
      case .diligence: "What would make the careful way the easy way, or the mistake impossible?"
      case .wish: "What in the system or in the work makes it so? Who changes that, and what will show that it holds?"
      case .hedge: "For which parts exactly, and what will show that they are done?"
      }
    }

    var fix: String {
      switch self {
      case .activity:
        "Write down whether a second region would have kept orders running, with its cost — storage, 14 Aug"
      case .comparative:
        "The deploy job compares the build id on every host and stops at a difference — platform, 14 Aug"
      case .wish: "The deploy job stops when one host reports another build — platform, 14 Aug"
      case .diligence: "The production console asks for the host name before it deletes anything — platform, 14 Aug"
      case .hedge:
        "Probes on the three services that take payments; the dashboard lists which have them — platform, 14 Aug"
      }
    }
  }

  let kind: Kind
  private static let leads: Set<String> = [
    "we", "need", "needs", "to", "should", "must", "will", "let's", "please", "also", "and", "the", "team", "maybe",
    "perhaps",
    "try", "want", "plan", "going", "are", "have", "i", "could", "can", "ought", "action", "todo",
  ]
  private static let activities: Set<String> = [
    "consider", "explore", "discuss", "reconsider", "rethink", "reflect", "brainstorm", "encourage", "remind",
    "continue",
    "revisit", "considering", "exploring", "discussing", "something", "ponder", "think",
  ]
  private static let looseVerbs: PhraseTable = [
    "look into|at", "looking into", "think about|of", "talk about", "keep an eye", "find a|some|better ways|way",
    "figure out a|how|ways|some|an",
    "come up with ideas", "be more aware", "raise awareness", "have a look",
  ]
  private static let improving: Set<String> = [
    "improve", "improving", "enhance", "strengthen", "optimise", "optimize", "increase", "streamline", "modernise",
    "modernize", "tighten", "reinforce", "beef", "boost", "easier", "better", "improved", "simplify", "cleanup",
  ]
  private static let comparatives: Set<String> = [
    "better", "more", "easier", "faster", "quicker", "improved", "stronger", "greater", "clearer", "different",
    "proactive",
    "safer", "simpler", "smarter", "robust", "proper", "additional",
  ]
  private static let diligent: PhraseTable = [
    "be more careful|cautious|vigilant|diligent|aware", "be careful|cautious|vigilant|diligent", "pay more? attention",
    "take more? care", "more training", "training maintainers|staff|engineers|developers|existing|people|new",
    "double check everything",
    "stay vigilant", "more discipline",
    "train|educate everybody|everyone|all|people|staff|developers|engineers|operators",
  ]
  private static let wishes: PhraseTable = [
    "never happens again", "not happen again", "doesn't happen again", "won't happen again", "cannot happen again",
    "can't happen again", "prevent this from happening", "prevent a recurrence", "avoid a recurrence",
  ]
  private static let hedges: PhraseTable = [
    "as much as possible", "if needed", "when needed", "where needed", "where|when|if possible", "where|as appropriate",
    "as needed|necessary", "some kind|sort of", "in general", "if necessary",
  ]
  private static let generic: Set<String> = [
    "process", "processes", "procedure", "procedures", "practice", "practices", "workflow", "workflows",
    "documentation",
    "policies", "policy", "communication", "approach", "everything", "training", "culture", "playbooks",
  ]
  /// What gives a comparative an end: a purpose, a range, a way.
  private static let ends: PhraseTable = [
    "so that", "such that", "in order to",
    "by adding|moving|using|setting|replacing|running|removing|making|splitting|alerting|requiring",
    "from", "below", "under|within|above|at|to least|most|under|below|above|zero", "less|fewer than", "until", "per",
  ]

  /// Nil when the action names something that can be looked at.
  init?(_ text: String) {
    let lower = text.lowercased()
    let words = lower.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-" && $0 != "%" }.map(String.init)
    guard let kind = Self.kind(words: words, text: lower) else { return nil }
    self.kind = kind
  }

  private static func kind(words all: [String], text: String) -> Kind? {
    var words = all[...]
    if words.first == "owner", let stop = text.firstIndex(of: ".") {
      return VagueAction(String(text[text.index(after: stop)...]))?.kind
    }
    while let first = words.first, leads.contains(first) || first.hasPrefix("@"), words.count > 1 {
      words = words.dropFirst()
    }
    let sentence = Words(Array(words))
    guard let first = sentence.word(0) else { return nil }
    if sentence.contains(diligent) { return .diligence }
    if sentence.contains(wishes), !sentence.contains(ends) { return .wish }
    if first == "revisit", sentence.words.contains("sure") || sentence.words.contains("so") { return nil }
    if activities.contains(first) || (sentence.starts(with: looseVerbs)) { return .activity }
    if first == "investigate" || first == "investigating" || first == "evaluate" || first == "research"
      || first == "assess"
    {
      return isBounded(sentence) ? nil : .activity
    }
    if first == "review" || first == "rework" || first == "refine" || first == "update" || first == "revise",
      let last = sentence.words.prefix(5).last(where: { generic.contains($0) }), sentence.words.count <= 8,
      first == "review" || sentence.words.count <= 3, last != "documentation" || first != "update"
    {
      return .activity
    }
    if let index = sentence.words.indices.first(where: { sentence.starts(with: hedges, at: $0) }), index > 1 {
      return .hedge
    }
    return comparative(sentence) ? .comparative : nil
  }

  /// A question that has an answer, or a named thing for a named purpose.
  private static func isBounded(_ sentence: Words) -> Bool {
    let asking: Set<String> = ["if", "whether", "why", "how", "which", "what", "when", "where", "who", "as"]
    return sentence.words.dropFirst().prefix(4).contains { asking.contains($0) } || sentence.words.count >= 12
  }

  /// A bare comparative near the head, with no number, purpose or range behind it.
  private static func comparative(_ sentence: Words) -> Bool {
    if sentence.words.contains(where: { $0.first?.isNumber == true }) || sentence.contains(ends) { return false }
    guard let first = sentence.word(0) else { return false }
    if improving.contains(first) { return sentence.words.count <= 12 }
    let head = sentence.words.prefix(8)
    for (index, word) in head.enumerated() where comparatives.contains(word) {
      // What follows `to` is a purpose; the thing itself has been named before.
      if sentence.words[..<index].dropFirst().contains("to"), word != "different" { return false }
      let next = sentence.word(index + 1) ?? ""
      if word == "more", ["than", "descriptive", "detailed", "specific"].contains(next) { return false }
      if word == "more", isCompared(sentence, from: index) { return false }
      if ["different", "additional", "proper"].contains(word) {
        if [
          "strategy", "approach", "way", "method", "solution", "monitoring", "alerting", "alerts", "testing", "tests",
        ].contains(next) || sentence.words.contains("strategy") {
          return true
        }
        continue
      }
      return true
    }
    return false
  }

  /// `more fields than are supplied`: both sides are named, so it can be measured; `more alerts than now` cannot.
  private static func isCompared(_ sentence: Words, from index: Int) -> Bool {
    let near = sentence.words[index...].prefix(6)
    guard let than = near.firstIndex(of: "than"), than > index + 1, let other = sentence.word(than + 1) else {
      return false
    }
    return !["now", "today", "before", "currently", "ever", "usual", "we", "it", "previously"].contains(other)
  }

  /// Plain words with the look-ups of phrases.
  private struct Words {
    let words: [String]
    init(_ words: [String]) { self.words = words }
    func word(_ index: Int) -> String? { words.indices.contains(index) ? words[index] : nil }
    func starts(with table: PhraseTable, at index: Int = 0) -> Bool { table.match(words, at: index) != nil }
    func contains(_ table: PhraseTable) -> Bool { words.indices.contains { starts(with: table, at: $0) } }
  }
}
