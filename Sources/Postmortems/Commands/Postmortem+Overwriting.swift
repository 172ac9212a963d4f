extension Postmortem {
  /// Whether what a command writes over reads here as it does there; nil for a command that writes over nothing.
  ///
  /// So a save is stale only where somebody wrote the same thing since, whatever else was written.
  package func agrees(with other: Postmortem, on command: PostmortemCommand) -> Bool? {
    switch command {
    case .writeDetails: details == other.details
    case .writeLines(let lines): agrees(other, lines.map(\.number).filter { $0 > 0 }, \.lines, \.number)
    case .removeLines(let numbers): agrees(other, numbers, \.lines, \.number)
    case .arrangeLines: lines.map(\.number) == other.lines.map(\.number)
    case .explainGap(let gap): gaps[gap.after] == other.gaps[gap.after]
    case .writeFactor(let factor): agrees(other, [factor.number].filter { $0 > 0 }, \.factors, \.number)
    case .writeAssumption(let assumption):
      agrees(other, [assumption.number].filter { $0 > 0 }, \.assumptions, \.number)
    case .writeLuck(let luck): agrees(other, [luck.number].filter { $0 > 0 }, \.lucks, \.number)
    case .removePart(let removed):
      switch removed.part {
      case .factor: agrees(other, [removed.number], \.factors, \.number)
      case .assumption: agrees(other, [removed.number], \.assumptions, \.number)
      case .luck: agrees(other, [removed.number], \.lucks, \.number)
      }
    case .settleComment(let settled):
      comments.first { $0.content.number == settled.number }
        == other.comments.first {
          $0.content.number == settled.number
        }
    case .nameReviewers: reviewers == other.reviewers
    case .writeAction(let written): written.action == 0 ? nil : sameContent(other, written.action)
    default: nil
    }
  }

  private func sameContent(_ other: Postmortem, _ number: Int) -> Bool {
    action(number)?.content == other.action(number)?.content
  }

  private func agrees<Part: Equatable>(
    _ other: Postmortem, _ numbers: [Int], _ parts: KeyPath<Postmortem, [Part]>, _ number: KeyPath<Part, Int>
  ) -> Bool? {
    guard !numbers.isEmpty else { return nil }
    return numbers.allSatisfy { wanted in
      self[keyPath: parts].first { $0[keyPath: number] == wanted }
        == other[keyPath: parts].first { $0[keyPath: number] == wanted }
    }
  }
}
