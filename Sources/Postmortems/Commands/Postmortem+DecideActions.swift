import Incidents

extension Postmortem {
  func acted(_ command: PostmortemCommand) throws(IncidentRefusal) -> PostmortemEvent {
    guard origin.isOurs else { throw notOurs }
    switch command {
    case .writeAction(let written): return .actionWritten(try self.written(written))
    case .proposeAction(let content): return .actionWritten(try self.written(ActionWritten(content: content)))
    case .stepAction(let stepped): return .actionStepped(try self.stepped(stepped))
    default: preconditionFailure("only actions are decided here")
    }
  }

  private func existing(_ number: Int) throws(IncidentRefusal) -> PostmortemAction {
    guard let action = action(number) else {
      throw PartCheck.unknown("action", number, among: actions.map(\.number))
    }
    return action
  }

  private func written(_ written: ActionWritten) throws(IncidentRefusal) -> ActionWritten {
    var news = written
    let old = news.action == 0 ? nil : try existing(news.action)
    if old == nil { try PartCheck.room(actions.count, PostmortemLimits.actionsMax, "actions") }
    news.content.text = try PartCheck.text(news.content.text, "text")
    news.content.owner = try PartCheck.person(news.content.owner, "owner")
    news.content.verification = try PartCheck.optional(news.content.verification, "verification")
    // A factor that was taken out since may stay where it stands; a new one must be there.
    let known = Set(factors.map(\.number)).union(old?.content.factors ?? [])
    var answered: [Int] = []
    for factor in news.content.factors where !answered.contains(factor) {
      guard known.contains(factor) else {
        throw PartCheck.unknown("factor", factor, among: factors.map(\.number), place: "factors")
      }
      answered.append(factor)
    }
    news.content.factors = answered.sorted()
    if news.action == 0 { news.action = (actions.map(\.number).max() ?? 0) + 1 }
    guard news.content != old?.content else { throw .nothingNew("action \(news.action)") }
    return news
  }

  private func stepped(_ stepped: ActionStepped) throws(IncidentRefusal) -> ActionStepped {
    let action = try existing(stepped.action)
    var news = stepped
    guard news.state != action.state else { throw .nothingNew("action \(news.action)") }
    guard action.state.next.contains(news.state) else {
      throw IncidentRefusal(
        .wrongState, place: "action \(news.action)",
        message: "an action that is \(action.state.rawValue) does not become \(news.state.rawValue)",
        hint: "from here it can become: \(action.state.next.map(\.rawValue).joined(separator: ", "))")
    }
    news.note = try PartCheck.optional(news.note, "note")
    guard news.note.isEmpty else { return news }
    let wanted: (what: String, hint: String)? =
      switch (action.state, news.state) {
      case (_, .declined): ("declining an action", "say in a sentence why it is not done")
      case (_, .verified): ("verifying an action", "say how anybody can see that it works")
      case (.declined, _), (.done, _), (.verified, _): ("opening it again", "say in a sentence what was found")
      default: nil
      }
    if let wanted {
      throw IncidentRefusal(.needsReason, place: "note", message: "\(wanted.what) needs a note", hint: wanted.hint)
    }
    return news
  }
}
