import Documents
package import Postmortems

extension AssembledParts {
  /// What somebody changed in a document since it was written out, as commands in the order in which they can be done.
  ///
  /// Both are read from documents: `before` from what ``PostmortemAssembly`` writes now. A kind of part whose stretch is
  /// gone from the document is left alone, accounts always are: they belong to those who gave them. An action that was
  /// taken out of the table stays, because actions are declined, with a reason, and not removed.
  package func changes(since before: AssembledParts) -> [PostmortemCommand] {
    var commands: [PostmortemCommand] = []
    if let details, details != before.details { commands.append(.writeDetails(details)) }
    for kind in SectionKind.allCases where words(of: kind) != before.words(of: kind) {
      commands.append(.writeSection(kind, markdown: words(of: kind)))
    }
    if found.contains(.timeline) { commands += timelineChanges(before) }
    if found.contains(.causes) { commands += causeChanges(before) }
    if found.contains(.luck) {
      commands += Self.changed(lucks, before.lucks, \.number).map { .writeLuck($0) }
      commands += removed(.luck, lucks.map(\.number), before.lucks.map(\.number))
    }
    if found.contains(.actions) { commands += actionChanges(before) }
    return commands
  }

  private func timelineChanges(_ before: AssembledParts) -> [PostmortemCommand] {
    var commands: [PostmortemCommand] = []
    let written = Self.changed(lines, before.lines, \.number)
    if !written.isEmpty { commands.append(.writeLines(written)) }
    let gone = Set(before.lines.map(\.number)).subtracting(lines.map(\.number))
    if !gone.isEmpty { commands.append(.removeLines(gone.sorted())) }
    let order = lines.map(\.number).filter { number in before.lines.contains { $0.number == number } }
    if order != before.lines.map(\.number).filter({ !gone.contains($0) }) { commands.append(.arrangeLines(order)) }
    for number in Set(gaps.keys).union(before.gaps.keys).subtracting(gone).sorted()
    where gaps[number] != before.gaps[number] {
      commands.append(.explainGap(GapExplained(after: number, text: gaps[number] ?? "")))
    }
    return commands
  }

  private func causeChanges(_ before: AssembledParts) -> [PostmortemCommand] {
    var commands: [PostmortemCommand] = Self.changed(factors, before.factors, \.number).map { .writeFactor($0) }
    commands += removed(.factor, factors.map(\.number), before.factors.map(\.number))
    commands += Self.changed(assumptions, before.assumptions, \.number).map { .writeAssumption($0) }
    return commands + removed(.assumption, assumptions.map(\.number), before.assumptions.map(\.number))
  }

  private func actionChanges(_ before: AssembledParts) -> [PostmortemCommand] {
    actions.flatMap { action -> [PostmortemCommand] in
      guard let old = before.actions.first(where: { $0.number == action.number }) else {
        return [.writeAction(ActionWritten(content: action.content))]
      }
      var commands: [PostmortemCommand] = []
      if old.content != action.content {
        commands.append(.writeAction(ActionWritten(action: action.number, content: action.content)))
      }
      if old.state != action.state {
        commands.append(.stepAction(ActionStepped(action: action.number, state: action.state, note: action.note)))
      }
      return commands
    }
  }

  private func removed(_ part: PartRemoved.Part, _ now: [Int], _ before: [Int]) -> [PostmortemCommand] {
    before.filter { !now.contains($0) }.map { .removePart(PartRemoved(part: part, number: $0)) }
  }

  /// Those that are new or read differently; a number that was never given counts as new.
  private static func changed<Part: Equatable>(
    _ now: [Part], _ before: [Part], _ number: WritableKeyPath<Part, Int>
  ) -> [Part] {
    now.compactMap { part in
      guard let old = before.first(where: { $0[keyPath: number] == part[keyPath: number] }) else {
        var new = part
        new[keyPath: number] = 0
        return new
      }
      return old == part ? nil : part
    }
  }
}
