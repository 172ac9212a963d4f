package import Accounts
import Documents
import Findings
import Incidents
import Journal
package import Postmortems
package import Publishing
package import RecordViews
import TimelineBuilding

extension Desk {
  /// What would go out to an audience, with what would be left out or replaced and what holds it back; nothing leaves.
  package func preparedPublication(
    of id: PostmortemID, audience: PublicationAudience, opening: String? = nil, for caller: Caller
  ) async throws -> PreparedText {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
    return try await prepared(postmortem, incident, for: audience, opening: opening).text
  }

  /// What an audience may read now; nil where nothing is out, or was taken back.
  ///
  /// Throws where the caller may not know of the postmortem.
  package func publication(
    of id: PostmortemID, audience: PublicationAudience, for caller: Caller
  ) async throws -> Publication? {
    try check(caller, .read, "\(id)")
    try await catchUp()
    return try await visiblePostmortem(id, to: caller).postmortem.publication(to: audience)
  }

  /// Sends a postmortem out to an audience, prepared for it.
  ///
  /// What must not leave is refused whatever the reason; other findings at error pass with one, and it stays on the record.
  package func publishPostmortem(
    _ request: PublicationRequest, of id: PostmortemID, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "\(id)", terms: terms) {
      let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
      if let seen = request.seenVersion {
        try checkIsFresh(WriteTerms(expectedVersion: seen), postmortem.version, place: "\(id)")
      }
      let opening = try TextCheck.optional(request.opening ?? "", "opening", max: DeskLimits.openingScalarsMax)
      let (title, text) = try await prepared(
        postmortem, incident, for: request.audience, opening: opening.isEmpty ? nil : opening)
      let content = PublicationMade(
        audience: request.audience, title: title, markdown: text.markdown, isOnStatusPage: request.isOnStatusPage,
        passed: Set(text.findings.filter { $0.severity == .error }.map(\.rule)).sorted(), reason: request.reason)
      return try plan(.publish(content), on: postmortem, incident, by: caller)
    }
  }

  /// What is out for everybody and meant for the status page, the newest first: nothing private, no drill.
  package func publicPostmortems() async throws -> [(id: PostmortemID, publication: Publication)] {
    try await catchUp()
    return try await shownPostmortems().compactMap { postmortem in
      postmortem.publication(to: .public).map { (PostmortemID(number: postmortem.number), $0) }
    }
  }

  /// The postmortems that the status page shows.
  func shownPostmortems() async throws -> [Postmortem] {
    var shown: [Postmortem] = []
    for number in try await views.read({ try IncidentLists.shownPostmortems($0) }) {
      let postmortem = try await foldPostmortem(number)
      if postmortem.publication(to: .public)?.content.isOnStatusPage == true { shown.append(postmortem) }
    }
    return shown
  }

  // MARK: Preparing

  private func prepared(
    _ postmortem: Postmortem, _ incident: Incident?, for audience: PublicationAudience, opening: String?
  ) async throws -> (title: String, text: PreparedText) {
    let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
    let contact = try await board().list.settings.contact
    var context = PublicationContext(
      audience: audience, path: "PM-\(postmortem.number)",
      people: Self.people(of: postmortem, incident, policy),
      internalHosts: Set((incident.flatMap { folds.report(of: $0) }?.moments ?? []).flatMap(\.hosts)).sorted(),
      publicAddresses: contact.contains("@") ? [contact] : [])
    // The title is prepared by itself: it must not carry a name out where the text has no heading.
    let heading = AudienceText.prepare("# \(postmortem.title)\n", context)
    let title = PostmortemDocument(parsing: heading.markdown).title ?? "Postmortem"
    context.opening = opening
    var text = AudienceText.prepare(try await assembled(postmortem, incident).text, context)
    // It goes out beside the text, and what must not leave holds it back all the same.
    let known = Set(text.findings.map(\.rule))
    text.findings += heading.findings.filter {
      PublicationMade.barredRules.contains($0.rule) && !known.contains($0.rule)
    }
    return (title, text)
  }

  /// A role as a sentence names whoever has it.
  private static func phrase(for role: String, _ policy: Policy) -> String {
    switch role {
    case RoleDefinition.commander: "the incident commander"
    case RoleDefinition.communications: "the communications lead"
    case RoleDefinition.operations: "an engineer"
    case RoleDefinition.scribe: "the scribe"
    default: "the \((policy.role(role)?.name ?? role).lowercased())"
    }
  }

  /// Everybody whom the text may name, with what stands for them in public.
  static func people(of postmortem: Postmortem, _ incident: Incident?, _ policy: Policy) -> [PersonRole] {
    var roles: [String: String] = [:]
    var order: [String] = []
    func add(_ person: String?, _ role: String) {
      guard let person, person.contains(where: { !$0.isWhitespace }), person != ownName else { return }
      if roles.updateValue(roles[person] ?? role, forKey: person) == nil { order.append(person) }
    }
    // The part that somebody played in the incident says more than that they were there.
    for holding in incident?.holdings ?? [] {
      add(holding.person, phrase(for: holding.role, policy))
    }
    add(postmortem.details.facilitator, "the facilitator")
    let others =
      [postmortem.details.owner, incident?.declaredBy].compactMap(\.self) + postmortem.details.authors
      + postmortem.details.participants + postmortem.accounts.map(\.person) + postmortem.reviewers
      + postmortem.actions.compactMap(\.content.owner) + postmortem.comments.map(\.by)
      + (incident?.entries.map(\.by) ?? []) + (incident?.decisions.map(\.record.by) ?? [])
      + (incident?.tasks.compactMap(\.owner) ?? [])
    for person in others { add(person, "a member of the team") }
    return order.map { PersonRole(names: [$0, "@\($0)"], role: roles[$0] ?? "a member of the team") }
  }
}
