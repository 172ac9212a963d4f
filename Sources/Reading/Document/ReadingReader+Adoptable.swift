import Documents
import Guards
import Postmortems

extension ReadingReader {
  /// What the part "What might have caught it" offers.
  mutating func adoptable() -> (guards: [ReadingGuard], lines: [ReadingLine]) {
    var guards: [ReadingGuard] = []
    var lines: [ReadingLine] = []
    for block in ReadingPart.adoptable.blocks(of: document) {
      if block.kind == .code { guards += self.guards(in: block) }
      if block.isItem, let line = line(in: block, number: lines.count + 1) { lines.append(line) }
    }
    if guards.isEmpty, lines.isEmpty {
      object(
        ReadingPart.adoptable.line(in: document) ?? 1, "nothing is offered that might have caught it",
        "Give a guard or a line of a checklist.")
    }
    return (guards, lines)
  }

  private mutating func guards(in block: DocumentBlock) -> [ReadingGuard] {
    let table = LineTable(document.text)
    func text(_ line: Int) -> String { String(decoding: table.bytes(ofLine: line), as: UTF8.self) }
    let first = block.lines.lowerBound
    guard text(first).hasPrefix("```"), text(first).hasSuffix("yaml"), block.lines.count > 2 else { return [] }
    let inner = ((first + 1)...(block.lines.upperBound - 1)).map(text)
    let file: GuardFile
    do {
      file = try GuardFile(parsing: inner.joined(separator: "\n") + "\n", path: GuardFile.nameUsual)
    } catch {
      for problem in error.problems { object(first + problem.line, problem.reason, problem.hint) }
      return []
    }
    let starts = file.guards.compactMap { $0.place?.line }
    guard starts.count == file.guards.count else { return [] }
    return zip(file.guards, starts).map { definition, start in
      let end = starts.filter { $0 > start }.min() ?? inner.count + 1
      return ReadingGuard(
        definition: definition, yaml: GuardItem.indented(Array(inner[(start - 1)..<(end - 1)]), by: 2))
    }
  }

  /// `- deploy: Does every host report the same build? — yes`.
  private mutating func line(in block: DocumentBlock, number: Int) -> ReadingLine? {
    let text = Self.plain(block)
    let place = block.lines.lowerBound
    guard let colon = text.firstRange(of: ": "), let dash = text.ranges(of: " — ").last,
      colon.upperBound < dash.lowerBound
    else {
      object(place, "this is not a line of a checklist", "Write 'deploy: Is it so? — yes'.")
      return nil
    }
    let process = text[..<colon.lowerBound].lowercased().replacing(" ", with: "-")
    guard let expects = ChecklistLine.Expectation(rawValue: String(text[dash.upperBound...])), expects != .check,
      Self.isName(process)
    else {
      object(place, "what counts as good is '\(text[dash.upperBound...])'", "End with done, yes, no or words.")
      return nil
    }
    return ReadingLine(
      number: number, process: process, text: String(text[colon.upperBound..<dash.lowerBound]), expects: expects)
  }
}
