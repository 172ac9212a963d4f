import Accounts
import Chronology
import Desk
import Incidents
import Learning
import Postmortems
import Reading
import RecordViews
import Testing

/// The reading library over a record: what was read, what comes next, what was taken over.
struct CircleTests {
  private static let day = CivilDate(year: 2026, month: 3, day: 1)

  @Test func `what was read is ticked, and left out of what comes next`() async throws {
    let scene = try DeskScene()
    let first = try #require(try await scene.desk.nextReads(for: scene.rea).first).reading.name
    _ = try await scene.desk.markReading(
      ReadingMark(reading: first, day: Self.day, note: "We restore one."), by: scene.ana)
    let receipt = try await scene.desk.markReading(ReadingMark(reading: first, day: Self.day), by: scene.ben)
    #expect(receipt.version == 2)
    let next = try await scene.desk.nextReads(limit: 100, for: scene.rea)
    #expect(next.count == ReadingShelf.all.count - 1)
    #expect(!next.contains { $0.reading.name == first })
    let listed = try await scene.desk.readings(ReadingQuery(isUnread: false), for: scene.rea)
    #expect(listed.map(\.name) == [first])
    #expect(listed.first?.lastRead == Self.day && listed.first?.circleCount == 2)
    let whole = try await scene.desk.reading(first, for: scene.rea)
    #expect(whole.circles.map(\.by) == ["ben", "ana"])
    #expect(whole.circles.map(\.note) == [nil, "We restore one."])
  }

  @Test func `components and incidents say what to read next, and why`() async throws {
    let scene = try DeskScene()
    let list = ComponentList(components: [
      ComponentDefinition(id: "orders", name: "Orders", description: "PostgreSQL 16 with one standby, on LVM")
    ])
    _ = try await scene.desk.setComponents(list, by: scene.adm)
    _ = try await scene.declare("The database is empty")
    let next = try #require(try await scene.desk.nextReads(for: scene.rea).first)
    #expect(next.reading.name == "gitlab-2017")
    #expect(next.reasons.contains("You run PostgreSQL and LVM (Orders)."))
    #expect(next.reasons.contains { $0.hasPrefix("INC-1 was about a database") }, "\(next.reasons)")
  }

  @Test func `neither a drill, nor a private incident, nor another's postmortem gives a reason`() async throws {
    let scene = try DeskScene()
    _ = try await scene.declare("DNS is away in this drill", isDrill: true)
    let hidden = try await scene.declare("DNS leaked customers", isPrivate: true)
    _ = try await scene.desk.addToLibrary(
      LibraryDocument(title: "DNS of others", text: "# DNS of others\n\nDNS was away.\n"), by: scene.ana)
    #expect(try await scene.desk.nextReads(for: scene.rea).allSatisfy { $0.reasons.isEmpty })
    let own = try await scene.desk.nextReads(for: scene.ana)
    #expect(own.first?.reasons.first?.hasPrefix("\(hidden)") == true, "\(own.map(\.reasons))")
  }

  @Test func `a line goes into the checklist of its process once, and says where it came from`() async throws {
    let scene = try DeskScene()
    let line = try #require(ReadingShelf.named("gitlab-2017")?.line(1))
    let adopted = try await scene.desk.adoptLine(1, of: "gitlab-2017", by: scene.ana)
    #expect(adopted.process == line.process)
    let checklist = try #require(try await scene.desk.checklist(line.process, for: scene.rea))
    #expect(checklist.content.lines.map(\.text) == [line.text])
    #expect(checklist.content.lines.first?.reading == "gitlab-2017")
    #expect(checklist.content.lines.first?.expects == line.expects)
    #expect(await outcome { try await scene.desk.adoptLine(1, of: "gitlab-2017", by: scene.ben) } == "nothing-new")
    #expect(
      await outcome { try await scene.desk.adoptLine(1, of: "gitlab-2017", process: "launch", by: scene.ben) } == "done"
    )
    let whole = try await scene.desk.reading("gitlab-2017", for: scene.rea)
    #expect(whole.lines.map(\.checklist) == whole.lines.map { $0.number == 1 ? line.process : nil })
    // Written anew, a line keeps where it came from; one that no reading has is refused.
    var content = checklist.content
    content.lines[0].text += " Who said so?"
    _ = try await scene.desk.writeChecklist(content, by: scene.ana)
    #expect(try await scene.desk.checklist(line.process, for: scene.rea)?.content.lines.first?.reading == "gitlab-2017")
    content.lines.append(ChecklistLine(text: "x", reading: "no-such"))
    #expect(await outcome { try await scene.desk.writeChecklist(content, by: scene.ana) } == "invalid-text")
  }

  @Test(arguments: [
    ("no-such", "2026-03-01", "unknownReading"), ("gitlab-2017", "2027-01-01", "invalid-text"),
    ("gitlab-2017", "2026-03-01", "done"),
  ])
  func `only what is there can have been read, and not tomorrow`(
    name: String, day: String, expected: String
  ) async throws {
    let scene = try DeskScene()
    let day = try #require(CivilDate(day))
    #expect(
      await outcome { try await scene.desk.markReading(ReadingMark(reading: name, day: day), by: scene.ana) }
        == expected)
    #expect(
      await outcome { try await scene.desk.markReading(ReadingMark(reading: name, day: day), by: scene.rea) }
        == "notAllowed")
  }

  @Test(arguments: [
    (ReadingQuery(kind: "data-loss"), true), (ReadingQuery(kind: "Data loss"), true),
    (ReadingQuery(kind: "dns"), false),
    (ReadingQuery(technology: "postgresql"), true), (ReadingQuery(technology: "MySQL"), false),
    (ReadingQuery(isUnread: true), true), (ReadingQuery(isUnread: false), false),
  ])
  func `a query leaves what fits`(query: ReadingQuery, hasGitLab: Bool) async throws {
    let scene = try DeskScene()
    let found = try await scene.desk.readings(query, for: scene.rea)
    #expect(found.contains { $0.name == "gitlab-2017" } == hasGitLab)
    #expect(found.map(\.date) == found.map(\.date).sorted(by: >))
  }
}
