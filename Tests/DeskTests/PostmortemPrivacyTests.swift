import Accounts
import Chronology
import Desk
import Documents
import Incidents
import Postmortems
import RecordViews
import Testing

/// A postmortem of a private incident is not there for those who may not know of the incident, by whatever way they ask.
struct PostmortemPrivacyTests {
  @Test func `a private postmortem has a number that says nothing, and stands in no list`() async throws {
    let scene = try DeskScene()
    let (_, open) = try await scene.postmortem()
    let (_, hidden) = try await scene.postmortem("Customer data leak", isPrivate: true)
    let (_, next) = try await scene.postmortem("Search is slow")
    #expect(hidden.number >= DeskLimits.privateNumbers.lowerBound)
    #expect([open.number, next.number] == [1, 2])
    for caller in [scene.rea, scene.ben] {
      #expect(try await scene.desk.postmortem(hidden, for: caller) == nil)
      #expect(try await scene.desk.home(for: caller).postmortems.map(\.id) == [next, open])
      #expect(try await scene.desk.home(for: caller).postmortemCount == 2)
      #expect(
        try await scene.desk.postmortems(PostmortemQuery(), for: caller).items.map(\.id) == [next, open])
    }
    #expect(try await scene.desk.home(for: scene.ana).postmortemCount == 3)
    #expect(try await scene.desk.postmortem(hidden, for: scene.adm) != nil)
  }

  @Test func `every question about it is answered as if it were not there`() async throws {
    let scene = try DeskScene()
    let (incident, hidden) = try await scene.postmortem("Customer data leak", isPrivate: true)
    let missing = PostmortemID(number: hidden.number == 999_999 ? 100_000 : hidden.number + 1)
    let absent = IncidentID(number: incident.number == 999_999 ? 100_000 : incident.number + 1)
    let ben = scene.ben
    let desk = scene.desk
    let comment = CommentWritten(anchor: CommentAnchor(section: "impact"), text: "x")
    let attempts: [(PostmortemID, IncidentID) async throws -> Any?] = [
      { id, _ in try await desk.postmortem(id, for: ben)?.summary.title },
      { id, _ in try await desk.postmortemText(of: id, for: ben) },
      { id, _ in try await desk.postmortemText(of: id, version: 1, for: ben) },
      { id, _ in try await desk.postmortemVersions(of: id, for: ben) },
      { id, _ in try await desk.comparison(of: id, from: 1, for: ben) },
      { id, _ in try await desk.lineCandidates(of: id, for: ben) },
      { id, _ in try await desk.previewSection(.impact, "x", of: id, for: ben) },
      { id, _ in try await desk.preparedPublication(of: id, audience: .internal, for: ben) },
      { id, _ in try await desk.publication(of: id, audience: .internal, for: ben) },
      { id, _ in try await desk.postmortems(PostmortemQuery(before: id), for: ben).items.count },
      { id, _ in try await desk.perform(.writeSection(.impact, markdown: "x"), on: id, by: ben) },
      { id, _ in try await desk.perform(.giveAccount(nil), on: id, by: ben) },
      { id, _ in try await desk.perform(.writeComment(comment), on: id, by: ben) },
      { id, _ in try await desk.takeLines(PickedLines(entries: [1]), into: id, by: ben) },
      { id, _ in try await desk.publishPostmortem(PublicationRequest(audience: .internal), of: id, by: ben) },
      { _, id in try await desk.startPostmortem(StartPostmortem(incident: id), by: ben) },
    ]
    for (index, attempt) in attempts.enumerated() {
      var said: [String] = []
      for (id, incident) in [(hidden, incident), (missing, absent)] {
        do {
          said.append("\(String(describing: try await attempt(id, incident)))")
        } catch {
          said.append("\(error)".replacing("\(id)", with: "PM-X").replacing("\(incident)", with: "INC-X"))
        }
      }
      #expect(said[0] == said[1], "question \(index)")
      #expect(!said[0].contains("leak"))
    }
  }

  @Test func `who is shut out of the incident is shut out of the postmortem`() async throws {
    let scene = try DeskScene()
    let (incident, id) = try await scene.postmortem()
    #expect(try await scene.desk.postmortem(id, for: scene.ben) != nil)
    _ = try await scene.desk.perform(.changeAccess(AccessChange(isPrivate: true)), on: incident, by: scene.ana)
    #expect(try await scene.desk.postmortem(id, for: scene.ben) == nil)
    #expect(try await scene.desk.home(for: scene.ben).postmortemCount == 0)
    let write = await outcome { try await scene.act(.writeLuck(Luck(text: "x")), on: id, by: scene.ben) }
    #expect(write == "unknownPostmortem")
    _ = try await scene.desk.perform(.changeAccess(AccessChange(added: ["ben"])), on: incident, by: scene.ana)
    #expect(try await scene.desk.postmortem(id, for: scene.ben) != nil)
  }
}
