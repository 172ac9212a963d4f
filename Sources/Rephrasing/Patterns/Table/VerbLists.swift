/// Verbs by what they are in a reproach.
enum VerbLists {
  static let all: [String: Set<String>] = [
    "culprits": culprits, "makers": makers, "duties": duties, "lapses": lapses, "deeds": deeds, "seeing": seeing,
    "offences": offences, "caught": caught, "likes": likes,
    "harmless": harmless, "failings": failings, "wishes": wishes,
  ]

  /// What somebody is looked for who did it.
  private static let culprits: Set<String> = [
    "approve", "merge", "deploy", "break", "push", "delete", "cause", "forget", "miss", "ignore", "disable", "allow",
    "release", "ship", "drop", "kill", "remove", "decide", "overlook", "let", "change", "touch", "authorize",
    "configure",
  ]
  /// The same, of a thing that is pointed at.
  private static let makers: Set<String> = [
    "write", "make", "create", "run", "start", "test", "review", "do", "build", "install", "think",
    "set", "design", "check",
  ]
  /// What people are expected to do.
  private static let duties: Set<String> = [
    "test", "check", "read", "follow", "tell", "ask", "listen", "think", "escalate", "look", "document", "warn",
    "inform", "bother", "pay", "verify", "review", "care", "answer", "reply", "learn", "say", "mention", "notify",
    "communicate", "consult", "update", "report", "admit", "explain", "confirm", "respond", "call", "monitor", "react",
    "validate", "try", "help", "rehearse", "watch", "notice", "see", "catch", "realize", "consider", "understand",
  ]
  /// What asks for an opinion.
  private static let likes: Set<String> = ["prefer", "like", "recommend", "suggest", "pick", "want"]
  /// What could have come to somebody, and is no reproach.
  private static let harmless: Set<String> = ["lose", "fall", "get", "be", "fail", "stay", "go"]
  /// What machines fail to do.
  private static let failings: Set<String> = [
    "start", "connect", "respond", "load", "come", "restart", "run", "open", "reach", "replicate", "log", "send",
    "resolve",
  ]
  /// What somebody would have wanted for themselves.
  private static let wishes: Set<String> = ["like", "want", "need", "help", "join", "come", "say", "think", "miss"]
  private static let lapses: Set<String> = ["miss", "forget", "ignore", "overlook", "neglect", "skip"]
  private static let deeds: Set<String> = [
    "let", "think", "say", "leave", "break", "approve", "deploy", "merge", "push", "allow", "delete", "release",
    "assume", "disable",
  ]
  /// What is in sight only where something shows it.
  private static let seeing: Set<String> = [
    "know", "see", "notice", "realize", "spot", "catch", "consider", "anticipate", "foresee", "expect", "understand",
    "recognise", "recognize", "suspect", "guess", "predict",
  ]
  private static let offences: Set<String> = [
    "break", "forget", "miss", "ignore", "blame", "complain", "skip", "interrupt", "rush", "overlook", "overreact",
    "assume", "hide", "panic", "argue",
  ]
  private static let caught: Set<String> = [
    "test", "catch", "notice", "review", "check", "see", "spot", "find", "document", "escalate", "communicate",
    "announce", "monitor", "detect", "foresee", "anticipate", "know", "plan", "discuss", "do",
  ]
}
