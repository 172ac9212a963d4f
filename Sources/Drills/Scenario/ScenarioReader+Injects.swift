import Documents
import Findings
import Plans

extension ScenarioReader {
  private enum Column: Hashable { case number, at, kind, from, text, file }

  mutating func readInjects(_ blocks: [DocumentBlock]) {
    var columns: TableColumns<Column>?
    var isInMinutes = false
    for block in blocks where block.quoteDepth == 0 {
      switch block.kind {
      case .row(isHeader: true):
        columns = Self.columns(block.cells)
        isInMinutes = block.cells.contains { $0.text.lowercased().contains("min") }
      case .row(isHeader: false):
        if let columns { readRow(block, columns, isInMinutes: isInMinutes) }
      case .item where block.listDepth == 1: readItem(block)
      default: break
      }
      if scenario.injects.count > DrillLimits.injectsMax { return tooMany(block) }
    }
  }

  private mutating func tooMany(_ block: DocumentBlock) {
    scenario.injects.removeLast()
    object(
      "too-many-injects", Self.point(block.lines.lowerBound, 1),
      "injects go on behind the \(DrillLimits.injectsMax)th, and no more are read",
      "Nobody can follow so many: keep a dozen.")
  }

  private static func columns(_ header: [Prose]) -> TableColumns<Column> {
    TableColumns(
      header: header,
      roles: [
        .number: ["", "no", "nr", "number", "inject"], .at: ["at", "time", "when", "minute", "minutes"],
        .kind: ["kind", "type", "what kind"], .from: ["from", "who", "source", "sender", "by"],
        .text: ["what comes", "text", "what", "message", "words", "content"],
        .file: ["file", "files", "with", "attached"],
      ],
      words: [
        (.text, ["comes", "text", "message"]), (.at, ["at", "min", "minute", "time"]), (.from, ["from"]),
        (.file, ["file", "files"]),
      ])
  }

  private mutating func readRow(_ block: DocumentBlock, _ columns: TableColumns<Column>, isInMinutes: Bool) {
    guard block.cells.contains(where: { !$0.isEmpty }) else { return }
    let source = sourceCells(block)
    func text(_ column: Column) -> String { columns.index[column].map(source.text) ?? "" }
    func span(_ column: Column) -> TextSpan {
      let cell = columns.cell(column, of: block.cells)
      return cell.flatMap { $0.isEmpty ? nil : $0.span } ?? Self.point(block.lines.lowerBound, 1)
    }
    let number = text(.number).filter { $0 != "#" && $0 != "." && !$0.isWhitespace }
    var at = text(.at)
    if isInMinutes, Int(at) != nil { at += " min" }
    take(
      number: number, at: at, kind: text(.kind), from: text(.from), text: text(.text),
      files: text(.file), span: span(.at))
  }

  /// Reads an item such as `5 min, customer, mail to support`, with a colon before what comes; files stand before the
  /// colon: `7 min, evidence, edge-2, file edge-2.log`.
  private mutating func readItem(_ block: DocumentBlock) {
    let text = block.prose.lines.joined(separator: "\n")
    let span = Self.point(block.lines.lowerBound, 1)
    guard let colon = text.firstIndex(of: ":") else {
      object(
        "inject-unread", span, "an item among the injects has no colon before what comes",
        "Write it as: 5 min, customer, mail to support: It says that my address is wrong.")
      return
    }
    let head = text[..<colon].split(separator: ",", maxSplits: 2).map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    let body = String(text[text.index(after: colon)...].drop(while: \.isWhitespace))
    let (from, files) = Self.parted(head.count > 2 ? head[2] : "")
    take(
      number: "", at: head.first ?? "", kind: head.count > 1 ? head[1] : "", from: from, text: body, files: files,
      span: span)
  }

  /// From whom it comes, and the names of files behind `, file`.
  private static func parted(_ text: String) -> (from: String, files: String) {
    for word in [", files ", ", file "] {
      guard let range = text.firstRange(of: word) else { continue }
      return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
    }
    return (text, "")
  }

  private mutating func take(
    number: String, at: String, kind: String, from: String, text: String, files: String, span: TextSpan
  ) {
    let name = number.isEmpty || number.count > 12 ? "\(scenario.injects.count + 1)" : number
    var seconds = PlanDuration.seconds(at)
    if let value = seconds, !(0...DrillLimits.minutesMax * 60).contains(value) { seconds = nil }
    if seconds == nil {
      object(
        "inject-time", span,
        at.isEmpty
          ? "nothing says when inject \(name) comes"
          : "inject \(name) comes at '\(at)', which is no time from the start",
        "Write it as 0 min or 12 min, at most a day from the start.")
    }
    var words = text
    if words.unicodeScalars.count > DrillLimits.injectScalarsMax {
      object(
        "inject-too-long", span,
        "inject \(name) has \(words.unicodeScalars.count) characters, more than \(DrillLimits.injectScalarsMax)",
        "Shorten it, or put it into a file that comes with it.")
      words = String(String.UnicodeScalarView(words.unicodeScalars.prefix(DrillLimits.injectScalarsMax)))
    }
    scenario.injects.append(
      Inject(
        number: name, atSeconds: seconds, kind: InjectKind(rawValue: kind.lowercased()), kindText: kind, from: from,
        text: words, files: ScenarioFile.names(in: files), span: span))
  }
}
