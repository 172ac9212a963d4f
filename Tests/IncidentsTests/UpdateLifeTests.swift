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
    #expect(scene.refusal(of: .approveUpdate(1)) == .ownApproval)
    try scene.perform(.approveUpdate(1), by: "ben")
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
}
