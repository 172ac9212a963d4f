import Chronology
package import Incidents

extension Postmortem {
  /// Adds what an event says.
  package mutating func apply(_ event: PostmortemEvent, _ stamp: EventStamp) {
    skip(stamp)
    switch event {
    case .imported(let text), .revised(let text): bringIn(text, stamp)
    case .started(let start): begin(start, stamp)
    case .sectionWritten(let content):
      sections[content.section] = SectionText(
        markdown: content.markdown, version: stamp.version, by: stamp.actor, at: stamp.recorded)
    case .detailsWritten(let content):
      details = content
      hasOwnDetails = true
    case .accountsAsked, .accountGiven, .accountsOpened: applyToAccounts(event, stamp)
    case .linesWritten, .linesRemoved, .linesArranged, .gapExplained: applyToLines(event)
    case .factorWritten, .assumptionWritten, .luckWritten, .partRemoved: applyToParts(event)
    case .commentWritten(let content):
      comments.append(PostmortemComment(content: content, by: stamp.actor, at: stamp.recorded))
    case .commentSettled(let content):
      if let index = comments.firstIndex(where: { $0.content.number == content.number }) {
        comments[index].isSettled = content.isSettled
      }
    case .reviewersNamed(let content): reviewers = content.people
    case .verdictGiven(let content):
      verdicts.append(ReviewVerdict(person: stamp.actor, content: content, at: stamp.recorded, revision: revision))
    case .stageChanged(let change):
      if stage == .final, change.stage != .final { revision += 1 }
      stage = change.stage
      staged = stamp.recorded
      if stage == .inReview { reviewAsked = stamp.recorded }
      passed = change.stage == .final ? change.passed : []
    case .published, .withdrawn: applyToPublications(event, stamp)
    case .actionWritten, .actionStepped: applyToActions(event, stamp)
    }
  }

  /// Counts an event whose content is not known or was erased.
  package mutating func skip(_ stamp: EventStamp) {
    version = stamp.version
    changed = stamp.recorded
    if started == nil { started = stamp.recorded }
  }

  private mutating func bringIn(_ text: PostmortemText, _ stamp: EventStamp) {
    incident = text.incident
    base = text.text
    baseVersion = stamp.version
    sections = [:]
    path = text.path
    details.title = text.title
    hasOwnDetails = false
    stage = Self.isFinal(text.status) ? .final : .draft
  }

  private mutating func begin(_ start: PostmortemStart, _ stamp: EventStamp) {
    incident = start.incident
    origin = start.origin
    source = start.source
    facts = start.facts
    importNotes = start.notes
    digest = start.sha256
    // Begun anew from a newer state of the same document.
    if baseVersion > 0, start.origin == .library { revision += 1 }
    base = start.text
    baseVersion = stamp.version
    sections = [:]
    details.title = start.title
    if start.origin == .library { stage = .final }
  }

  /// Whether a document calls itself finished.
  package static func isFinal(_ status: String) -> Bool {
    let words = Set(status.lowercased().split { !$0.isLetter }.map(String.init))
    return !words.isDisjoint(with: finished) && words.isDisjoint(with: unfinished)
  }

  private static let finished: Set<String> = [
    "final", "published", "complete", "completed", "approved", "closed", "done",
  ]
  /// Words that take it back: "draft, not final", "final review pending".
  private static let unfinished: Set<String> = [
    "draft", "not", "review", "pending", "wip", "progress", "incomplete", "unfinished", "almost", "nearly", "until",
    "before", "open",
  ]

  private mutating func applyToAccounts(_ event: PostmortemEvent, _ stamp: EventStamp) {
    switch event {
    case .accountsAsked(let asked):
      for person in asked.people { change(person) { $0.asked = $0.asked ?? stamp.recorded } }
    case .accountGiven(let given):
      change(given.person) { account in
        account.statement = given.statement
        account.isDeclined = given.statement == nil
        account.given = given.statement == nil ? nil : stamp.recorded
      }
    case .accountsOpened: accountsOpened = stamp.recorded
    default: break
    }
  }

  private mutating func change(_ person: String, _ body: (inout ParticipantAccount) -> Void) {
    let index = accounts.firstIndex { $0.person == person } ?? accounts.endIndex
    if index == accounts.endIndex { accounts.append(ParticipantAccount(person: person)) }
    body(&accounts[index])
  }

  private mutating func applyToLines(_ event: PostmortemEvent) {
    switch event {
    case .linesWritten(let written):
      for line in written.lines {
        lineNext = max(lineNext, line.number + 1)
        if let index = lines.firstIndex(where: { $0.number == line.number }) {
          lines[index] = line
        } else {
          lines.append(line)
        }
      }
      sortLines()
    case .linesRemoved(let removed):
      lines.removeAll { removed.numbers.contains($0.number) }
      for number in removed.numbers { gaps[number] = nil }
    case .linesArranged(let arranged):
      let places = Dictionary(arranged.numbers.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
      let named = lines.indices.filter { places[lines[$0].number] != nil }
      // Lines of different instants stand in the order of their instants, whatever was asked for.
      for slots in Dictionary(grouping: named, by: { lines[$0].at }).values {
        let moved = slots.map { lines[$0] }.sorted { (places[$0.number] ?? 0) < (places[$1.number] ?? 0) }
        for (slot, line) in zip(slots, moved) { lines[slot] = line }
      }
    case .gapExplained(let gap): gaps[gap.after] = gap.text.isEmpty ? nil : gap.text
    default: break
    }
  }

  /// By instant; those without one keep their place after the line that stands before them.
  private mutating func sortLines() {
    var stretches: [(at: Instant?, lines: [TimelineLine])] = []
    for line in lines {
      if line.at == nil, !stretches.isEmpty {
        stretches[stretches.count - 1].lines.append(line)
      } else {
        stretches.append((line.at, [line]))
      }
    }
    let sorted = stretches.enumerated().sorted { left, right in
      guard let first = left.element.at else { return right.element.at != nil || left.offset < right.offset }
      guard let second = right.element.at else { return false }
      return first != second ? first < second : left.offset < right.offset
    }
    lines = sorted.flatMap(\.element.lines)
  }

  private mutating func applyToParts(_ event: PostmortemEvent) {
    switch event {
    case .factorWritten(let factor):
      factorNext = max(factorNext, factor.number + 1)
      Self.put(factor, into: &factors, \.number)
    case .assumptionWritten(let assumption):
      assumptionNext = max(assumptionNext, assumption.number + 1)
      Self.put(assumption, into: &assumptions, \.number)
    case .luckWritten(let luck):
      luckNext = max(luckNext, luck.number + 1)
      Self.put(luck, into: &lucks, \.number)
    case .partRemoved(let removed):
      switch removed.part {
      case .factor:
        let parent = factor(removed.number)?.parent
        factors.removeAll { $0.number == removed.number }
        for index in factors.indices where factors[index].parent == removed.number { factors[index].parent = parent }
      case .assumption: assumptions.removeAll { $0.number == removed.number }
      case .luck: lucks.removeAll { $0.number == removed.number }
      }
    default: break
    }
  }

  private static func put<Part>(_ part: Part, into parts: inout [Part], _ number: KeyPath<Part, Int>) {
    if let index = parts.firstIndex(where: { $0[keyPath: number] == part[keyPath: number] }) {
      parts[index] = part
    } else {
      let place = parts.firstIndex { $0[keyPath: number] > part[keyPath: number] } ?? parts.endIndex
      parts.insert(part, at: place)
    }
  }

  private mutating func applyToPublications(_ event: PostmortemEvent, _ stamp: EventStamp) {
    switch event {
    case .published(let content):
      publications.append(
        Publication(
          content: content, at: stamp.recorded, by: stamp.actor, revision: revision, version: stamp.version))
    case .withdrawn(let content):
      for index in publications.indices
      where publications[index].content.audience == content.audience && publications[index].isOut {
        publications[index].withdrawn = stamp.recorded
        publications[index].withdrawnReason = content.reason
      }
    default: break
    }
  }

  private mutating func applyToActions(_ event: PostmortemEvent, _ stamp: EventStamp) {
    switch event {
    case .actionWritten(let written):
      if let index = actions.firstIndex(where: { $0.number == written.action }) {
        actions[index].content = written.content
      } else {
        let step = PostmortemAction.Step(state: .proposed, at: stamp.at, by: stamp.actor, note: "")
        actions.append(PostmortemAction(number: written.action, content: written.content, proposed: step))
      }
    case .actionStepped(let stepped):
      guard let index = actions.firstIndex(where: { $0.number == stepped.action }) else { return }
      actions[index].state = stepped.state
      actions[index].steps.append(
        PostmortemAction.Step(
          state: stepped.state, at: stamp.at, by: stamp.actor, note: stepped.note, check: stepped.check))
    default: break
    }
  }
}
