import Accounts
import Desk
import Documents
import Incidents
import Learning
import Postmortems
import RecordViews
import Testing

/// Documents without an incident that come in again.
struct KnownDocumentTests {
  private static let text = """
    ---
    title: Cards are declined
    owner: Platform lead
    started: 2026-01-05T09:12:00Z
    ---

    ## Impact analysis

    One order in three failed.

    ## Timeline of events

    | Time (UTC) | What happened |
    |---|---|
    | 2026-01-05 09:12:00 | The provider refuses cards |
    | 2026-01-05 10:02:30 | It takes them again |

    ## Action items and remediations

    | Action | Owner | Due |
    |---|---|---|
    | Alert on declined cards | Payments | 2026-02-01 |
    """

  private func start(_ scene: DeskScene, _ text: String, _ source: String? = nil) async throws -> WriteReceipt {
    try await scene.desk.startPostmortem(StartPostmortem(text: text, source: source), by: scene.ana)
  }

  @Test func `a file begins a postmortem with parts, and its next state is a new version of it`() async throws {
    let scene = try DeskScene()
    let first = try await start(scene, Self.text, "notes/cards.md")
    let id = PostmortemID(number: try #require(first.number))
    let begun = try await scene.view(id).postmortem
    #expect(begun.lines.map(\.text) == ["The provider refuses cards", "It takes them again"])
    #expect(begun.actions.map(\.content.owner) == ["Payments"])
    #expect(begun.details.owner == "Platform lead" && begun.details.authors == ["ana"])
    #expect(first.isNewVersion == nil)
    #expect(await outcome { try await start(scene, Self.text, "elsewhere.md") } == "nothing-new")
    let another = try await scene.desk.startPostmortem(
      StartPostmortem(title: "Something else", text: "# Form\n\n## Impact\n\nWho?\n"), by: scene.ana)
    let third = try await scene.desk.startPostmortem(
      StartPostmortem(title: "A third one", text: "# Form\n\n## Impact\n\nWho?\n"), by: scene.ana)
    #expect(another.number != third.number, "a form is filled in under another title")
    let changed = Self.text.replacing("One order in three", with: "One order in four")
      .replacing("| 2026-01-05 10:02:30 | It takes them again |\n", with: "")
      .replacing("Alert on", with: "Page for")
    scene.clock.pass(minutes: 5)
    let second = try await start(scene, changed, "notes/cards.md")
    #expect(second.number == first.number && second.isNewVersion == true)
    let after = try await scene.view(id).postmortem
    #expect(after.words(of: .impact) == "One order in four failed.")
    #expect(after.lines.map(\.text) == ["The provider refuses cards"])
    #expect(after.actions.map(\.content.text) == ["Page for declined cards"])
    #expect(try await scene.desk.home(for: scene.ana).postmortemCount == 3)
    let versions = try await scene.desk.postmortemVersions(of: id, for: scene.ana)
    #expect(versions.contains { $0.what == "brought in anew" } && versions.last?.what == "begun")
  }

  @Test func `nobody's work is overwritten by a file`() async throws {
    let scene = try DeskScene()
    let id = PostmortemID(number: try #require(try await start(scene, Self.text, "cards.md").number))
    scene.clock.pass(minutes: 5)
    try await scene.act(.writeSection(.impact, markdown: "All orders failed."), on: id)
    let changed = Self.text.replacing("in three", with: "in four")
    #expect(await outcome { try await start(scene, changed, "cards.md") } == "wrong-state")
    // Written out, changed elsewhere and brought in, it comes to the same postmortem.
    let written = try await scene.desk.postmortemText(of: id, for: scene.ana)
    #expect(await outcome { try await start(scene, written) } == "nothing-new")
    let edited = written.replacing("refuses cards", with: "refuses all cards")
    let receipt = try await start(scene, edited)
    #expect(receipt.number == id.number && receipt.isNewVersion == true)
    let after = try await scene.view(id).postmortem
    #expect(after.lines.first?.text == "The provider refuses all cards")
    #expect(after.words(of: .impact) == "All orders failed.")
  }

  @Test(
    arguments: [
      ("cards.md", "Cards are declined", "2026-01-05T09:12:00Z", 1, "the same title and start"),
      ("cards.md", "Cards are declined again", "2026-01-05T09:12:00Z", 1, "the same file and start"),
      ("cards.md", "Cards are declined", "2026-02-05T09:12:00Z", 1, "the same file and title"),
      ("cards.md", "Something else", "2026-02-05T09:12:00Z", 2, "another story in a file of the same name"),
      ("other.md", "Cards are declined", "2026-02-05T09:12:00Z", 2, "it happened again"),
      ("other.md", "Something else", "2026-01-05T09:12:00Z", 2, "two things at once"),
    ] as [(String, String, String, Int, String)])
  func `a document is known by its place, or by title and start`(
    source: String, title: String, started: String, count: Int, why: String
  ) async throws {
    let scene = try DeskScene()
    _ = try await start(scene, Self.text, "cards.md")
    let other = Self.text.replacing("title: Cards are declined", with: "title: \(title)")
      .replacing("started: 2026-01-05T09:12:00Z", with: "started: \(started)")
      .replacing("in three", with: "in four")
    _ = try await start(scene, other, source)
    #expect(try await scene.desk.home(for: scene.ana).postmortemCount == count, "\(why)")
  }

  @Test func `the library takes a changed document as its next version`() async throws {
    let scene = try DeskScene()
    func add(_ text: String, _ source: String, title: String = "") async throws -> WriteReceipt {
      try await scene.desk.addToLibrary(LibraryDocument(title: title, text: text, source: source), by: scene.ana)
    }
    let first = try await add("# Disk\n\nIt was full.\n", "papers@4f2c81d09aab/disk.md")
    let second = try await add("# Disk\n\nIt was full of certificates.\n", "papers@99aa81d09aab/disk.md")
    #expect(second.number == first.number && second.isNewVersion == true)
    let id = PostmortemID(number: try #require(first.number))
    #expect(try await scene.desk.postmortemText(of: id, for: scene.rea) == "# Disk\n\nIt was full of certificates.\n")
    #expect(try await scene.view(id).postmortem.revision == 2)
    #expect(try await scene.view(id).postmortem.stage == .final)
    #expect(try await scene.desk.searchLibrary(LibraryQuery(words: "certificates"), for: scene.rea).hits.count == 1)
    #expect(
      await outcome { try await add("# Disk\n\nIt was full of certificates.\n", "x") } == "nothing-new")
    let page = "https://example.org/outage"
    let third = try await add("# An outage\n\nDown.\n", page)
    #expect(third.number != first.number)
    #expect(try await add("# What we learned\n\nDown for an hour.\n", page).number == third.number)
    #expect(try await add("# Disk\n\nAnother disk.\n", "papers@4f2c81d09aab/readme.md").number != first.number)
    // One of ours with the same title and start is ours still.
    #expect(try await start(scene, Self.text).isNewVersion == nil)
    #expect(try await add(Self.text, "theirs.md").isNewVersion == nil)
  }

  @Test func `an export of another record comes in with its parts`() async throws {
    let here = try DeskScene()
    let (_, id) = try await here.postmortem()
    try await here.act(
      .writeFactor(Factor(text: "An old build", kind: .condition, evidence: ["deploy.log:8"])), on: id)
    try await here.act(.writeLuck(Luck(text: "A quiet hour.")), on: id)
    let text = try await here.desk.postmortemText(of: id, for: here.ana)
    let there = try DeskScene()
    let receipt = try await there.desk.importPostmortem(
      ImportRequest(text: text, path: "pm.md", incident: nil), by: there.ana)
    let (mine, theirs) = (try await here.view(id).postmortem, try await there.view(receipt.postmortem).postmortem)
    #expect(theirs.factors == mine.factors && theirs.lucks == mine.lucks && theirs.lines == mine.lines)
    let again = ImportRequest(text: text, path: "pm.md")
    #expect(try await there.desk.importPostmortem(again, by: there.ana).isUnchanged)
    let begun = try DeskScene()
    let start = try await start(begun, text)
    let copy = try await begun.desk.postmortemText(
      of: PostmortemID(number: try #require(start.number)), for: begun.ana)
    func bare(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false).filter {
        !$0.hasPrefix("incident: ") && !$0.hasPrefix("postmortem: ")
      }
    }
    #expect(bare(copy) == bare(text))
  }
}
