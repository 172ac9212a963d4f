internal import Documents
package import Journal
internal import Postmortems

extension PostmortemVersion {
  package init(_ event: RecordedEvent) {
    let fact = event.document.flatMap { try? PostmortemEvent($0) }
    self.init(
      version: event.version.number, at: event.recorded, by: event.actor.text,
      what: fact.map { Self.words($0, isFirst: event.version.number == 1) } ?? "erased, or written by a newer Mayday",
      isText: fact.map(Self.isText) ?? false)
  }

  private static func isText(_ event: PostmortemEvent) -> Bool {
    switch event {
    case .imported, .revised, .started, .sectionWritten, .detailsWritten: true
    default: false
    }
  }

  private static func words(_ event: PostmortemEvent, isFirst: Bool) -> String {
    switch event {
    case .imported: "brought in"
    case .revised: "brought in anew"
    case .started: isFirst ? "begun" : "brought in anew"
    case .sectionWritten(let content): SectionKind(rawValue: content.section)?.heading ?? content.section
    case .detailsWritten: "title and people"
    case .accountsAsked(let asked): "accounts asked of \(asked.people.prefix(5).joined(separator: ", "))"
    case .accountGiven: "an account"
    case .accountsOpened: "accounts opened"
    case .linesWritten(let content): "timeline: \(labels(content.lines.map(\.number), "L"))"
    case .linesRemoved(let content): "timeline: \(labels(content.numbers, "L")) taken out"
    case .linesArranged: "timeline: order"
    case .gapExplained(let gap): "timeline: after L\(gap.after)"
    case .factorWritten(let factor): "factor F\(factor.number)"
    case .assumptionWritten(let assumption): "assumption \(assumption.number)"
    case .luckWritten(let luck): "luck \(luck.number)"
    case .partRemoved(let removed): "\(removed.part.rawValue) \(removed.number) taken out"
    case .commentWritten(let comment): "comment \(comment.number)"
    case .commentSettled(let comment): "comment \(comment.number) \(comment.isSettled ? "settled" : "taken up again")"
    case .reviewersNamed: "reviewers"
    case .verdictGiven(let verdict): verdict.isApproved ? "approved" : "changes wanted"
    case .stageChanged(let change): change.stage.words
    case .published(let content): "published: \(content.audience.rawValue)"
    case .withdrawn(let content): "withdrawn: \(content.audience.rawValue)"
    case .actionWritten(let content): "action A\(content.action)"
    case .actionStepped(let content): "action A\(content.action): \(content.state.rawValue)"
    }
  }

  private static func labels(_ numbers: [Int], _ letter: String) -> String {
    let names = numbers.prefix(5).map { letter + String($0) }.joined(separator: ", ")
    return numbers.count > 5 ? "\(names) and \(numbers.count - 5) more" : names
  }
}
