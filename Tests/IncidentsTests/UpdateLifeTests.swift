import Chronology
import Incidents
import Testing

struct UpdateLifeTests {
  private func draft(_ scene: Scene, update: Int = 0) -> IncidentCommand {
    .draftUpdate(
      UpdateDraft(update: update, audience: .customers, state: .investigating, text: scene.text(nextInMinutes: 30)))
  }

  @Test func `an update that the reviewer holds goes out only with a reason`() throws {
    var scene = try Scene()
    try scene.perform(draft(scene))
    let held = UpdateRelease(update: 1, held: ["vague"])
    #expect(scene.refusal(of: .publishUpdate(held)) == .heldByReview)
    try scene.perform(.publishUpdate(UpdateRelease(update: 1, releaseReason: "no time left", held: ["vague"])))
    let update = try #require(scene.incident.updates.first)
    #expect(update.isOut)
    #expect(update.held == ["vague"])
    #expect(update.releaseReason == "no time left")
    #expect(scene.incident.instants[.firstPublicUpdate]?.at == scene.now)
  }

  @Test func `where a second person has to agree, the writer is not that person`() throws {
    var scene = try Scene(Declaration(title: "Nothing works", severity: 1))
    try scene.perform(draft(scene))
    #expect(scene.refusal(of: .publishUpdate(UpdateRelease(update: 1))) == .needsApproval)
    let seen = try #require(scene.incident.updates.first?.version)
    #expect(scene.refusal(of: .approveUpdate(UpdateApproval(update: 1, seenVersion: seen))) == .ownApproval)
    try scene.perform(.approveUpdate(UpdateApproval(update: 1, seenVersion: seen)), by: "ben")
    #expect(scene.refusal(of: .publishUpdate(UpdateRelease(update: 1))) == nil)
    scene.pass(minutes: 1)
    try scene.perform(draft(scene, update: 1))
    #expect(scene.refusal(of: .publishUpdate(UpdateRelease(update: 1))) == .needsApproval)
  }

  @Test func `nobody publishes a text that they have not seen`() throws {
    var scene = try Scene()
    try scene.perform(draft(scene))
    let seen = try #require(scene.incident.updates.first?.version)
    scene.pass(minutes: 1)
    try scene.perform(draft(scene, update: 1), by: "ben")
    #expect(scene.refusal(of: .publishUpdate(UpdateRelease(update: 1, seenVersion: seen))) == .wrongState)
  }

  @Test func `what is out is corrected or taken back, never written over`() throws {
    var scene = try Scene()
    try scene.publish(nextInMinutes: 30)
    #expect(scene.refusal(of: draft(scene, update: 1)) == .alreadyPublished)
    #expect(scene.refusal(of: .publishUpdate(UpdateRelease(update: 1))) == .alreadyPublished)
    var text = scene.text(nextInMinutes: 30)
    text.affected = "About one order in five."
    try scene.perform(.correctUpdate(UpdateCorrected(update: 1, text: text, reason: "counted again")))
    #expect(scene.incident.updates.first?.former.map(\.text.affected) == ["About one order in three."])
    try scene.perform(.withdrawUpdate(UpdateWithdrawn(update: 1, reason: "wrong incident")))
    #expect(scene.incident.updates.first?.isOut == false)
    #expect(scene.refusal(of: .withdrawUpdate(UpdateWithdrawn(update: 1, reason: "again"))) == .notPublished)
  }

  @Test func `customers read nothing of a private incident`() throws {
    var scene = try Scene(Declaration(title: "Data leaked", severity: 2, isPrivate: true))
    try scene.perform(draft(scene))
    #expect(scene.refusal(of: .publishUpdate(UpdateRelease(update: 1))) == .privateIncident)
  }

  @Test func `what stands in the fields goes out, saved and published in one act`() throws {
    var scene = try Scene()
    try scene.perform(draft(scene))
    let kept = try #require(scene.incident.updates.first)
    var typed = kept.draft
    typed.text.affected = "Everybody who pays by card."
    typed.components = ["checkout": .partialOutage]
    scene.pass(minutes: 1)
    try scene.perform(
      .publishUpdate(UpdateRelease(update: 1, draft: typed, seenVersion: kept.version, releaseReason: "a test")),
      by: "ben")
    let out = try #require(scene.incident.updates.first)
    #expect(out.isOut && out.text.affected == "Everybody who pays by card.")
    #expect(out.components == ["checkout": .partialOutage])
    #expect(out.author == "ben" && out.publishedBy == "ben")
  }

  @Test func `a refused publication saves nothing of what was typed`() throws {
    var scene = try Scene(Declaration(title: "Nothing works", severity: 1))
    try scene.perform(draft(scene))
    let kept = try #require(scene.incident.updates.first)
    try scene.perform(.approveUpdate(UpdateApproval(update: 1, seenVersion: kept.version)), by: "ben")
    var typed = kept.draft
    typed.text.affected = "Everybody."
    // The approval was of the other text.
    #expect(scene.refusal(of: .publishUpdate(UpdateRelease(update: 1, draft: typed))) == .needsApproval)
    #expect(scene.incident.updates.first?.approvedBy == "ben")
    // The same words with a part of a second more or less are the text that was approved.
    typed = kept.draft
    typed.text.nextBy = typed.text.nextBy?.advanced(bySeconds: 0.25)
    try scene.perform(.publishUpdate(UpdateRelease(update: 1, draft: typed)))
    #expect(scene.incident.updates.first?.approvedBy == "ben")
  }

  @Test func `an approval is for the text that was read`() throws {
    var scene = try Scene()
    try scene.perform(draft(scene), by: "ana")
    let read = try #require(scene.incident.updates.first)
    scene.pass(minutes: 1)
    try scene.perform(draft(scene, update: 1), by: "kim")
    #expect(
      scene.refusal(of: .approveUpdate(UpdateApproval(update: 1, seenVersion: read.version)), by: "ben") == .wrongState)
    let now = try #require(scene.incident.updates.first)
    var typed = now.draft
    typed.text.more = "And this."
    let changed = UpdateApproval(update: 1, seenVersion: now.version, draft: typed)
    #expect(scene.refusal(of: .approveUpdate(changed), by: "ben") == .ownApproval)
    try scene.perform(.approveUpdate(UpdateApproval(update: 1, seenVersion: now.version, draft: now.draft)), by: "ben")
    #expect(scene.incident.updates.first?.approvedBy == "ben")
  }

  @Test func `the public headline is the title of the last word to customers`() throws {
    var scene = try Scene(Declaration(title: "Payments fail", severity: 2))
    #expect(scene.incident.headline == nil)
    try scene.publish(to: .internal, nextInMinutes: 30)
    #expect(scene.incident.headline == nil)
    try scene.publish(nextInMinutes: 30)
    try scene.perform(.revise(IncidentRevision(title: "PSP-4711: Max broke it")))
    #expect(scene.incident.publicTitle == "Payments fail")
    try scene.perform(.revise(IncidentRevision(title: "Card payments fail")))
    try scene.publish(nextInMinutes: 30)
    #expect(scene.incident.publicTitle == "Card payments fail")
    #expect(scene.incident.outline().publicTitle == "Card payments fail")
  }

  @Test func `since when people are told it is, is when the impact started, unless that is stated`() throws {
    var scene = try Scene()
    scene.pass(minutes: 20)
    try scene.publish(nextInMinutes: 30)
    let began = try #require(scene.incident.instants[.impactStarted])
    #expect(began.at == Scene.start && began.basis == .stated && began.reason == "as update 1 tells customers")
    #expect(scene.incident.entries.last { $0.kind == .instant }?.by == "ana")
    var other = try Scene()
    other.pass(minutes: 20)
    let earlier = Scene.start.advanced(bySeconds: -300)
    try other.perform(.stateInstant(InstantStatement(name: .impactStarted, at: earlier)))
    try other.publish(nextInMinutes: 30)
    #expect(other.incident.instants[.impactStarted]?.at == earlier)
    #expect(other.incident.toldBeginning == nil)
    let later = Scene.start.advanced(bySeconds: 300)
    try other.perform(.stateInstant(InstantStatement(name: .impactStarted, at: later, reason: "the log")))
    #expect(other.incident.toldBeginning?.at == Scene.start)
  }
}
