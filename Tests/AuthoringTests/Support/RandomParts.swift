import Chronology
import Documents
import Incidents
import Postmortems

/// Postmortems with parts of every shape, the same for the same seed.
struct RandomParts {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, bound)))
  }

  private mutating func isTrue() -> Bool { next(2) == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }

  private static let pieces = [
    "|", "\\", "`", "``", "*", "**", "_", "<", ">", "#", "# ", "- ", "1. ", "&", "&amp;", "&#124;", "~", "~~", "[",
    "](", "]",
    "<br>", "<!-- end parts -->", "-->", "\n", "\n\n", " ", "  ", "\t", "a", "word", "Ünï", "日本語", "🚒", "e\u{301}",
    "\u{301}", ", ", ": ", "; ", "(", ")", " to ", "F2", "**F3**", "| x |", "`a|b`", "\\|", "`x",
    "https://a.example/b_c",
    "=== ", "```", "\u{a0}", "\u{2028}", "don't",
  ]

  /// Any text, its ends and its line ends included; never empty.
  mutating func text() -> String {
    let text = (0...next(9)).map { _ in pick(Self.pieces) }.joined()
    return text.isEmpty ? "x" : text
  }

  private mutating func texts(_ most: Int) -> [String] { (0..<next(most + 1)).map { _ in text() } }

  private mutating func instant() -> Instant {
    let digits = UInt8(pick([0, 0, 3, 6, 9]))
    var unit: Int64 = 1
    for _ in digits..<9 { unit *= 10 }
    let fraction = Int64(next(1_000_000_000)) / unit * unit
    return Instant(
      nanoseconds: (1_300_000_000 + Int64(next(900_000_000))) * 1_000_000_000 + fraction, fractionDigits: digits)
  }

  private mutating func number(_ taken: inout Set<Int>) -> Int {
    while true {
      let number = 1 + next(40)
      if taken.insert(number).inserted { return number }
    }
  }

  // MARK: Parts

  private mutating func lines() -> [TimelineLine] {
    var taken: Set<Int> = []
    return (0..<next(7)).map { _ in
      let at = isTrue() || isTrue() ? instant() : nil
      var until = at.flatMap { at in next(3) == 0 ? at.advanced(bySeconds: Double(next(200_000))) : nil }
      if at == nil, next(4) == 0 { until = instant() }
      return TimelineLine(
        number: number(&taken), at: at, until: until, basis: pick(TimelineLine.Basis.allCases), text: text(),
        origin: pick(TimelineLine.Origin.allCases), originID: isTrue() ? text() : nil, references: texts(3),
        group: next(3) == 0 ? text() : nil)
    }
  }

  private mutating func factors() -> [Factor] {
    var taken: Set<Int> = []
    var factors = (0..<next(8)).map { _ in
      Factor(
        number: number(&taken), text: text(), kind: pick(Factor.Kind.allCases),
        sureness: pick(Factor.Sureness.allCases), evidence: texts(3),
        catches: (0..<next(3)).map { _ in
          Factor.Catch(means: pick(Factor.Catch.Means.allCases), answer: text())
        }, hits: (0..<next(3)).map { _ in ActionID(postmortem: 1 + next(9), action: 1 + next(9)) })
    }
    // Parents of all kinds: none, one of these, one that is not there, circles.
    for index in factors.indices where isTrue() {
      factors[index].parent = isTrue() ? pick(taken.sorted()) : 1 + next(40)
    }
    return factors
  }

  /// The events of a postmortem; its accounts are opened as a rule.
  mutating func events() -> [PostmortemEvent] {
    var events: [PostmortemEvent] = [
      .started(
        PostmortemStart(incident: 7, origin: .incident, title: "Night", text: base(), facts: nil)),
      .detailsWritten(
        PostmortemDetails(
          title: text(), owner: isTrue() ? text() : nil, authors: texts(2), participants: texts(3),
          facilitator: isTrue() ? text() : nil)),
    ]
    let lines = lines()
    if !lines.isEmpty { events.append(.linesWritten(LinesWritten(lines: lines))) }
    for line in lines where next(4) == 0 {
      events.append(.gapExplained(GapExplained(after: line.number, text: text())))
    }
    events += factors().map { .factorWritten($0) }
    for number in 1..<(1 + next(4)) {
      events.append(
        .assumptionWritten(
          Assumption(
            number: number * 2, believed: text(), shown: isTrue() ? text() : "", now: isTrue() ? text() : "",
            evidence: texts(2))))
      events.append(.luckWritten(Luck(number: number * 3, text: text())))
      events += action(number)
    }
    events += accounts()
    if isTrue() { events.append(.stageChanged(StageChanged(stage: pick(PostmortemStage.allCases)))) }
    return events
  }

  private mutating func action(_ number: Int) -> [PostmortemEvent] {
    let content = ActionContent(
      text: text(), kind: pick(ActionKind.allCases), term: pick(ActionTerm.allCases), owner: isTrue() ? text() : nil,
      due: isTrue() ? CivilDate(daysSinceEpoch: 19_000 + next(4000)) : nil,
      factors: (0..<next(3)).map { _ in 1 + next(9) }, verification: isTrue() ? text() : "")
    let steps = (0..<next(3)).map { _ in
      PostmortemEvent.actionStepped(
        ActionStepped(action: number, state: pick(ActionState.allCases), note: isTrue() ? text() : ""))
    }
    return [.actionWritten(ActionWritten(action: number, content: content))] + steps
  }

  private mutating func accounts() -> [PostmortemEvent] {
    let people = (0..<next(4)).map { "\(text())\($0)" }
    var events: [PostmortemEvent] = people.isEmpty ? [] : [.accountsAsked(AccountsAsked(people: people))]
    for person in people where isTrue() {
      let statement = AccountStatement(
        saw: text(), expected: isTrue() ? text() : "", surprised: isTrue() ? text() : "", sense: isTrue() ? text() : "",
        at: isTrue() ? instant() : nil)
      events.append(.accountGiven(AccountGiven(person: person, statement: next(3) == 0 ? nil : statement)))
    }
    return next(4) == 0 ? events : events + [.accountsOpened(AccountsOpened())]
  }

  /// A document whose sections have some words, in the order and under the headings of its author.
  private mutating func base() -> String {
    let lineEnd = next(4) == 0 ? "\r\n" : "\n"
    let words = [
      "", "Some words.", "- a list\n- of two", "| a | b |\n|---|---|\n| 1 | 2 |", "> **Ask:** what?", "```\ncode\n```",
      "<!-- parts: timeline -->", "Words\n<!--  end parts -->",
      "<!-- mayday: allow blame because it is quoted -->\nWords", "### Below\n\ntext",
    ]
    var text = isTrue() ? "" : "---\ntitle: Night\n# a remark\nteam: blue\nstatus: open\n---\n\n"
    text += isTrue() ? "# Night\n" : "# Night\n\nIntro.\n"
    for kind in SectionKind.allCases.dropFirst() where next(4) > 0 {
      let body = pick(words)
      text += "\n## \(kind.heading)\n" + (body.isEmpty ? "" : "\n\(body)\n")
    }
    return lineEnd == "\n"
      ? text : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
  }

  static func postmortem(_ events: [PostmortemEvent]) -> Postmortem {
    var postmortem = Postmortem(number: 3)
    for (index, event) in events.enumerated() {
      postmortem.apply(
        event,
        EventStamp(
          version: Int64(index + 1), recorded: Instant(seconds: 1_800_000_000 + Int64(index)), actor: "sam"))
    }
    return postmortem
  }
}
