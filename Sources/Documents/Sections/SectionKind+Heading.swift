extension SectionKind {
  /// Which of the ten a heading stands for; nil when it is none of them.
  ///
  /// Case, punctuation, numbering, emoji and whatever stands in brackets do not count: `3. Timeline (all times in UTC):`
  /// is a timeline. The table holds what real postmortems use.
  package init?(heading: String) {
    let words = Self.words(of: heading)
    guard !words.isEmpty, words.count <= Self.wordsMax else { return nil }
    let phrase = words.joined(separator: " ")
    if let kind = Self.byHeading[phrase] {
      self = kind
      return
    }
    if Self.foreign.contains(where: { phrase.hasPrefix($0) }) { return nil }
    for (prefix, kind) in Self.byPrefix where phrase == prefix || phrase.hasPrefix(prefix + " ") {
      self = kind
      return
    }
    for (suffix, kind) in Self.bySuffix where phrase.hasSuffix(" " + suffix) {
      self = kind
      return
    }
    return nil
  }

  /// Longer headings are sentences.
  private static let wordsMax = 14

  /// Lower-case words of a heading, numbering and brackets left out.
  private static func words(of heading: String) -> [String] {
    var depth = 0
    var plain = ""
    for character in heading.lowercased() {
      switch character {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth = max(0, depth - 1)
      case "’", "'": break
      case _ where depth > 0: break
      case _ where character.isLetter || character.isNumber: plain.append(character)
      default: plain.append(" ")
      }
    }
    if plain.allSatisfy(\.isWhitespace), depth == 0 {
      // All of it stood in brackets: `[Impact]`.
      plain = String(heading.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " })
    }
    var words = plain.split(separator: " ").map(String.init)
    while let first = words.first, words.count > 1, first.allSatisfy(\.isNumber) || first.count == 1 && first != "a" {
      words.removeFirst()
    }
    return words
  }

  /// Headings that begin like a section of ours and are something else.
  private static let foreign = [
    "after action report", "impacted ", "status page", "status update", "summary of changes", "timeline of funding",
    "actions taken", "action taken", "what happens", "date of birth",
  ]

  private static let byHeading: [String: SectionKind] = [
    "title": .titleAndOwnership, "title and ownership": .titleAndOwnership, "ownership": .titleAndOwnership,
    "owner": .titleAndOwnership,

    "date": .dateAndTime, "dates": .dateAndTime, "date and time": .dateAndTime, "incident date": .dateAndTime,
    "incident date and time": .dateAndTime, "when": .dateAndTime, "duration": .dateAndTime, "stats": .dateAndTime,
    "statistics": .dateAndTime, "metrics": .dateAndTime, "time to repair": .dateAndTime,
    "time to resolve": .dateAndTime,
    "incident details": .dateAndTime, "incident window": .dateAndTime,

    "authors and participants": .participants, "authors": .participants, "author": .participants,
    "author s": .participants, "attendees": .participants, "participants": .participants,
    "involved parties": .participants, "involved": .participants, "responders": .participants,
    "people involved": .participants, "incident responders": .participants, "who was involved": .participants,

    "status": .status, "current status": .status, "incident status": .status, "postmortem status": .status,
    "document status": .status,

    "executive summary": .summary, "summary": .summary, "overview": .summary, "tldr": .summary, "tl dr": .summary,
    "what happened": .summary, "introduction": .summary, "abstract": .summary, "description": .summary,
    "the incident": .summary, "synopsis": .summary, "details of incident": .summary, "in short": .summary,

    "impact": .impact, "severity": .impact, "scope": .impact, "affected customers": .impact, "affected users": .impact,
    "affected services": .impact, "affected systems": .impact, "what was impacted": .impact,
    "what was affected": .impact, "who was affected": .impact, "blast radius": .impact, "consequences": .impact,
    "customer experience": .impact, "damage": .impact,

    "root cause": .rootCause, "root causes": .rootCause, "cause": .rootCause, "causes": .rootCause,
    "trigger": .rootCause, "triggers": .rootCause, "analysis": .rootCause, "technical details": .rootCause,
    "contributing factors": .rootCause, "five whys": .rootCause, "5 whys": .rootCause, "the 5 whys": .rootCause,
    "the five whys": .rootCause, "the underlying issue": .rootCause, "causal analysis": .rootCause,
    "technical analysis": .rootCause, "contributing causes": .rootCause, "what caused it": .rootCause,
    "why did it happen": .rootCause, "factors": .rootCause,

    "timeline": .timeline, "key events": .timeline, "events": .timeline, "chronology": .timeline,
    "sequence of events": .timeline, "event log": .timeline, "incident log": .timeline, "events timeline": .timeline,

    "action items": .actions, "actions": .actions, "action item": .actions, "action plan": .actions,
    "next steps": .actions, "follow up": .actions, "follow ups": .actions, "followups": .actions,
    "follow up actions": .actions, "corrective actions": .actions, "remediation": .actions, "remediations": .actions,
    "prevention": .actions, "recommendations": .actions, "preventative measures": .actions,
    "preventive measures": .actions, "future measures": .actions, "process improvements": .actions,
    "review actions": .actions, "moving forward": .actions, "improvements": .actions, "todo": .actions,
    "todos": .actions, "resulting action": .actions, "resulting actions": .actions, "future actions": .actions,
    "what were doing about it": .actions, "what we are doing about it": .actions, "what will we do": .actions,
    "what are we doing about it": .actions, "what are we doing": .actions, "what we are doing": .actions,
    "what were doing": .actions, "what will we change": .actions, "what we will change": .actions,
    "what happens next": .actions, "whats next": .actions, "what is next": .actions, "next actions": .actions,
    "action points": .actions, "follow up items": .actions, "follow up tasks": .actions, "follow up work": .actions,
    "follow on actions": .actions, "tasks": .actions, "to dos": .actions, "prevention measures": .actions,
    "preventing recurrence": .actions, "permanent fix": .actions, "long term fix": .actions,
    "long term fixes": .actions, "future work": .actions, "changes we are making": .actions,
    "action items and remediations": .actions, "jira tickets": .actions,

    "lessons learned": .lessons, "lessons learnt": .lessons, "lessons": .lessons, "conclusion": .lessons,
    "conclusions": .lessons, "takeaways": .lessons, "key takeaways": .lessons, "learnings": .lessons,
    "key learnings": .lessons, "retrospective": .lessons, "reflection": .lessons, "reflections": .lessons,
    "what we learned": .lessons, "what did we learn": .lessons, "what we learnt": .lessons,
  ]

  private static let byPrefix: [(String, SectionKind)] = [
    ("timeline", .timeline), ("chronology", .timeline),
    ("action items", .actions), ("corrective and prevent", .actions), ("corrective and preventative", .actions),
    ("corrective and preventive", .actions), ("planned actions", .actions), ("actions following", .actions),
    ("immediate actions", .actions), ("how are we preventing", .actions), ("how we prevent", .actions),
    ("how will we prevent", .actions), ("what is being done to prevent", .actions), ("next steps", .actions),
    ("short term improvements", .actions), ("medium term improvements", .actions),
    ("long term improvements", .actions), ("remediation and", .actions), ("remediation items", .actions),
    ("lessons learn", .lessons), ("lessons learned", .lessons), ("lessons learnt", .lessons),
    ("what went", .lessons), ("what didnt go", .lessons), ("what did not go", .lessons),
    ("things that went", .lessons), ("where we got lucky", .lessons), ("where did we get lucky", .lessons),
    ("what worked", .lessons), ("what could have gone better", .lessons), ("what could be improved", .lessons),
    ("root cause", .rootCause), ("root causes", .rootCause), ("contributing factors", .rootCause),
    ("why did", .rootCause), ("why was", .rootCause), ("why were", .rootCause), ("why the", .rootCause),
    ("why it happened", .rootCause),
    ("summary", .summary), ("what happened", .summary), ("details of incident", .summary),
    ("impact", .impact), ("customer impact", .impact), ("user impact", .impact), ("severity", .impact),
    ("affected", .impact), ("potential impact", .impact),
  ]

  private static let bySuffix: [(String, SectionKind)] = [
    ("timeline", .timeline), ("timeline of events", .timeline), ("root causes", .rootCause), ("root cause", .rootCause),
    ("root cause analysis", .rootCause), ("action items", .actions), ("lessons learned", .lessons),
    ("lessons learnt", .lessons), ("takeaways", .lessons), ("improvements", .actions), ("corrective actions", .actions),
    ("summary", .summary), ("overview", .summary), ("impact", .impact), ("impacted", .impact),
    ("impact analysis", .impact), ("impact duration", .impact),
  ]
}
