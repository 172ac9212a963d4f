import PageKit
import Postmortems

/// Contributing factors as a tree: below each what made it possible in its turn.
struct FactorTree: Sendable {
  let postmortem: Postmortem
  /// What stands below a factor, where the page offers something.
  var acts: @Sendable (Factor) -> HTML = { _ in .empty }

  static func anchor(_ number: Int) -> String { "factor-\(number)" }

  var html: HTML { list(children(of: nil), depth: 0) }

  /// Factors whose parent is gone, or that would go in a circle, stand at the top.
  private func children(of parent: Int?) -> [Factor] {
    let known = Set(postmortem.factors.map(\.number))
    return postmortem.factors.filter { factor in
      guard let parent else {
        return factor.parent.map { !known.contains($0) || isInCircle(factor) } ?? true
      }
      return factor.parent == parent && !isInCircle(factor)
    }
  }

  private func isInCircle(_ factor: Factor) -> Bool {
    var seen: Set<Int> = [factor.number]
    var parent = factor.parent
    while let number = parent {
      guard seen.insert(number).inserted else { return true }
      parent = postmortem.factor(number)?.parent
    }
    return false
  }

  private func list(_ factors: [Factor], depth: Int) -> HTML {
    Tag.ol(.class("factors", depth == 0 ? "factor-roots" : "factor-children")) {
      for factor in factors { html(factor, depth: depth) }
    }
  }

  private func html(_ factor: Factor, depth: Int) -> HTML {
    let below = depth < PostmortemLimits.factorDepthMax ? children(of: factor.number) : []
    let actions = postmortem.actions.filter { $0.state != .declined && $0.content.factors.contains(factor.number) }
    return Tag.li(.class("factor"), .id(Self.anchor(factor.number))) {
      Tag.div(.class("factor-body")) {
        Tag.p(.class("kind")) {
          Tag.span(.class("line-name")) { "F\(factor.number)" }
          Tag.span(.class("factor-kind")) { factor.kind.words }
          SurenessMark(sureness: factor.sureness).html
        }
        Tag.p(.class("what")) { factor.text }
        if factor.evidence.isEmpty {
          Tag.p(.class("section-note")) { Gap("No evidence is named yet.").html }
        } else {
          References(references: factor.evidence, postmortem: postmortem.number).html
        }
        catches(factor)
        hits(factor)
        answered(actions)
        acts(factor)
      }
      if !below.isEmpty {
        Tag.p(.class("why-on")) { "How did that come to be?" }
        list(below, depth: depth + 1)
      }
    }
  }

  private func catches(_ factor: Factor) -> HTML? {
    let told = factor.catches.filter { !$0.answer.isEmpty }
    guard !told.isEmpty else { return nil }
    return Tag.dl(.class("catches")) {
      for one in told {
        Tag.dt { one.means.words }
        Tag.dd { one.answer }
      }
    }
  }

  private func hits(_ factor: Factor) -> HTML? {
    guard !factor.hits.isEmpty else { return nil }
    return Tag.p(.class("hits")) {
      "An earlier action should have prevented it: "
      Tag.code { factor.hits.map(\.description).joined(separator: ", ") }
    }
  }

  private func answered(_ actions: [PostmortemAction]) -> HTML {
    guard !actions.isEmpty else {
      return Tag.p(.class("factor-answer")) { Gap("No action answers it.").html }
    }
    return Tag.p(.class("factor-answer")) {
      "Answered by "
      for (offset, action) in actions.enumerated() {
        if offset > 0 { ", " }
        Tag.a(.href(fragment: ActionList.anchor(action.number))) { "A\(action.number)" }
        " (\(action.state.words.lowercased()))"
      }
    }
  }
}
