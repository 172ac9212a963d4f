package import Chronology
import Incidents
package import Interchange
import Postmortems

/// The board of actions: what presses most first, under a heading each.
package struct ActionsText {
  private let actions: [ActionAnswer]
  private let hasMore: Bool
  private let today: CivilDate

  package init(actions: [ActionAnswer], hasMore: Bool = false, today: CivilDate) {
    self.actions = actions
    self.hasMore = hasMore
    self.today = today
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for part in Part.allCases {
      let found = actions.filter { Part($0) == part }
      guard !found.isEmpty else { continue }
      lines.heading("\(part.rawValue) (\(found.count))")
      for action in found { add(action, to: &lines) }
    }
    if actions.isEmpty { lines.add("No actions fit.") }
    if hasMore {
      lines.gap()
      lines.add("There are more: --limit shows them.", style: .faint)
    }
    return lines.text
  }

  private enum Part: String, CaseIterable {
    case overdue = "Overdue"
    case immediate = "Immediate"
    case later = "Long-term"
    case done = "Done, not verified"
    case verified = "Verified"
    case declined = "Declined"

    init(_ action: ActionAnswer) {
      switch action.state {
      case .proposed, .accepted: self = action.isOverdue ? .overdue : action.term == .immediate ? .immediate : .later
      case .done: self = .done
      case .verified: self = .verified
      case .declined: self = .declined
      }
    }
  }

  private func add(_ action: ActionAnswer, to lines: inout TextLines) {
    let columns = 11
    lines.add(action.id, action.text, columns: columns, style: action.isOverdue ? .late : nil)
    let facts = ActionFacts(
      kind: action.kind, owner: action.owner, due: action.due, factors: action.factors, state: action.state,
      isOverdue: action.isOverdue, incident: action.incident, today: today)
    lines.add("", facts.text, columns: columns, style: .faint)
    if let step = action.steps.last, !step.note.isEmpty, action.steps.count > 1 {
      lines.add("", "\(step.state.word): \(step.note)", columns: columns, style: .faint)
    }
    for watch in action.guards {
      let seen = watch.summary.map { ": \($0)" } ?? ""
      lines.add("", "\(watch.standing.mark) guard \(watch.name), \(watch.standing.words)\(seen)", columns: columns)
    }
  }
}

/// What is known of an action, beside its words, on one line.
struct ActionFacts {
  let kind: ActionKind
  let owner: String?
  let due: CivilDate?
  let factors: [Int]
  let state: ActionState
  let isOverdue: Bool
  var incident: String?
  let today: CivilDate

  /// When it is due, whose it is, what it is for, how far it is.
  var text: String {
    var facts: [String] = []
    if let due = due {
      let days = today.daysSinceEpoch - due.daysSinceEpoch
      facts.append(isOverdue ? "due \(due), \(days == 1 ? "1 day" : "\(days) days") ago" : "due \(due)")
    } else if state == .proposed || state == .accepted {
      facts.append("no date")
    }
    facts.append(owner ?? "no owner")
    facts.append("\(kind.words.loweringFirst), \(state.word)")
    if let incident { facts.append(incident) }
    if factors.isEmpty {
      facts.append("answers no factor")
    } else {
      facts.append("answers " + factors.map { "F\($0)" }.joined(separator: ", "))
    }
    return facts.joined(separator: " · ")
  }
}

extension ActionState {
  /// In one word: what else there is to say of it stands in the heading.
  var word: String { String(words.loweringFirst.prefix { $0 != "," }) }
}

extension String {
  /// With its first letter in lower case: words that stand alone on a page stand within a sentence here.
  package var loweringFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension GuardStanding? {
  /// One column that tells it without colour.
  var mark: String {
    switch self {
    case .holds: "✓"
    case .broken: "✕"
    case .unknown: "?"
    case nil: "·"
    }
  }

  var words: String {
    switch self {
    case .holds: "holds"
    case .broken: "broken"
    case .unknown: "could not be checked"
    case nil: "never checked"
    }
  }
}
