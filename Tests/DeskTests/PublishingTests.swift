import Accounts
import Chronology
import Desk
import Documents
import Findings
import Incidents
import Postmortems
import PublicStatus
import Publishing
import RecordViews
import Testing

/// What leaves, for whom, and how it comes back.
struct PublishingTests {
  private static let sorry = "We are sorry that orders failed."

  @Test func `three audiences read three texts of one source`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    try await scene.finish(id)
    for audience in PublicationAudience.allCases {
      _ = try await scene.desk.publishPostmortem(
        PublicationRequest(audience: audience, opening: Self.sorry, reason: "read by two"), of: id, by: scene.ana)
      let out = try #require(try await scene.desk.publication(of: id, audience: audience, for: scene.rea))
      #expect(out.content.markdown.contains("214 lost orders"), "\(audience)")
      #expect(out.content.markdown.contains("ana counted") == (audience != .public), "\(audience)")
    }
    let text = try #require(try await scene.desk.publication(of: id, audience: .public, for: scene.rea)).content
      .markdown
    #expect(text.contains("the incident commander counted") || text.contains("The incident commander counted"))
    let again = await outcome {
      try await scene.desk.publishPostmortem(
        PublicationRequest(audience: .public, opening: Self.sorry, reason: "read by two"), of: id, by: scene.ana)
    }
    #expect(again == "already-published")
  }

  @Test func `a title is held to what must not leave, though the text has another heading`() async throws {
    let scene = try DeskScene()
    let text = "---\ntitle: Cards are declined\n---\n\n# Something else\n\n## Executive summary\n\nOrders failed.\n"
    let begun = try await scene.desk.startPostmortem(StartPostmortem(text: text), by: scene.ana)
    let id = PostmortemID(number: try #require(begun.number))
    var details = try await scene.view(id).postmortem.details
    details.title = "Dump sent to jane@corp.example"
    try await scene.act(.writeDetails(details), on: id)
    try await scene.act(.changeStage(StageRequest(stage: .inReview)), on: id)
    try await scene.act(.changeStage(StageRequest(stage: .final, reason: "all there is")), on: id)
    let prepared = try await scene.desk.preparedPublication(
      of: id, audience: .public, opening: Self.sorry, for: scene.rea)
    #expect(prepared.findings.contains { PublicationMade.barredRules.contains($0.rule) })
    let sent = await outcome {
      try await scene.desk.publishPostmortem(
        PublicationRequest(audience: .public, opening: Self.sorry, isOnStatusPage: true, reason: "x"), of: id,
        by: scene.ana)
    }
    #expect(sent == "held-by-review")
  }

  @Test func `what must not leave is refused whatever the reason, and a preparation says so first`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    try await scene.finish(id)
    try await scene.act(.changeStage(StageRequest(stage: .draft, note: "more")), on: id)
    let key = "The key was AKIA" + "Z2YQ7K3M5N8P1R4T."
    try await scene.act(.writeSection(.impact, markdown: key + " Mail sam.li@shop.example."), on: id)
    try await scene.act(.changeStage(StageRequest(stage: .inReview)), on: id)
    try await scene.act(.changeStage(StageRequest(stage: .final, reason: "all there is")), on: id)
    let prepared = try await scene.desk.preparedPublication(
      of: id, audience: .public, opening: Self.sorry, for: scene.rea)
    #expect(!prepared.mayLeave)
    let rules = Set(prepared.findings.filter { $0.severity == .error }.map(\.rule))
    #expect(!rules.isDisjoint(with: PublicationMade.barredRules))
    let refused = await outcome {
      try await scene.desk.publishPostmortem(
        PublicationRequest(audience: .public, opening: Self.sorry, reason: "it does not matter"), of: id, by: scene.ana)
    }
    #expect(refused == "held-by-review")
    #expect(try await scene.desk.publication(of: id, audience: .public, for: scene.ana) == nil)
  }

  @Test func `whoever agrees to masks sends out masks, and sees them first`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    try await scene.act(.writeSection(.summary, markdown: "Orders failed."), on: id)
    try await scene.finish(id)
    try await scene.act(.changeStage(StageRequest(stage: .draft, note: "more")), on: id)
    let secret = "AKIA" + "Z2YQ7K3M5N8P1R4T"
    try await scene.act(
      .writeSection(.impact, markdown: "The key was \(secret). Mail sam.li@shop.example. We are sorry."), on: id)
    try await scene.act(.changeStage(StageRequest(stage: .inReview)), on: id)
    try await scene.act(.changeStage(StageRequest(stage: .final, reason: "all there is")), on: id)
    let prepared = try await scene.desk.preparedPublication(
      of: id, audience: .public, opening: "Ask ann.li@shop.example.", isMasked: true, for: scene.rea)
    #expect(!prepared.findings.contains { PublicationMade.barredRules.contains($0.rule) }, "\(prepared.findings)")
    #expect(prepared.markdown.contains("The key was [masked]. Mail [masked]."))
    #expect(prepared.markdown.contains("Ask [masked]."))
    let masks = prepared.replaced.filter { $0.replacement == "[masked]" }.map(\.original)
    #expect(masks.sorted() == ["a password, token or key", "an e-mail address", "an e-mail address"])
    #expect("\(prepared.comparison)".contains("masked"), "the difference shows the masks")
    func publish(_ isMasked: Bool) async -> String {
      await outcome {
        try await scene.desk.publishPostmortem(
          PublicationRequest(audience: .public, opening: Self.sorry, reason: "read by two", isMasked: isMasked), of: id,
          by: scene.ana)
      }
    }
    #expect(await publish(false) == "held-by-review")
    #expect(await publish(true) == "done")
    let out = try #require(try await scene.desk.publication(of: id, audience: .public, for: scene.rea)).content
    #expect(!out.markdown.contains(secret) && !out.markdown.contains("sam.li@"))
    // The document itself keeps what it says, and the other audiences are asked anew.
    #expect(try await scene.desk.postmortemText(of: id, for: scene.ana).contains(secret))
  }

  @Test func `whom a document names goes out as a role, teams stay teams`() async throws {
    let scene = try DeskScene()
    let text = """
      ---
      title: Cards are declined
      authors: [Noor Haddad, Release desk]
      participants: [rosa]
      ---

      ## Authors and participants

      - **Participants:** Tove Lind (support), Trading desk

      ## Executive summary

      Noor Haddad asked rosa; Tove Lind called the Trading desk, and @quentin came. The Release desk waited. We are sorry.
      """
    let number = try #require(
      try await scene.desk.startPostmortem(StartPostmortem(text: text), by: scene.ana).number)
    let prepared = try await scene.desk.preparedPublication(
      of: PostmortemID(number: number), audience: .public, for: scene.rea)
    for name in ["Noor", "Haddad", "rosa", "Tove", "Lind", "quentin"] {
      #expect(!prepared.markdown.contains(name), "\(name) in \(prepared.markdown)")
    }
    #expect(prepared.markdown.contains("the Trading desk, and somebody came. The Release desk waited."))
    let listed = Set(prepared.replaced.map(\.original))
    #expect(listed.isSuperset(of: ["Noor Haddad", "rosa", "Tove Lind", "@quentin"]), "\(listed)")
    #expect(prepared.findings.contains { $0.rule == "unknown-account-name" })
  }

  @Test func `rules that no reason passes are rules of the preparation`() {
    let known = Set(PublicationRule.allCases.map(\.rawValue))
    #expect(PublicationMade.barredRules.isSubset(of: known))
  }

  @Test func `a preparation that is out of date does not go out`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    try await scene.finish(id)
    let seen = try await scene.view(id).postmortem.version
    try await scene.act(.writeComment(CommentWritten(anchor: CommentAnchor(section: "impact"), text: "?")), on: id)
    let request = PublicationRequest(audience: .stakeholders, seenVersion: seen, reason: "x")
    #expect(
      await outcome { try await scene.desk.publishPostmortem(request, of: id, by: scene.ana) } == "staleVersion")
  }

  @Test func `on the status page when it is wanted, and nowhere once it is taken back`() async throws {
    let scene = try DeskScene()
    try await scene.list("shop")
    let (incident, id) = try await scene.postmortem()
    try await scene.tell(incident, .resolved, nextInMinutes: nil)
    try await scene.finish(id)
    func publish(page: Bool) async throws {
      _ = try await scene.desk.publishPostmortem(
        PublicationRequest(audience: .public, opening: Self.sorry, isOnStatusPage: page, reason: "read by two"), of: id,
        by: scene.ana)
    }
    try await publish(page: false)
    #expect(try await scene.desk.statusReport().postmortems.isEmpty)
    try await publish(page: true)
    let report = try await scene.desk.statusReport()
    let shown = try #require(report.postmortems.first)
    #expect(shown.incident == report.incidents.first?.id)
    #expect(shown.title == "Payments fail")
    #expect(shown.markdown.contains("214 lost orders"))
    #expect(!shown.markdown.contains("ana counted"))
    #expect(!shown.id.text.contains("PM"))
    #expect(report.updated == shown.updated)
    #expect(try await scene.desk.publicPostmortems().map(\.id) == [id])
    try await scene.act(.withdraw(PublicationWithdrawn(audience: .public, reason: "it named a customer")), on: id)
    #expect(try await scene.desk.statusReport().postmortems.isEmpty)
    #expect(try await scene.desk.publicPostmortems().isEmpty)
    #expect(try await scene.desk.publication(of: id, audience: .public, for: scene.rea) == nil)
  }

  @Test func `an incident that becomes private takes its postmortem off the page`() async throws {
    let scene = try DeskScene()
    let (incident, id) = try await scene.postmortem()
    try await scene.finish(id)
    _ = try await scene.desk.publishPostmortem(
      PublicationRequest(audience: .public, opening: Self.sorry, isOnStatusPage: true, reason: "read by two"), of: id,
      by: scene.ana)
    let shown = try await scene.desk.statusReport().postmortems
    #expect(
      shown.map(\.incident) == [nil], "customers were not told of the incident, so that the page does not name it")
    _ = try await scene.desk.perform(.changeAccess(AccessChange(isPrivate: true)), on: incident, by: scene.ana)
    #expect(try await scene.desk.statusReport().postmortems.isEmpty)
    #expect(try await scene.desk.publicPostmortems().isEmpty)
  }

  @Test func `private ones do not go out to everybody, drills not to the status page`() async throws {
    let scene = try DeskScene()
    let (_, hidden) = try await scene.postmortem("Leak", isPrivate: true)
    try await scene.finish(hidden)
    func publish(_ id: PostmortemID, page: Bool) async -> String {
      await outcome {
        try await scene.desk.publishPostmortem(
          PublicationRequest(audience: .public, opening: Self.sorry, isOnStatusPage: page, reason: "read"), of: id,
          by: scene.ana)
      }
    }
    #expect(await publish(hidden, page: false) == "private-incident")
    let (_, drill) = try await scene.postmortem("Drill", isDrill: true)
    try await scene.finish(drill)
    #expect(await publish(drill, page: true) == "wrong-state")
    #expect(await publish(drill, page: false) == "done")
    #expect(try await scene.desk.statusReport().postmortems.isEmpty)
  }
}
