import Chronology
import Documents
import Postmortems

/// Writes the parts of a postmortem as the tables and lists that stand below the words of their sections.
struct PartWriter {
  let postmortem: Postmortem
  let clock: DraftClock

  /// Sections with parts and what stands there, in the order of the document.
  func stretches() -> [(kind: SectionKind, stretch: PartStretch, markdown: String)] {
    let all: [(SectionKind, PartStretch, String)] = [
      (.participants, .accounts, accounts()), (.rootCause, .causes, causes()), (.timeline, .timeline, timeline()),
      (.actions, .actions, actions()), (.lessons, .luck, luck()),
    ]
    return all.filter { !$0.2.isEmpty }.map { (kind: $0.0, stretch: $0.1, markdown: $0.2) }
  }

  // MARK: Timeline

  private func timeline() -> String {
    guard !postmortem.lines.isEmpty || !postmortem.gaps.isEmpty else { return "" }
    let times = PartTimes(clock: clock, isUTCSaid: clock.zoneLabel == "UTC")
    var rows: [[String]] = []
    var gaps = postmortem.gaps
    for line in postmortem.lines {
      rows.append([
        line.number > 0 ? "L\(line.number)" : "", times.written(line.at, line.until), line.group.map(cell) ?? "",
        cell(line.text), source(line), PartList(text: .cell).written(line.references),
      ])
      if let gap = gaps.removeValue(forKey: line.number) { rows.append(self.gap(line.number, gap)) }
    }
    for (number, text) in gaps.sorted(by: { $0.key < $1.key }) { rows.append(gap(number, text)) }
    return PartTable.written(
      [
        .init(name: "#"), .init(name: "Time (\(PartText.cell.written(clock.zoneLabel)))"),
        .init(name: "Group", isNeeded: false), .init(name: "What happened"), .init(name: "Known from"),
        .init(name: "Evidence"),
      ], rows)
  }

  private func gap(_ number: Int, _ text: String) -> [String] { ["after L\(number)", "", "", cell(text), "", ""] }

  /// `stamped <!-- moment 4af1 -->`: where it was taken from is for programs, so that no reader has to skip it.
  private func source(_ line: TimelineLine) -> String {
    let basis = PartWords.words(line.basis)
    if line.origin == .written, line.originID == nil { return basis }
    return "\(basis) \(HiddenNote.written(([line.origin.rawValue] + [line.originID].compactMap(\.self))))"
  }

  // MARK: Causes

  private func causes() -> String {
    [FactorTree(factors: postmortem.factors).written(), assumptions()].filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  private func assumptions() -> String {
    guard !postmortem.assumptions.isEmpty else { return "" }
    let rows = postmortem.assumptions.map { assumption in
      [
        "B\(assumption.number)", cell(assumption.believed), cell(assumption.shown), cell(assumption.now),
        PartList(text: .cell).written(assumption.evidence),
      ]
    }
    return PartTable.written(
      [
        .init(name: "#"), .init(name: "What we believed"), .init(name: "What the day showed"),
        .init(name: "What we believe now"), .init(name: "Evidence", isNeeded: false),
      ], rows)
  }

  // MARK: Actions, luck

  private func actions() -> String {
    guard !postmortem.actions.isEmpty else { return "" }
    let rows = postmortem.actions.map { action in
      let content = action.content
      let note = action.steps.last?.note ?? ""
      let state = PartWords.words(action.state)
      return [
        "A\(action.number)", cell(content.text),
        "\(PartWords.words(content.kind)), \(PartWords.words(content.term))", content.owner.map(cell) ?? "",
        content.due?.description ?? "", content.factors.map { "F\($0)" }.joined(separator: ", "),
        cell(content.verification), note.isEmpty ? state : "\(state): \(cell(note))",
      ]
    }
    return PartTable.written(
      [
        .init(name: "#"), .init(name: "Action"), .init(name: "Kind"), .init(name: "Owner"), .init(name: "Due"),
        .init(name: "Answers", isNeeded: false), .init(name: "How it is verified"), .init(name: "Status"),
      ], rows)
  }

  private func luck() -> String {
    guard !postmortem.lucks.isEmpty else { return "" }
    return "Where we were lucky:\n\n"
      + postmortem.lucks.map { "- **Luck \($0.number)** \(PartText.line.written($0.text))" }.joined(separator: "\n")
  }

  private func cell(_ text: String) -> String { PartText.cell.written(text) }

  // MARK: Accounts

  /// Nothing until they are opened: each is its person's own until then.
  private func accounts() -> String {
    guard let opened = postmortem.accountsOpened, !postmortem.accounts.isEmpty else { return "" }
    let times = PartTimes(clock: clock, isUTCSaid: false)
    let items = postmortem.accounts.map { account in
      var head = "- **\(name(account.person))**"
      let dates = [
        account.asked.map { "asked \(times.written($0))" }, account.given.map { "told \(times.written($0))" },
      ]
      let known = dates.compactMap(\.self) + (account.isDeclined ? ["would rather not tell"] : [])
      if !known.isEmpty { head += " (\(known.joined(separator: "; ")))" }
      guard let statement = account.statement else { return head }
      let told: [(String, String)] = [
        (AccountWords.saw, statement.saw), (AccountWords.expected, statement.expected),
        (AccountWords.surprised, statement.surprised), (AccountWords.sense, statement.sense),
      ]
      let lines = told.filter { !$0.1.isEmpty || $0.0 == AccountWords.saw }.map {
        "  - \($0.0) \(PartText.line.written($0.1))"
      }
      let at = statement.at.map { ["  - \(AccountWords.at) \(times.written($0))"] } ?? []
      return ([head] + lines + at).joined(separator: "\n")
    }
    return "Accounts, each in its own words, \(AccountWords.opened) \(times.written(opened)):\n\n"
      + items.joined(separator: "\n")
  }

  private func name(_ person: String) -> String { PartText.line.written(person) }
}

/// What stands before each thing that somebody tells.
enum AccountWords {
  static let opened = "opened"
  static let saw = "Saw:"
  static let expected = "Expected:"
  static let surprised = "Was surprised by:"
  static let sense = "Why it made sense then:"
  static let at = "First thing told of:"
}
