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
  ///
  /// `isMasked`: secrets and personal data stand in it as a mask, and are among what is replaced.
  package func preparedPublication(
    of id: PostmortemID, audience: PublicationAudience, opening: String? = nil, isMasked: Bool = false,
    for caller: Caller
  ) async throws -> PreparedText {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
    return try await prepared(postmortem, incident, for: audience, opening: opening, isMasked: isMasked).text
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
  /// What must not leave is refused whatever the reason, unless it goes out as a mask; other findings at error pass with one, and it stays on the record.
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
        postmortem, incident, for: request.audience, opening: opening.isEmpty ? nil : opening,
        isMasked: request.isMasked)
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
    _ postmortem: Postmortem, _ incident: Incident?, for audience: PublicationAudience, opening: String?,
    isMasked: Bool
  ) async throws -> (title: String, text: PreparedText) {
    let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
    let document = try await assembled(postmortem, incident)
    let contact = try await board().list.settings.contact
    var context = PublicationContext(
      audience: audience, path: "PM-\(postmortem.number)",
      people: Self.people(of: postmortem, incident, policy, document),
      internalHosts: Set((incident.flatMap { folds.report(of: $0) }?.moments ?? []).flatMap(\.hosts)).sorted(),
      publicAddresses: contact.contains("@") ? [contact] : [],
      masked: isMasked ? PublicationRule.maskable : [])
    // The title is prepared by itself: it must not carry a name out where the text has no heading.
    let heading = AudienceText.prepare("# \(postmortem.title)\n", context)
    let title = PostmortemDocument(parsing: heading.markdown).title ?? "Postmortem"
    context.opening = opening
    var text = AudienceText.prepare(document.text, context)
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
  static func people(
    of postmortem: Postmortem, _ incident: Incident?, _ policy: Policy, _ document: PostmortemDocument
  ) -> [PersonRole] {
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
      [incident?.declaredBy].compactMap(\.self) + postmortem.accounts.map(\.person) + postmortem.reviewers
      + postmortem.comments.map(\.by) + (incident?.entries.map(\.by) ?? [])
      + (incident?.decisions.map(\.record.by) ?? [])
    for person in others { add(person, "a member of the team") }
    // Where people write teams and roles as well as persons, only what reads as a person is one.
    let written =
      [postmortem.details.owner].compactMap(\.self) + postmortem.details.authors + postmortem.details.participants
      + postmortem.actions.compactMap(\.content.owner) + (incident?.tasks.compactMap(\.owner) ?? [])
    for person in written where DocumentPeople.isPerson(person) { add(person, "a member of the team") }
    for person in DocumentPeople.names(in: document)
    where !order.contains(where: { $0.lowercased() == person.lowercased() }) {
      add(person, "a member of the team")
    }
    return order.map { PersonRole(names: [$0, "@\($0)"], role: roles[$0] ?? "a member of the team") }
  }
}
