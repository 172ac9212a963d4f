import Authoring
import Chronology
import Documents
import PageKit
import Postmortems

/// What a section has beside its words: lines, factors, actions, accounts.
struct SectionParts: Sendable {
  let scene: PostmortemScene
  let kind: SectionKind
  let gaps: [TimelineGap]

  /// Nil where it has none.
  var html: HTML? {
    let postmortem = scene.postmortem
    switch kind {
    case .timeline:
      guard !postmortem.lines.isEmpty else { return nil }
      return .joined([
        Tag.p(.class("section-sum")) { sum },
        LineRail(lines: postmortem.lines, gaps: gaps, explained: postmortem.gaps, zone: scene.zone).html,
      ])
    case .rootCause: return causes
    case .actions:
      guard !postmortem.actions.isEmpty else { return nil }
      return .joined([ActionSum(postmortem: postmortem).html ?? .empty, ActionList(scene: scene).html])
    case .lessons: return lessons
    case .participants:
      let told = postmortem.accounts.filter { $0.statement != nil }
      guard postmortem.accountsOpened != nil, !told.isEmpty else { return nil }
      return Tag.section(.class("sub-part")) {
        Tag.h3 { "What people saw, in their own words" }
        AccountColumns(accounts: told, zone: scene.zone).html
      }
    default: return nil
    }
  }

  private var sum: String {
    let lines = scene.postmortem.lines
    let instants = lines.compactMap(\.at)
    var text = Wording.count(lines.count, "line")
    if let first = instants.min(), let last = instants.max(), last > first {
      text += " over \(Wording.duration(seconds: last.seconds(since: first)))"
    }
    let unclear = lines.count - instants.count
    if unclear > 0 { text += "; \(unclear) without an instant" }
    let open = gaps.filter { scene.postmortem.gaps[$0.after] == nil }.count
    if open > 0 { text += "; \(Wording.count(open, "gap")) not explained" }
    return text
  }

  private var causes: HTML? {
    let postmortem = scene.postmortem
    guard !postmortem.factors.isEmpty || !postmortem.assumptions.isEmpty else { return nil }
    return .joined([
      postmortem.factors.isEmpty
        ? .empty
        : Tag.section(.class("sub-part")) {
          Tag.h3 { "What had to be true for it to happen" }
          FactorTree(postmortem: postmortem).html
        },
      postmortem.assumptions.isEmpty
        ? .empty
        : Tag.section(.class("sub-part")) {
          Tag.h3 { "What we believed" }
          AssumptionTable(assumptions: postmortem.assumptions).html
        },
    ])
  }

  private var lessons: HTML? {
    guard !scene.postmortem.lucks.isEmpty else { return nil }
    return Tag.section(.class("sub-part")) {
      Tag.h3 { "Where we were lucky" }
      LuckList(lucks: scene.postmortem.lucks).html
    }
  }
}

/// How far the actions are, and which of them answer nothing.
struct ActionSum: Sendable {
  let postmortem: Postmortem

  var html: HTML? {
    let actions = postmortem.actions.filter { $0.state != .declined }
    guard !actions.isEmpty else { return nil }
    var parts = [
      "\(Wording.count(actions.count, "action")): \(actions.count { $0.state == .verified }) verified, "
        + "\(actions.count { $0.state.isOpen }) open"
    ]
    let ownerless = actions.count { $0.state.isOpen && $0.content.owner == nil }
    if ownerless > 0 { parts.append("\(ownerless) without an owner") }
    let dateless = actions.count { $0.state.isOpen && $0.content.due == nil }
    if dateless > 0 { parts.append("\(dateless) without a date") }
    let loose = postmortem.looseActions.count
    if loose > 0 { parts.append("\(loose) without a factor") }
    return Tag.p(.class("section-sum")) { parts.joined(separator: "; ") }
  }
}
