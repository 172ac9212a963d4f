import Chronology
import Incidents

extension Postmortem {
  /// Whether somebody leads the conversation, or answers for the document.
  package func isLed(by person: String) -> Bool { details.facilitator == person || details.owner == person }

  func told(_ command: PostmortemCommand, in context: PostmortemContext) throws(IncidentRefusal) -> PostmortemEvent {
    switch command {
    case .askAccounts(let people):
      let people = try PartCheck.people(people, "people")
      guard !people.isEmpty else {
        throw IncidentRefusal(.empty, place: "people", message: "nobody is named", hint: "name who saw it happen")
      }
      let news = people.filter { person in !accounts.contains { $0.person == person && $0.asked != nil } }
      guard !news.isEmpty else { throw .nothingNew("people") }
      let known = Set(accounts.map(\.person))
      try PartCheck.room(
        accounts.count + news.count { !known.contains($0) }, PostmortemLimits.peopleMax, "people", isAdding: false)
      return .accountsAsked(AccountsAsked(people: news))
    case .giveAccount(let statement): return .accountGiven(try given(statement, in: context))
    case .openAccounts(let reason): return .accountsOpened(try opened(reason, in: context))
    default: preconditionFailure("only accounts are decided here")
    }
  }

  private func given(
    _ statement: AccountStatement?, in context: PostmortemContext
  ) throws(IncidentRefusal) -> AccountGiven {
    let known = accounts.first { $0.person == context.actor }
    guard known != nil || details.participants.contains(context.actor) else {
      throw IncidentRefusal(
        .wrongState, place: "account", message: "\(context.actor) is not among those who were asked",
        hint: "ask the facilitator, or put yourself among the participants")
    }
    guard accountsOpened == nil else {
      throw IncidentRefusal(
        .wrongState, place: "account", message: "the accounts are open, and stay as they were told",
        hint: "add what you know as a comment, or as a line of the timeline")
    }
    guard let statement else {
      guard known?.isDeclined != true else { throw .nothingNew("account") }
      return AccountGiven(person: context.actor, statement: nil)
    }
    if let at = statement.at { try CommandCheck.instant(at, "at", now: context.now) }
    let checked = AccountStatement(
      saw: try PartCheck.text(statement.saw, "saw"), expected: try PartCheck.optional(statement.expected, "expected"),
      surprised: try PartCheck.optional(statement.surprised, "surprised"),
      sense: try PartCheck.optional(statement.sense, "sense"), at: statement.at)
    guard known?.statement != checked else { throw .nothingNew("account") }
    return AccountGiven(person: context.actor, statement: checked)
  }

  private func opened(
    _ reason: String?, in context: PostmortemContext
  ) throws(IncidentRefusal) -> AccountsOpened {
    guard accountsOpened == nil else { throw .nothingNew("accounts") }
    guard context.isAdministrator || isLed(by: context.actor) else {
      throw doesNotLead(context.actor, "accounts", "an administrator can open them")
    }
    guard !accounts.isEmpty else {
      throw IncidentRefusal(
        .wrongState, place: "accounts", message: "nobody was asked yet", hint: "ask who saw it happen")
    }
    let reason = try TextCheck.reason(reason)
    let missing = missingAccounts
    guard missing.isEmpty || reason != nil else {
      throw IncidentRefusal(
        .needsReason, place: "reason",
        message: "\(missing.prefix(10).joined(separator: ", ")) \(missing.count == 1 ? "has" : "have") not told yet",
        hint: "wait for them, or say in a sentence why not")
    }
    return AccountsOpened(reason: missing.isEmpty ? nil : reason)
  }

  /// `nobody`: what to do where nobody leads.
  func doesNotLead(_ actor: String, _ place: String, _ nobody: String) -> IncidentRefusal {
    let leads = [details.facilitator, details.owner].compactMap(\.self)
    return IncidentRefusal(
      .wrongState, place: place, message: "\(actor) does not lead this postmortem",
      hint: leads.isEmpty ? nobody : "ask \(leads.joined(separator: " or ")), or an administrator")
  }
}
