import Documents

/// What else than a postmortem a document shows itself to be, by its title and its headings.
enum DocumentGenre {
  /// The words of the title that say so: `runbook`, and how much they weigh; nil when none does.
  static func word(inTitle title: String) -> (text: String, weight: Int)? {
    let words = " " + plain(title) + " "
    if let word = always.first(where: { words.contains(" \($0) ") }) { return (word, 6) }
    // `Post-mortem: the onboarding process failed` is one all the same.
    if reports.contains(where: { words.contains(" \($0) ") }) { return nil }
    if title.hasSuffix("?"), !words.contains(" happened ") { return ("?", 4) }
    return titles.first { words.contains(" \($0) ") }.map { ($0, 4) }
  }

  /// What a set of headings gives away: `a decision record`; nil when it is no such set.
  static func kind(ofHeadings headings: [String]) -> String? {
    let names = Set(headings.map(plain))
    return sets.first { set in
      names.count { name in set.words.contains { name == $0 || name.hasPrefix($0 + " ") } } >= set.least
    }?.kind
  }

  /// Lower-case words, single spaces.
  static func plain(_ text: String) -> String {
    let letters = text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
    return String(letters).split(separator: " ").joined(separator: " ")
  }

  /// Titles that only a report of an incident has, so that a word of another kind may stand beside.
  private static let reports = [
    "post mortem", "postmortem", "incident report", "incident review", "outage", "rca", "root cause analysis",
    "went wrong", "disruption", "incident",
  ]
  /// Words that say what it is even next to `postmortem`.
  private static let always = [
    "template", "templates", "how to", "how we write", "guide", "guidelines", "policy", "runbook", "runbooks",
    "playbook", "playbooks", "checklist", "faq", "frequently asked", "index of", "readme", "contributing",
    "questions for", "questions about", "glossary", "postmortems", "post mortems", "incident response", "response plan",
    "incident management", "incident process", "postmortem process", "post mortem process", "drill", "game day",
    "gameday", "tabletop", "handover", "trip report", "meeting notes", "meeting minutes", "minutes of", "handbook",
  ]
  private static let titles = [
    "code of conduct", "changelog", "change log", "release notes", "roadmap", "onboarding", "tutorial",
    "getting started", "design", "proposal", "rfc", "adr", "plan for", "project plan", "risks", "risk register",
    "sprint", "iteration", "weekly", "standup", "agenda", "one on one", "service level", "sla", "slo", "objectives of",
    "license", "licence", "maintenance", "manual", "reference", "specification", "statistics", "newsletter",
    "job description", "interview", "process", "procedure", "security policy", "supported versions", "meeting", "talk",
    "exercise", "training", "load test", "benchmark", "status of", "status report", "progress report", "survey",
    "comparison", "history of", "goals", "capacity review",
  ]

  private static let sets: [(kind: String, least: Int, words: Set<String>)] = [
    ("a decision record", 2, ["context", "decision", "decisions", "decision drivers", "considered options"]),
    (
      "minutes of a meeting", 2,
      ["agenda", "attendees", "present", "apologies", "minutes", "announcements", "any other"]
    ),
    (
      "a runbook", 2,
      [
        "meaning", "diagnosis", "mitigation", "when to use", "symptoms", "procedure", "steps", "escalation",
        "prerequisites", "verification", "rollback", "contacts", "troubleshooting",
      ]
    ),
    (
      "a design", 2,
      [
        "motivation", "goals", "non goals", "alternatives", "goals and non goals", "open questions", "proposal",
        "proposed design", "drawbacks", "prior art", "rollout plan", "requirements", "success criteria",
      ]
    ),
    (
      "a list of changes", 2,
      [
        "added", "changed", "fixed", "removed", "deprecated", "breaking changes", "new features", "bug fixes",
        "unreleased",
      ]
    ),
    (
      "instructions", 2,
      [
        "installation", "install", "usage", "getting started", "quick start", "quickstart", "configuration",
        "license", "contributing", "how to", "examples", "supported versions", "reporting a vulnerability",
      ]
    ),
    ("texts to fill in", 2, ["investigating", "identified", "monitoring", "resolved"]),
    ("a plan", 2, ["risks", "budget", "milestones", "scope", "scenario", "expected results", "success metrics"]),
  ]
}
