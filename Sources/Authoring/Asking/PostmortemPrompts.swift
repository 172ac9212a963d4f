package import Documents
package import Incidents
package import Postmortems

/// A question that nobody has answered yet, with the place where the answer belongs.
package struct PostmortemPrompt: Hashable, Sendable {
  package enum Topic: String, CaseIterable, Hashable, Sendable {
    /// How did that come to be?
    case why
    /// What could have caught it?
    case caught
    case evidence
    case action
    case assumption
    case luck
    case gap
    case verification
    case words
  }

  package var section: SectionKind
  package var topic: Topic
  /// Number of the factor, line or action that it is about; nil: the section as a whole.
  package var number: Int?
  /// What could have caught it, where that is asked.
  package var means: Factor.Catch.Means?
  package var question: String

  package init(
    section: SectionKind, topic: Topic, number: Int? = nil, means: Factor.Catch.Means? = nil, question: String
  ) {
    self.section = section
    self.topic = topic
    self.number = number
    self.means = means
    self.question = question
  }
}

/// Asks on where a postmortem stops: at each factor that no other explains, at what could have caught it, at luck and at what
/// was believed.
///
/// A question is gone as soon as its answer stands somewhere. At most ``whysMax`` steps are asked below a first factor: five
/// whys are a habit, not a law, and each may branch.
package struct PostmortemPrompts {
  package static let whysMax = 5

  private let postmortem: Postmortem
  private let document: PostmortemDocument
  private let incident: Incident?

  /// `document` holds the words, with or without its parts.
  package init(postmortem: Postmortem, document: PostmortemDocument, incident: Incident? = nil) {
    self.postmortem = postmortem
    self.document = document
    self.incident = incident
  }

  /// In the order of the document, those about the whole section first.
  package func prompts() -> [PostmortemPrompt] { causes() + gaps() + actions() + lessons() }

  package func prompts(in section: SectionKind) -> [PostmortemPrompt] { prompts().filter { $0.section == section } }

  package func prompts(forFactor number: Int) -> [PostmortemPrompt] {
    causes().filter { $0.number == number && $0.section == .rootCause }
  }

  // MARK: Causes

  private func causes() -> [PostmortemPrompt] {
    var prompts: [PostmortemPrompt] = []
    func ask(_ topic: PostmortemPrompt.Topic, _ question: String, _ factor: Factor? = nil) {
      prompts.append(
        PostmortemPrompt(section: .rootCause, topic: topic, number: factor?.number, question: question))
    }
    if postmortem.factors.isEmpty {
      ask(.why, "What set it off, what made it possible, what kept us from seeing it, what made it last?")
    } else if postmortem.factors.count == 1 {
      ask(.why, "One factor alone is rare. What else had to be true at the same time?")
    }
    let kinds = Set(postmortem.factors.map(\.kind))
    if !kinds.isEmpty, !kinds.contains(.detection) { ask(.why, "What kept us from seeing it earlier?") }
    if !kinds.isEmpty, !kinds.contains(.response) {
      ask(.why, "What made it last longer, or reach further, than it had to?")
    }
    if postmortem.assumptions.isEmpty {
      ask(.assumption, "What did we believe that day that turned out otherwise? Why was it reasonable to believe?")
    }
    for assumption in postmortem.assumptions where assumption.shown.isEmpty || assumption.now.isEmpty {
      let missing = assumption.shown.isEmpty ? "What did the day show of it?" : "What do we believe now?"
      ask(.assumption, "We believed: \(assumption.believed) \(missing)")
    }
    for factor in postmortem.factors { prompts += self.prompts(of: factor) }
    return prompts
  }

  private func prompts(of factor: Factor) -> [PostmortemPrompt] {
    var prompts: [PostmortemPrompt] = []
    func ask(_ topic: PostmortemPrompt.Topic, _ question: String, _ means: Factor.Catch.Means? = nil) {
      prompts.append(
        PostmortemPrompt(
          section: .rootCause, topic: topic, number: factor.number, means: means, question: question))
    }
    let isLeaf = !postmortem.factors.contains { $0.parent == factor.number }
    if isLeaf, depth(of: factor) < Self.whysMax {
      ask(.why, "How did that come to be? More than one answer may be true.")
    }
    if factor.sureness != .possible, factor.evidence.isEmpty { ask(.evidence, "Where can that be seen?") }
    if factor.sureness == .possible { ask(.evidence, "What would show whether it was so?") }
    // Asked once for each chain, where it begins: below it, the answers would be the same.
    if factor.parent == nil {
      let answered = Set(factor.catches.map(\.means))
      for means in Factor.Catch.Means.allCases where !answered.contains(means) {
        let more = means == .automation ? "" : " Why was it not there, or what did it look at instead?"
        ask(.caught, PartWords.question(means) + more, means)
      }
    }
    if postmortem.unansweredFactors.contains(factor), isLeaf {
      ask(.action, "Which action answers this factor? If none can, say why not.")
    }
    return prompts
  }

  /// Steps from the factor to the one at the top; a circle ends where it closes.
  private func depth(of factor: Factor) -> Int {
    var seen: Set<Int> = [factor.number]
    var depth = 0
    var next = factor.parent
    while let number = next, seen.insert(number).inserted {
      depth += 1
      next = postmortem.factor(number)?.parent
    }
    return depth
  }

  // MARK: Timeline, actions, lessons

  private func gaps() -> [PostmortemPrompt] {
    TimelineGaps(postmortem: postmortem, incident: incident).gaps().filter { $0.explanation == nil }
      .map { PostmortemPrompt(section: .timeline, topic: .gap, number: $0.after, question: $0.question) }
  }

  private func actions() -> [PostmortemPrompt] {
    var prompts: [PostmortemPrompt] = []
    func ask(_ topic: PostmortemPrompt.Topic, _ question: String, _ number: Int? = nil) {
      prompts.append(PostmortemPrompt(section: .actions, topic: topic, number: number, question: question))
    }
    let standing = postmortem.actions.filter { $0.state != .declined }
    if !standing.contains(where: { $0.content.kind == .stopNow }) {
      ask(.action, "What keeps it from happening again tomorrow?")
    }
    if !standing.contains(where: { $0.content.kind == .detect }) { ask(.action, "What would show it within minutes?") }
    if !standing.contains(where: { $0.content.kind == .soften }) { ask(.action, "What would make it hurt less?") }
    for action in standing where action.content.verification.isEmpty {
      ask(.verification, "How can anybody see that it works? Could a guard keep checking it?", action.number)
    }
    let loose = Set(postmortem.looseActions.map(\.number))
    for action in standing where loose.contains(action.number) && !postmortem.factors.isEmpty {
      ask(.action, "Which factor does it answer?", action.number)
    }
    return prompts
  }

  private func lessons() -> [PostmortemPrompt] {
    guard postmortem.lucks.isEmpty else { return [] }
    return [
      PostmortemPrompt(
        section: .lessons, topic: .luck,
        question: "Where were we lucky? What would have made it worse: another hour, another day, one person less?")
    ]
  }
}
