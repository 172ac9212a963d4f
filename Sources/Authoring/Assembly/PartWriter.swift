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

  /// `stamped, moment `4af1``.
  private func source(_ line: TimelineLine) -> String {
    let basis = PartWords.words(line.basis)
    if line.origin == .written, line.originID == nil { return basis }
    let id = line.originID.map { " " + PartList(text: .cell).item($0) } ?? ""
    return "\(basis), \(line.origin.rawValue)\(id)"
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
      let dates = [account.asked.map { "asked \(times.written($0))" }, account.given.map { "told \(times.written($0))" }]
      let known = dates.compactMap(\.self) + (account.isDeclined ? ["would rather not tell"] : [])
      if !known.isEmpty { head += " (\(known.joined(separator: "; ")))" }
      guard let statement = account.statement else { return head }
      let told: [(String, String)] = [
        (AccountWords.saw, statement.saw), (AccountWords.expected, statement.expected),
        (AccountWords.surprised, statement.surprised), (AccountWords.sense, statement.sense),
      ]
      let lines = told.filter { !$0.1.isEmpty || $0.0 == AccountWords.saw }.map { "  - \($0.0) \(PartText.line.written($0.1))" }
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

/// A stretch of a document that holds parts, between two comments that no reader of the page sees.
enum PartStretch: String, CaseIterable {
  case accounts, causes, timeline, actions, luck

  static let opening = "<!-- mayday:"
  static let end = "<!-- mayday: end -->"

  var start: String { "\(Self.opening) \(rawValue) -->" }

  init?(mark: String) {
    guard let kind = Self.allCases.first(where: { $0.start == mark }) else { return nil }
    self = kind
  }

  /// Comments of the author's own that look like these get a space more, so that they stay theirs.
  static func guarded(_ text: String) -> String { shifted(text, by: 1) }
  static func unguarded(_ text: String) -> String { shifted(text, by: -1) }

  private static func shifted(_ text: String, by count: Int) -> String {
    guard text.contains("mayday:") else { return text }
    var pieces = text.components(behind: "<!--")
    for index in pieces.indices.dropFirst() {
      let spaces = pieces[index].prefix { $0 == " " }.count
      guard spaces > 0, pieces[index].dropFirst(spaces).hasPrefix("mayday:") else { continue }
      if count > 0 {
        pieces[index] = " " + pieces[index]
      } else if spaces > 1 {
        pieces[index] = String(pieces[index].dropFirst())
      }
    }
    return pieces.joined(separator: "<!--")
  }
}

extension String {
  fileprivate func components(behind mark: String) -> [String] {
    var pieces: [String] = []
    var start = startIndex
    for range in ranges(of: mark) {
      pieces.append(String(self[start..<range.lowerBound]))
      start = range.upperBound
    }
    return pieces + [String(self[start...])]
  }
}
