import Accounts
import Desk
import Documents
import Incidents
import Postmortems
import RecordViews
import Testing

/// What those hear who follow a postmortem.
struct PostmortemChangesTests {
  @Test func `changes of one postmortem are told to who may know of it, and nothing else`() async throws {
    let scene = try DeskScene()
    let (incident, id) = try await scene.postmortem()
    let (_, other) = try await scene.postmortem("Another")
    let start = try await scene.desk.headPosition()
    try await scene.act(.writeSection(.impact, markdown: "One in three."), on: id)
    try await scene.act(.writeSection(.impact, markdown: "All."), on: other)
    try await scene.note("still looking", on: incident)
    try await scene.act(.writeLuck(Luck(text: "A quiet hour.")), on: id)
    let (changes, position) = try await scene.desk.changes(after: start, of: id, limit: 100, for: scene.rea)
    #expect(changes.map(\.kind) == ["section-written", "luck-written"])
    #expect(changes.last?.version == (try await scene.view(id).postmortem.version))
    #expect(position == (try await scene.desk.headPosition()))
    let first = try await scene.desk.changes(after: start, of: id, limit: 1, for: scene.rea)
    let rest = try await scene.desk.changes(after: first.position, of: id, limit: 100, for: scene.rea)
    #expect(first.changes.count == 1 && rest.changes.map(\.kind) == ["luck-written"])
    _ = try await scene.desk.perform(.changeAccess(AccessChange(isPrivate: true)), on: incident, by: scene.ana)
    let hidden = try await scene.desk.changes(after: start, of: id, limit: 100, for: scene.rea)
    #expect(hidden.changes.isEmpty && hidden.position > position)
    #expect(try await scene.desk.changes(after: start, of: id, limit: 100, for: scene.ana).changes.count == 2)
  }
}
