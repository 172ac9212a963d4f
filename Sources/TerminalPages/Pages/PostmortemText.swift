package import Chronology
import Findings
package import Interchange
import Postmortems

/// A postmortem on a terminal: where it stands, its words, its parts, what is still missing.
package struct PostmortemText {
  private let postmortem: PostmortemAnswer
  private let namedActionCount: Int
  private let zone: DisplayZone
  private let now: Instant

  /// `namedActionCount`: how many actions its text names, where none is followed up.
  package init(postmortem: PostmortemAnswer, namedActionCount: Int = 0, zone: DisplayZone, now: Instant) {
    self.postmortem = postmortem
    self.namedActionCount = namedActionCount
    self.zone = zone
    self.now = now
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    head(&lines)
    for section in postmortem.sections where !section.markdown.isEmpty {
      lines.heading(section.heading)
      lines.add(standing(section), indent: 2, style: .faint)
      MarkdownLines(section.markdown).add(to: &lines, indent: 2)
    }
    timeline(&lines)
    causes(&lines)
    actions(&lines)
    talk(&lines)
    missing(&lines)
    return lines.text
  }

  /// `version 5, ben 03:12`: what --seen names, and who wrote it.
  private func standing(_ section: SectionAnswer) -> String {
    let wrote = section.by.map { by in ", \(by)\(section.at.map { " \(zone.short($0, beside: now))" } ?? "")" }
    return "version \(section.version)\(wrote ?? "")"
  }

  private func head(_ lines: inout TextLines) {
    let summary = postmortem.summary
    lines.add("\(summary.id)  \(summary.title)", hanging: 2, style: .strong)
    var facts = [summary.stage.words, "revision \(postmortem.revision)", "version \(postmortem.version)"]
    if let incident = summary.incident { facts.insert("about \(incident)", at: 0) }
    lines.add(facts.joined(separator: " · "), indent: 2, hanging: 2)
    let people: [(String, [String])] = [
      ("owner", [postmortem.details.owner].compactMap(\.self)),
      ("facilitator", [postmortem.details.facilitator].compactMap(\.self)), ("authors", postmortem.details.authors),
      ("participants", postmortem.details.participants), ("reviewers", postmortem.reviewers),
    ]
    for (label, names) in people where !names.isEmpty {
      lines.add(label, names.joined(separator: ", "), columns: 14)
    }
    for publication in postmortem.publications where publication.isOut {
      lines.add(
        "out",
        "\(publication.audience.words), \(zone.short(publication.at, beside: now))"
          + (publication.isOnStatusPage ? ", on the status page" : ""), columns: 14)
    }
  }

  private func timeline(_ lines: inout TextLines) {
    guard !postmortem.lines.isEmpty else { return }
    let gaps = Dictionary(postmortem.gaps.map { ($0.after, $0.text) }) { first, _ in first }
    lines.heading("Timeline")
    var rows: [[String]] = []
    for line in postmortem.lines {
      rows.append(["L\(line.number)", line.at.map { zone.short($0, beside: now) } ?? "not known", line.text])
      if let gap = gaps[line.number] { rows.append(["", "", "(then: \(gap))"]) }
    }
    lines.table(rows)
  }

  private func causes(_ lines: inout TextLines) {
    if !postmortem.factors.isEmpty {
      lines.heading("Contributing factors")
      let known = Set(postmortem.factors.map(\.number))
      add(postmortem.factors.filter { $0.parent.map { !known.contains($0) } ?? true }, depth: 0, &lines)
    }
    if !postmortem.assumptions.isEmpty {
      lines.heading("What we believed")
      for assumption in postmortem.assumptions {
        lines.add("B\(assumption.number)", assumption.believed, columns: 5)
        if !assumption.shown.isEmpty { lines.add("", "the day showed: \(assumption.shown)", columns: 5) }
        if !assumption.now.isEmpty { lines.add("", "now: \(assumption.now)", columns: 5) }
      }
    }
    if !postmortem.luck.isEmpty {
      lines.heading("Where we were lucky")
      for luck in postmortem.luck { lines.add("K\(luck.number)", luck.text, columns: 5) }
    }
  }

  private func add(_ factors: [Factor], depth: Int, _ lines: inout TextLines) {
    guard depth <= PostmortemLimits.factorDepthMax else { return }
    for factor in factors {
      let marks = "\(factor.kind.words.loweringFirst); \(factor.sureness.words.loweringFirst)"
      lines.add("F\(factor.number)  \(factor.text) (\(marks))", indent: 2 + 2 * depth, hanging: 4)
      add(postmortem.factors.filter { $0.parent == factor.number }, depth: depth + 1, &lines)
    }
  }

  private func actions(_ lines: inout TextLines) {
    if postmortem.actions.isEmpty, namedActionCount > 0 {
      lines.heading("Actions")
      lines.add("The text names \(namedActionCount): mayday action adopt \(postmortem.summary.id)", indent: 2)
    }
    guard !postmortem.actions.isEmpty else { return }
    lines.heading("Actions")
    let today = CivilDate(now)
    for action in postmortem.actions {
      let content = action.content
      let isOverdue = action.isOverdue(on: today)
      lines.add("A\(action.number)", content.text, columns: 5, style: isOverdue ? .late : nil)
      let facts = ActionFacts(
        kind: content.kind, owner: content.owner, due: content.due, factors: content.factors, state: action.state,
        isOverdue: isOverdue, today: today)
      lines.add("", facts.text, columns: 5, style: .faint)
    }
  }

  private func talk(_ lines: inout TextLines) {
    if !postmortem.accounts.isEmpty {
      lines.heading(postmortem.accountsOpened == nil ? "Accounts, not open yet" : "Accounts")
      for account in postmortem.accounts {
        let standing = account.isDeclined ? "would rather not" : account.given == nil ? "has not told yet" : "has told"
        guard let statement = account.statement else {
          lines.add(account.person, standing, columns: 14)
          continue
        }
        lines.add(account.person, indent: 2, style: .strong)
        for question in AccountQuestion.allCases where !question.answer(statement).isEmpty {
          lines.add(question.words, indent: 4, style: .faint)
          lines.add(question.answer(statement), indent: 6)
        }
      }
    }
    let open = postmortem.comments.filter { !$0.isSettled && $0.content.replyTo == nil }
    guard !open.isEmpty else { return }
    lines.heading("Comments that are not settled")
    for comment in open {
      let quote = comment.content.anchor.quote.isEmpty ? "" : " on \"\(comment.content.anchor.quote)\""
      lines.add("\(comment.content.number)", "\(comment.by)\(quote): \(comment.content.text)", columns: 4)
    }
  }

  private func missing(_ lines: inout TextLines) {
    if !postmortem.gates.isEmpty, postmortem.summary.stage != .final {
      lines.heading("Before it is final")
      for gate in postmortem.gates { Self.add(gate, to: &lines) }
    }
    let factors = postmortem.unansweredFactors.map { "F\($0)" }
    if !factors.isEmpty { lines.add("Without an action: \(factors.joined(separator: ", "))", indent: 2, style: .late) }
    let actions = postmortem.looseActions.map { "A\($0)" }
    if !actions.isEmpty { lines.add("Without a factor: \(actions.joined(separator: ", "))", indent: 2, style: .late) }
  }

  /// A gate that is shut, with what is missing.
  package static func add(_ gate: PostmortemAnswer.Gate, to lines: inout TextLines) {
    lines.add(gate.gate.words, indent: 2, hanging: 2, style: .late)
    for reason in gate.reasons.prefix(10) { lines.add(reason, indent: 4, hanging: 2) }
    if gate.reasons.count > 10 { lines.add("and \(gate.reasons.count - 10) more", indent: 4) }
  }
}
