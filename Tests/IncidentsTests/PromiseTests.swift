import Chronology
import Incidents
import Testing

struct PromiseTests {
  private func due(_ scene: Scene, _ audience: Audience = .customers) -> Double? {
    scene.incident.promises(by: scene.policy).first { $0.audience == audience }
      .map { $0.due.seconds(since: Scene.start) / 60 }
  }

  @Test func `the first word is due as the protocol says`() throws {
    let scene = try Scene()
    #expect(due(scene) == 20)
    #expect(due(scene, .internal) == 15)
    #expect(due(scene, .authorities) == nil)
  }

  @Test func `what was promised counts before what the protocol says`() throws {
    var scene = try Scene()
    scene.pass(minutes: 10)
    try scene.publish(nextInMinutes: 45)
    #expect(due(scene) == 55)
    try scene.publish(nextInMinutes: nil)
    #expect(due(scene) == 40)
  }

  @Test func `a raised severity brings the next word nearer`() throws {
    var scene = try Scene()
    try scene.publish(nextInMinutes: 90)
    scene.pass(minutes: 10)
    try scene.perform(.revise(IncidentRevision(severity: 1)))
    #expect(due(scene) == 30)
  }

  @Test func `whoever was told something is owed the last word`() throws {
    var scene = try Scene()
    try scene.publish(nextInMinutes: 30)
    try scene.perform(.changeState(StateChange(state: .resolved)))
    #expect(due(scene) == 30)
    #expect(due(scene, .internal) == nil)
    try scene.publish(state: .resolved, nextInMinutes: nil)
    #expect(due(scene) == nil)
  }

  @Test func `a missed promise becomes a fact once`() throws {
    var scene = try Scene()
    scene.pass(minutes: 14)
    try scene.perform(.recordMissedPromises)
    #expect(scene.incident.missed.isEmpty)
    scene.pass(minutes: 7)
    try scene.perform(.recordMissedPromises)
    try scene.perform(.recordMissedPromises)
    #expect(scene.incident.missed.map(\.audience) == [.internal, .customers])
    #expect(scene.incident.entries.count { $0.kind == .missed } == 2)
  }

  @Test func `a word that comes late does not hide that it was late`() throws {
    var scene = try Scene()
    scene.pass(minutes: 21)
    try scene.publish(nextInMinutes: 30)
    #expect(scene.incident.missed.map(\.audience) == [.internal, .customers])
    #expect(scene.incident.entries.last?.kind == .update)
    #expect(due(scene) == 51)
  }

  @Test func `warning begins before the word is due`() throws {
    let scene = try Scene()
    let promise = try #require(scene.incident.promises(by: scene.policy).first { $0.audience == .customers })
    let minutes = { Scene.start.advanced(bySeconds: $0 * 60) }
    #expect(promise.standing(at: minutes(14)) == .ahead)
    #expect(promise.standing(at: minutes(15)) == .soon)
    #expect(promise.standing(at: minutes(20)) == .late)
  }

  @Test func `an incident that was over when it was recorded promises nothing`() throws {
    let scene = try Scene(Declaration(title: "Last year's outage", severity: 1, state: .closed))
    #expect(scene.incident.promises(by: scene.policy).isEmpty)
  }
}
