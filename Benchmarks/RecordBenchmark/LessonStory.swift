import Chronology
import Incidents
import Postmortems

/// One postmortem of the lengths that real ones have: 1,000 to 3,000 words, most of them nearer to the lower end.
struct LessonStory {
  static let actionCount = 5
  /// Sections that are written here, by their names in the record, and their share of the words.
  private static let sections: [(name: String, heading: String, share: Double)] = [
    ("summary", "Executive summary", 0.12), ("impact", "Impact analysis", 0.2),
    ("root-cause", "Root cause analysis", 0.45), ("lessons", "Lessons learned", 0.23),
  ]

  let number: Int
  let title: String
  let subject: Int
  let isFinal: Bool

  private func length(_ writer: inout LessonWriter) -> Int {
    let words = 1000 + min(writer.draw(0...2000), writer.draw(0...2000))
    writer.wordCount += words
    return words
  }

  func action(_ action: Int, _ writer: inout LessonWriter, factors: [Int]) -> ActionWritten {
    let kinds = ActionKind.allCases
    return ActionWritten(
      action: action,
      content: ActionContent(
        text: writer.sentence(writer.draw(8...18), subject), kind: kinds[writer.draw(0...(kinds.count - 1))],
        term: action < 3 ? .immediate : .longTerm, owner: writer.draw(0...9) == 0 ? nil : writer.person(),
        due: writer.draw(0...9) == 0
          ? nil : CivilDate(writer.now.advanced(bySeconds: Double(writer.draw(7...120)) * 86_400)),
        factors: factors, verification: writer.sentence(10, subject)))
  }

  /// As it is written here: begun from its incident, told, put together, reviewed.
  func events(_ writer: inout LessonWriter) -> [PostmortemEvent] {
    let words = length(&writer)
    let skeleton = Self.sections.map { "## \($0.heading)\n\n\(writer.sentence(12, subject))" }
      .joined(separator: "\n\n")
    var events: [PostmortemEvent] = [
      .started(
        PostmortemStart(incident: number, origin: .incident, title: title, text: "# \(title)\n\n\(skeleton)\n")),
      .detailsWritten(
        PostmortemDetails(
          title: title, owner: writer.person(), authors: [writer.person(), writer.person()],
          participants: [writer.person(), writer.person()], facilitator: writer.person())),
    ]
    events += accounts(&writer) + parts(&writer)
    for (name, _, share) in Self.sections {
      let length = Int(Double(words) * share)
      // The causes are written twice.
      if name == "root-cause" { events.append(section(name, length / 2, &writer)) }
      events.append(section(name, length, &writer))
    }
    return events + reviewed(&writer)
  }

  private func section(_ name: String, _ length: Int, _ writer: inout LessonWriter) -> PostmortemEvent {
    .sectionWritten(
      SectionWritten(section: name, markdown: writer.speech.prose(length, of: subject, &writer.random)))
  }

  private func accounts(_ writer: inout LessonWriter) -> [PostmortemEvent] {
    let people = [writer.person(), writer.person(), writer.person()]
    return [.accountsAsked(AccountsAsked(people: people))]
      + people.prefix(2).map { person in
        .accountGiven(
          AccountGiven(
            person: person,
            statement: AccountStatement(
              saw: writer.sentence(40, subject), expected: writer.sentence(20, subject),
              surprised: writer.sentence(20, subject), sense: writer.sentence(25, subject))))
      } + [.accountsOpened(AccountsOpened(reason: "Enough was told."))]
  }

  private func parts(_ writer: inout LessonWriter) -> [PostmortemEvent] {
    let began = writer.now.advanced(bySeconds: -20_000)
    let lines = (1...writer.draw(10...24)).map { number in
      TimelineLine(
        number: number, at: began.advanced(bySeconds: Double(number * 240)), basis: .recorded,
        text: writer.sentence(writer.draw(6...16), subject), origin: .entry, originID: "\(number)",
        references: ["entry \(number)"])
    }
    var events: [PostmortemEvent] = [.linesWritten(LinesWritten(lines: lines))]
    let factorCount = writer.draw(3...6)
    let kinds: [Factor.Kind] = [.trigger, .condition, .detection, .response]
    for number in 1...factorCount {
      events.append(
        .factorWritten(
          Factor(
            number: number, text: writer.sentence(writer.draw(8...16), subject), kind: kinds[(number - 1) % 4],
            sureness: .shown, evidence: ["L\(number)"],
            catches: [Factor.Catch(means: .test, answer: writer.sentence(8, subject))])))
    }
    events.append(
      .assumptionWritten(
        Assumption(
          number: 1, believed: writer.sentence(12, subject), shown: writer.sentence(12, subject),
          now: writer.sentence(10, subject))))
    events.append(.luckWritten(Luck(number: 1, text: writer.sentence(14, subject))))
    for number in 1...Self.actionCount {
      events.append(.actionWritten(action(number, &writer, factors: [1 + number % factorCount])))
    }
    return events
  }

  private func reviewed(_ writer: inout LessonWriter) -> [PostmortemEvent] {
    var events: [PostmortemEvent] = (1...4).map { number in
      .commentWritten(
        CommentWritten(
          number: number, anchor: CommentAnchor(section: "root-cause"),
          text: writer.sentence(18, subject)))
    }
    events.append(.commentSettled(CommentSettled(number: 1, isSettled: true)))
    events.append(.reviewersNamed(ReviewersNamed(people: [writer.person()])))
    guard isFinal else { return events }
    events.append(.stageChanged(StageChanged(stage: .inReview)))
    events.append(.verdictGiven(VerdictGiven(isApproved: true, note: "")))
    events.append(.stageChanged(StageChanged(stage: .final)))
    return events
  }

  /// As it is brought in: one document with front matter and ten sections.
  func document(_ writer: inout LessonWriter, began: Instant) -> String {
    let words = length(&writer)
    func prose(_ share: Double) -> String {
      writer.speech.prose(Int(Double(words) * share), of: subject, &writer.random)
    }
    let rows = (0..<16).map { row in
      "| \(began.advanced(bySeconds: Double(row * 300)).rfc3339) | \(writer.sentence(12, subject)) |"
    }
    let actions = (1...Self.actionCount).map { _ in "- [ ] \(writer.sentence(12, subject)) (owner: \(writer.person()))"
    }
    return """
      ---
      title: \(title)
      status: final
      ---

      # \(title)

      ## Incident date and time

      \(began.rfc3339)

      ## Executive summary

      \(prose(0.1))

      ## Impact analysis

      \(prose(0.15))

      ## Root cause analysis

      \(prose(0.4))

      ## Timeline of events

      | when | what |
      |---|---|
      \(rows.joined(separator: "\n"))

      ## Action items and remediations

      \(actions.joined(separator: "\n"))

      ## Lessons learned

      \(prose(0.2))

      """
  }
}
