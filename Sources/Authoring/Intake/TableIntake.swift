import Chronology
import Documents
import Postmortems

/// One written table read as parts, or the reason why it is not.
struct TableIntake {
  private(set) var lines: [TimelineLine] = []
  private(set) var assumptions: [Assumption] = []
  private(set) var actions: [AssembledParts.ActionRow] = []
  private(set) var isEmphasisLost = false
  /// Why it cannot be read without loss, as the end of a sentence; nil where it was.
  private(set) var problem: String?

  private let table: WrittenTable
  private let document: PostmortemDocument

  private struct Unread: Error {
    var why: String
  }

  init(_ table: WrittenTable, kind: PartStretch, in document: PostmortemDocument) {
    self.table = table
    self.document = document
    do {
      guard !table.rows.isEmpty else { throw Unread(why: "it has no rows") }
      switch kind {
      case .timeline: try readTimeline()
      case .actions: try readActions()
      case .causes: try readAssumptions()
      case .accounts, .luck: throw Unread(why: "such tables are not read")
      }
    } catch let error as Unread {
      problem = error.why
    } catch {
      problem = "\(error)"
    }
  }

  // MARK: Columns

  /// The column of each role; throws where a column is of none, a needed one is missing, or two are of the same.
  private func columns(_ roles: [String: Set<String>], needed: [String]) throws -> [String: String] {
    var found: [String: String] = [:]
    for (index, name) in table.names.enumerated() {
      guard let role = roles.first(where: { $0.value.contains(name) })?.key else {
        throw Unread(why: "the column '\(table.writtenNames[index].prefix(60))' is none of a part's")
      }
      guard found.updateValue(name, forKey: role) == nil else {
        throw Unread(why: "two columns say the same, one of them '\(table.writtenNames[index].prefix(60))'")
      }
    }
    for role in needed where found[role] == nil { throw Unread(why: "it has no column for the \(role)") }
    return found
  }

  /// The plain text of a cell.
  private mutating func text(_ row: WrittenTable.Row, _ column: String?) throws -> String {
    guard let column, let prose = row.proses[column] else { return "" }
    guard let plain = PostmortemDocument.plainText(of: row.cells[column], seenAs: prose) else {
      throw Unread(why: "a cell in line \(row.line) holds a link, a picture or other markup")
    }
    if plain.isEmphasisLost { isEmphasisLost = true }
    return plain.text
  }

  private static func list(_ row: WrittenTable.Row, _ column: String?) -> [String] {
    column.map { PartList(text: .cell).read(row.cells[$0]) } ?? []
  }

  private static func number(_ row: WrittenTable.Row, _ column: String?) -> Int {
    column.flatMap { Int(row.cells[$0].filter(\.isNumber)) } ?? 0
  }

  // MARK: Timeline

  private static let timelineRoles: [String: Set<String>] = [
    "number": ["#", "no", "no.", "nr"], "date": ["date", "day"],
    "time": [
      "time", "when", "timestamp", "date and time", "date/time", "date time", "instant", "utc", "time utc", "at",
    ],
    "event": ["what happened", "event", "events", "what", "description", "details", "entry"],
    "evidence": ["evidence", "source", "sources", "reference", "references", "proof"], "group": ["group", "phase"],
    "basis": ["known from"],
  ]

  private mutating func readTimeline() throws {
    let columns = try columns(Self.timelineRoles, needed: ["time", "event"])
    let known = Dictionary(document.timelineRows.map { ($0.line, $0) }) { first, _ in first }
    let reader = PartReader(lines: [], zone: document.frontMatterZone)
    for row in table.rows {
      let written = try text(row, columns["time"])
      let date = try text(row, columns["date"])
      guard let read = known[row.line], let at = read.instant, read.when == written, !written.contains("."),
        Self.isWhole(read), date.isEmpty || CivilDate(date) != nil
      else {
        throw Unread(
          why: "'\((date.isEmpty ? written : "\(date) \(written)").prefix(60))' in line \(row.line) is no whole instant"
        )
      }
      let said = columns["basis"].map { reader.source(row.cells[$0]) }
      if let column = columns["basis"], said?.basis == nil, !row.cells[column].isEmpty {
        throw Unread(why: "'\(row.cells[column].prefix(60))' in line \(row.line) is no word for how it is known")
      }
      _ = try text(row, columns["evidence"])
      let group = try text(row, columns["group"])
      lines.append(
        TimelineLine(
          number: Self.number(row, columns["number"]), at: at, basis: said?.basis ?? .said,
          text: try text(row, columns["event"]), origin: said?.origin ?? .written, originID: said?.id,
          references: Self.list(row, columns["evidence"]), group: group.isEmpty ? nil : group))
    }
  }

  /// Whether the day is the one that is written, where one is: a year out of bounds is not filled in from elsewhere.
  private static func isWhole(_ row: TimelineRow) -> Bool {
    guard let written = row.mention.day else { return !row.mention.isDated }
    guard let day = row.day else { return false }
    return written.year == nil || day == CivilDate(year: written.year ?? 0, month: written.month, day: written.day)
  }

  // MARK: Actions

  private static let actionRoles: [String: Set<String>] = [
    "number": ["#", "no", "no.", "nr"],
    "action": ["action", "action item", "actions", "what", "task", "item", "description", "remediation"],
    "owner": ["owner", "owners", "who", "assignee", "responsible"],
    "due": ["due", "due date", "deadline", "by when", "when"], "status": ["status", "state"],
    "verification": ["how verified", "how it is verified", "verification", "how to verify", "verified by", "proof"],
  ]

  private static let stateWords: [String: ActionState] = [
    "": .proposed, "open": .proposed, "todo": .proposed, "to do": .proposed, "proposed": .proposed,
    "accepted": .accepted, "in progress": .accepted, "started": .accepted, "done": .done, "completed": .done,
    "complete": .done, "fixed": .done, "closed": .done, "declined": .declined, "verified": .verified,
    "done and verified": .verified,
  ]

  private static let nobody: Set<String> = ["", "-", "–", "—", "tbd", "n/a", "none", "nobody", "unassigned"]

  private mutating func readActions() throws {
    let columns = try columns(Self.actionRoles, needed: ["action"])
    for row in table.rows {
      let words = try text(row, columns["action"])
      let owner = try text(row, columns["owner"])
      var item = ActionItem(text: words)
      item.owner = Self.nobody.contains(owner.lowercased()) ? nil : owner
      guard var content = AdoptedAction(item)?.content, content.text.count >= words.count, content.owner == item.owner
      else { throw Unread(why: "the action in line \(row.line) is empty, or longer than an action can be") }
      content.text = words
      content.verification = try text(row, columns["verification"])
      let due = try day(try text(row, columns["due"]), row)
      content.due = due.day
      let status = try text(row, columns["status"])
      guard let state = Self.stateWords[status.lowercased()] else {
        throw Unread(why: "'\(status.prefix(60))' in line \(row.line) is no state of an action")
      }
      actions.append(
        AssembledParts.ActionRow(
          number: Self.number(row, columns["number"]), content: content,
          state: due.isDone && status.isEmpty ? .done : state,
          note: ""))
    }
  }

  /// `2012-08-01`, `2012-08-01, done`; nothing where no day is named.
  private func day(_ text: String, _ row: WrittenTable.Row) throws -> (day: CivilDate?, isDone: Bool) {
    let pieces = text.split(separator: ",").map { String($0).trimmingSpaces.lowercased() }
    let isDone = pieces.count == 2 && Self.stateWords[pieces[1]] == .done
    if Self.nobody.contains(text.lowercased()) { return (nil, false) }
    guard let first = pieces.first, pieces.count == 1 || isDone, let day = CivilDate(first), day.exists else {
      throw Unread(why: "'\(text.prefix(60))' in line \(row.line) is no day; days are written as 2026-03-08")
    }
    return (day, isDone)
  }

  // MARK: Assumptions

  private mutating func readAssumptions() throws {
    let columns = try columns(
      [
        "number": ["#"], "belief": ["what we believed"], "day": ["what the day showed"],
        "lesson": ["what we believe now"], "evidence": ["evidence"],
      ], needed: ["belief"])
    for row in table.rows {
      _ = try text(row, columns["evidence"])
      assumptions.append(
        Assumption(
          number: Self.number(row, columns["number"]), believed: try text(row, columns["belief"]),
          shown: try text(row, columns["day"]), now: try text(row, columns["lesson"]),
          evidence: Self.list(row, columns["evidence"])))
    }
  }
}
