import Chronology
import Documents
import Postmortems

/// Reads the tables and lists of one stretch.
struct PartReader {
  let lines: [String]
  /// The zone of the document, for times that state none.
  let zone: ZoneMention?

  // MARK: Timeline

  func timelineLines() -> [TimelineLine] {
    let table = PartTable(reading: lines)
    let isUTC = table.names.contains { $0.hasSuffix("(UTC)") }
    return table.rows.compactMap { row in
      guard Self.gapNumber(row["#"]) == nil else { return nil }
      let times = PartTimes.read(row["time"]) { date, time in isUTC ? "Z" : offset(date, time) }
      let source = source(row["known from"])
      let group = PartText.cell.read(row["group"])
      return TimelineLine(
        number: number(row["#"], "L"), at: times.at, until: times.until,
        basis: source.basis ?? (times.at == nil ? .unknown : .said), text: PartText.cell.read(row["what happened"]),
        origin: source.origin, originID: source.id, references: PartList(text: .cell).read(row["evidence"]),
        group: group.isEmpty ? nil : group)
    }
  }

  func gaps() -> [Int: String] {
    var gaps: [Int: String] = [:]
    for row in PartTable(reading: lines).rows {
      if let number = Self.gapNumber(row["#"]) { gaps[number] = PartText.cell.read(row["what happened"]) }
    }
    return gaps
  }

  private static func gapNumber(_ cell: String) -> Int? {
    cell.hasPrefix("after L") ? Int(cell.dropFirst(7)) : nil
  }

  func source(_ cell: String) -> (basis: TimelineLine.Basis?, origin: TimelineLine.Origin, id: String?) {
    let note = HiddenNote.read(cell)
    let basis: TimelineLine.Basis? = PartWords.value(note.text) { PartWords.words($0) }
    let origin = note.words.first.flatMap { TimelineLine.Origin(rawValue: $0) } ?? .written
    return (basis, origin, note.words.count > 1 ? note.words[1] : nil)
  }

  /// `+02:00` at a local date and time, by the zone of the document.
  private func offset(_ date: String, _ time: String) -> String? {
    let clock = time.split(separator: ":").compactMap { Int($0.prefix(2)) }
    guard let day = CivilDate(date), clock.count == 3,
      let seconds = zone?.offsetSeconds(on: day, secondOfDay: clock[0] * 3600 + clock[1] * 60 + clock[2])
    else { return nil }
    // Written by the clock itself, so that offsets read as they are written elsewhere.
    let text = Instant(seconds: 0).rfc3339(offsetSeconds: seconds)
    return seconds == 0 ? "Z" : String(text.suffix(6))
  }

  /// The first cell whose words would be lost; nil where all are read.
  func unread(_ kind: PartStretch) -> String? {
    func quoted(_ cell: String) -> String { "'\(cell.prefix(60))'" }
    let table = PartTable(reading: lines)
    switch kind {
    case .timeline:
      let isUTC = table.names.contains { $0.hasSuffix("(UTC)") }
      return table.rows.lazy.compactMap { row -> String? in
        let time = row["time"]
        let isSaid = Self.gapNumber(row["#"]) == nil && !time.isEmpty && time != "not known"
        let read = PartTimes.read(time) { date, time in isUTC ? "Z" : offset(date, time) }
        return isSaid && read.at == nil && read.until == nil ? "\(quoted(time)) is no instant" : nil
      }.first
    case .actions:
      return table.rows.lazy.compactMap { row -> String? in
        let due = row["due"].trimmingSpaces
        if !due.isEmpty, CivilDate(due) == nil { return "\(quoted(due)) is no day" }
        let state = String(row["status"].prefix { $0 != ":" })
        let known: ActionState? = PartWords.value(state) { PartWords.words($0) }
        return !state.isEmpty && known == nil ? "\(quoted(state)) is no state of an action" : nil
      }.first
    case .accounts, .causes, .luck: return nil
    }
  }

  // MARK: Assumptions, luck, actions

  func assumptions() -> [Assumption] {
    // The list of factors stands above it.
    PartTable(reading: lines.drop { !$0.trimmingSpaces.hasPrefix("|") }.map(\.self)).rows.map { row in
      Assumption(
        number: number(row["#"], "B"), believed: PartText.cell.read(row["what we believed"]),
        shown: PartText.cell.read(row["what the day showed"]), now: PartText.cell.read(row["what we believe now"]),
        evidence: PartList(text: .cell).read(row["evidence"]))
    }
  }

  func lucks() -> [Luck] {
    ListLine.items(of: lines).map { item in
      guard item.text.hasPrefix("**Luck "), let mark = item.text.ranges(of: "**").dropFirst().first else {
        return Luck(text: PartText.line.read(item.text))
      }
      let start = item.text.index(item.text.startIndex, offsetBy: 7)
      return Luck(
        number: Int(item.text[start..<mark.lowerBound]) ?? 0,
        text: PartText.line.read(String(item.text[mark.upperBound...]).trimmingSpaces))
    }
  }

  func actions() -> [AssembledParts.ActionRow] {
    PartTable(reading: lines).rows.map { row in
      let kinds = row["kind"].split(separator: ",").map(String.init)
      let status = row["status"]
      let colon = status.firstIndex(of: ":")
      let state: ActionState? = PartWords.value(String(status[..<(colon ?? status.endIndex)])) { PartWords.words($0) }
      let note = colon.map { String(status[status.index(after: $0)...]).trimmingSpaces } ?? ""
      let owner = PartText.cell.read(row["owner"])
      return AssembledParts.ActionRow(
        number: number(row["#"], "A"),
        content: ActionContent(
          text: PartText.cell.read(row["action"]),
          kind: kinds.lazy.compactMap { PartWords.value($0) { PartWords.words($0) } }.first ?? .process,
          term: kinds.lazy.compactMap { PartWords.value($0) { PartWords.words($0) } }.first ?? .immediate,
          owner: owner.isEmpty ? nil : owner, due: CivilDate(row["due"].trimmingSpaces),
          factors: row["answers"].split { $0 == "," || $0 == " " }.compactMap { Int($0.dropFirst()) },
          verification: PartText.cell.read(row["how it is verified"])),
        state: state ?? .proposed, note: PartText.cell.read(note))
    }
  }

  private func number(_ cell: String, _ letter: Character) -> Int {
    cell.first == letter ? Int(cell.dropFirst()) ?? 0 : 0
  }

  // MARK: Accounts

  func accounts() -> [ParticipantAccount] {
    var accounts: [ParticipantAccount] = []
    for item in ListLine.items(of: lines) {
      // By scalars: a name may begin with a mark that combines with the asterisk.
      if item.text.unicodeScalars.starts(with: "**".unicodeScalars), let head = Self.bold(item.text) {
        accounts.append(account(head.name, head.rest))
      } else if !accounts.isEmpty {
        take(item.text, into: &accounts[accounts.count - 1])
      }
    }
    return accounts
  }

  private func account(_ name: String, _ rest: String) -> ParticipantAccount {
    var account = ParticipantAccount(person: PartText.line.read(name))
    for piece in rest.split(whereSeparator: { "();".contains($0) }).map({ String($0).trimmingSpaces }) {
      if piece.hasPrefix("asked ") {
        account.asked = time(piece)
      } else if piece.hasPrefix("told ") {
        account.given = time(piece)
      } else if piece == "would rather not tell" {
        account.isDeclined = true
      }
    }
    return account
  }

  private func take(_ text: String, into account: inout ParticipantAccount) {
    func rest(_ label: String) -> String? {
      text.hasPrefix(label) ? PartText.line.read(String(text.dropFirst(label.count)).trimmingSpaces) : nil
    }
    var statement = account.statement ?? AccountStatement(saw: "")
    if let saw = rest(AccountWords.saw) {
      statement.saw = saw
    } else if let expected = rest(AccountWords.expected) {
      statement.expected = expected
    } else if let surprised = rest(AccountWords.surprised) {
      statement.surprised = surprised
    } else if let sense = rest(AccountWords.sense) {
      statement.sense = sense
    } else if text.hasPrefix(AccountWords.at) {
      statement.at = time(text)
    } else {
      statement.saw += (statement.saw.isEmpty ? "" : "\n") + PartText.line.read(text)
    }
    account.statement = statement
  }

  func accountsOpened() -> Instant? {
    lines.first { $0.hasPrefix("Accounts,") }.flatMap { line in
      line.ranges(of: AccountWords.opened).last.flatMap { time(String(line[$0.upperBound...].dropLast())) }
    }
  }

  private func time(_ text: String) -> Instant? { PartTimes.read(text, zone: offset).at }

  /// What stands in bold at the start, up to the marks that close it, and what comes behind.
  private static func bold(_ text: String) -> (name: String, rest: String)? {
    let scalars = Array(text.unicodeScalars)
    var at = 2
    while at + 1 < scalars.count {
      if scalars[at] == "\\" {
        at += 2
      } else if scalars[at] == "`", let end = PartText.codeEnd(scalars, at, PartText.run(scalars, at)) {
        at = end
      } else if scalars[at] == "*", scalars[at + 1] == "*" {
        return (
          String(String.UnicodeScalarView(scalars[2..<at])), String(String.UnicodeScalarView(scalars[(at + 2)...]))
        )
      } else {
        at += 1
      }
    }
    return nil
  }
}
