import Accounts
import Chronology
import Desk
import Incidents
import Journal
import Learning
import Postmortems
import RecordViews
import Testing
import TimelineBuilding

struct LibraryTests {
  private static let edge = """
    ---
    title: The certificate of the edge expired
    severity: SEV1
    started: 2026-02-03T09:00:00Z
    ended: 2026-02-03T10:00:00Z
    ---

    ## Impact analysis

    No browser could reach the café shop for an hour.

    ## Root cause analysis

    The certificate had been renewed by hand; <b>nobody</b> was reminded of it. The connection pool ran empty.
    """

  private func scene() async throws -> DeskScene {
    let scene = try DeskScene()
    try await scene.desk.importText(Self.edge, path: "edge.md")
    try await scene.desk.importText(SampleText.cards)
    _ = try await scene.desk.addToLibrary(
      LibraryDocument(
        title: "Theirs: a full disk", text: "# Disk\n\nThe disk of the build machine was full of certificates.\n",
        source: "papers@4f2c/disk.md", notes: ["left out: images"]), by: scene.ana)
    return scene
  }

  private func found(_ scene: DeskScene, _ query: LibraryQuery, for caller: Caller? = nil) async throws -> [String] {
    try await scene.desk.searchLibrary(query, for: caller ?? scene.rea).hits.map(\.postmortem)
  }

  @Test func `the day of another's postmortem is known where the hour is not`() async throws {
    let scene = try await scene()
    for (name, text) in [
      ("gate.md", "# The gate\n\n- **Date:** 2024-05-14\n\nIt stayed shut.\n"),
      ("2024-05-12-gate.md", "# A gate before\n\nIt stayed shut.\n"),
    ] {
      _ = try await scene.desk.addToLibrary(
        LibraryDocument(title: "", text: text, source: "papers/\(name)", notes: []), by: scene.ana)
    }
    let found = try await scene.desk.searchLibrary(LibraryQuery(words: "shut"), for: scene.rea)
    #expect(found.hits.compactMap(\.day?.description).sorted() == ["2024-05-12", "2024-05-14"])
    #expect(found.hits.allSatisfy { $0.at == nil })
    let since = LibraryQuery(words: "shut", from: CivilDate(year: 2024, month: 5, day: 13))
    #expect(try await scene.desk.searchLibrary(since, for: scene.rea).hits.count == 1)
  }

  @Test(arguments: [
    ("certificate", ["PM-1", "PM-3"], "what speaks of it in its title comes first"),
    ("certificate hand", ["PM-1"], "all words must be there"),
    ("cert", ["PM-1", "PM-3"], "the last word is a beginning"),
    ("cert expired", [], "the others are not"),
    ("\"renewed by hand\"", ["PM-1"], "a phrase stands together"),
    ("\"hand by renewed\"", [], "and in its order"),
    ("cafe", ["PM-1"], "accents do not matter"),
    ("CAFÉ", ["PM-1"], "nor do capitals"),
    ("nobody", ["PM-1"], "words inside tags are words"),
    ("order checkout", ["PM-2"], "words of the text"),
    ("AND OR NOT NEAR(", [], "no language of the search is spoken"),
    ("\"", [], "a lone quote finds nothing"), ("* ^ : -", [], "nor do marks"),
    ("", ["PM-2", "PM-1", "PM-3"].sorted(), "no words: all"),
  ])
  func `searches find words`(words: String, expected: [String], reason: String) async throws {
    let hits = try await found(try await scene(), LibraryQuery(words: words))
    #expect(words.isEmpty ? hits.sorted() == expected : hits == expected, "\(reason): \(hits)")
  }

  @Test func `a single letter is a beginning, and marks nothing`() async throws {
    let scene = try await scene()
    let one = try await scene.desk.searchLibrary(LibraryQuery(words: "c"), for: scene.rea).hits
    #expect(one.map(\.postmortem).sorted() == ["PM-1", "PM-2", "PM-3"])
    #expect(one.allSatisfy { !$0.excerpt.parts.contains(where: \.isHit) })
    let word = try await scene.desk.searchLibrary(LibraryQuery(words: "hand r"), for: scene.rea).hits
    #expect(word.map(\.postmortem) == ["PM-1"])
    #expect(word.first?.excerpt.parts.filter(\.isHit).map(\.text) == ["hand"])
    let two = try await scene.desk.searchLibrary(LibraryQuery(words: "ca"), for: scene.rea).hits
    #expect(two.first { $0.postmortem == "PM-1" }?.excerpt.parts.filter(\.isHit).map(\.text) == ["café", "cause"])
  }

  @Test func `filters narrow, and excerpts show where`() async throws {
    let scene = try await scene()
    #expect(try await found(scene, LibraryQuery(isOurs: false)) == ["PM-3"])
    #expect(try await found(scene, LibraryQuery(severity: 1)) == ["PM-1"])
    #expect(try await found(scene, LibraryQuery(from: CivilDate("2026-02-01"))) == ["PM-1"])
    #expect(try await found(scene, LibraryQuery(until: CivilDate("2026-01-31"))) == ["PM-2"])
    #expect(try await found(scene, LibraryQuery(cause: .trigger)) == [])
    let hit = try #require(
      try await scene.desk.searchLibrary(LibraryQuery(words: "certificate hand"), for: scene.rea).hits.first)
    #expect(hit.excerpt.parts.filter(\.isHit).map(\.text) == ["certificate", "hand"])
    #expect(hit.title == "The certificate of the edge expired")
    #expect(hit.incident == "INC-1")
    let theirs = try #require(
      try await scene.desk.searchLibrary(LibraryQuery(isOurs: false), for: scene.rea).hits.first)
    #expect(theirs.source == "papers@4f2c/disk.md" && !theirs.isOurs && theirs.incident == nil)
  }

  @Test func `pages follow each other`() async throws {
    let scene = try await scene()
    var seen: [String] = []
    var after: Int?
    repeat {
      let page = try await scene.desk.searchLibrary(LibraryQuery(after: after, limit: 1), for: scene.rea)
      #expect(page.count == 3)
      seen += page.hits.map(\.postmortem)
      after = page.hasMore ? page.hits.last.flatMap { PostmortemID($0.postmortem)?.number } : nil
    } while after != nil
    #expect(Set(seen) == ["PM-1", "PM-2", "PM-3"] && seen.count == 3)
    #expect(
      await outcome { try await scene.desk.searchLibrary(LibraryQuery(after: 99), for: scene.rea) }
        == "unknownPostmortem")
  }

  @Test func `the same text comes in once, and needs somebody who may write`() async throws {
    let scene = try await scene()
    let document = LibraryDocument(text: "# Disk\n\nThe disk of the build machine was full of certificates.\n")
    #expect(await outcome { try await scene.desk.addToLibrary(document, by: scene.ben) } == "nothing-new")
    #expect(await outcome { try await scene.desk.addToLibrary(document, by: scene.rea) } == "notAllowed")
    #expect(
      await outcome { try await scene.desk.addToLibrary(LibraryDocument(text: " \n"), by: scene.ana) }
        == "emptyDocument")
    let other = LibraryDocument(text: "# Another disk\n")
    let terms = WriteTerms(idempotencyKey: "k", requestDigest: "d")
    let first = try await scene.desk.addToLibrary(other, by: scene.ana, terms: terms)
    #expect(first.number == 4)
    #expect(try await scene.desk.addToLibrary(other, by: scene.ana, terms: terms).isReplay)
    #expect(try await scene.desk.rememberedTitle(of: PostmortemID(number: 4), for: scene.rea) == "Another disk")
  }

  @Test func `a running incident looks like an earlier one by its evidence, title and notes`() async throws {
    let scene = try await scene()
    func report(_ title: String) -> TimelineReport {
      var report = TimelineReport.sample(moments: 2)
      report.moments[0].title = title
      report.moments[1].title = title + " for card payments"
      return report
    }
    try await scene.desk.importText(Self.edge, path: "edge.md", timeline: report("handshake failed after 5 s"))
    let running = try await scene.declare("Shop unreachable")
    #expect(try await scene.desk.like(running, for: scene.rea) == [])
    try await scene.note("browsers complain of a certificate that expired at the edge", on: running)
    let byWords = try await scene.desk.like(running, for: scene.rea)
    #expect(byWords.first?.name == "INC-1")
    #expect(byWords.first?.reasons.first?.hasPrefix("the words ") == true)
    #expect(byWords.first?.outcome == "No browser could reach the café shop for an hour.")
    let alike = try await scene.desk.importText(
      SampleText.titled("Something else", started: "2026-03-01T10:00:00Z"), path: "x.md",
      timeline: report("handshake failed after 61 s"))
    let byEvidence = try #require(try await scene.desk.like(alike.incident, for: scene.rea).first)
    #expect(byEvidence.name == "INC-1" && byEvidence.isStrong)
    #expect(byEvidence.reasons.first == "shares 2 patterns of its evidence, first 'handshake failed after 5 s'")
    #expect(try await scene.desk.like(alike.postmortem, for: scene.rea).first?.name == "INC-1")
    #expect(
      await outcome { try await scene.desk.like(PostmortemID(number: 77), for: scene.rea) } == "unknownPostmortem")
  }

  /// One private incident with a postmortem of rare and of common words, among the others or not.
  private func play(withPrivateOne: Bool) async throws -> DeskScene {
    let scene = try await scene()
    if withPrivateOne {
      let secret = try await scene.declare("Leak at the edge", isPrivate: true)
      _ = try await scene.desk.importPostmortem(
        ImportRequest(
          text: Self.edge.replacing("The certificate of the edge expired", with: "Leak of certificate keys"),
          path: "leak.md", timeline: .sample(moments: 5), incident: secret, isRevisionMeant: true), by: scene.ana)
    }
    try await scene.desk.importText(
      SampleText.titled("Edge certificate again", started: "2026-03-02T10:00:00Z"), path: "again.md",
      timeline: .sample(moments: 3))
    return scene
  }

  private func walk(_ scene: DeskScene, _ caller: Caller) async throws -> String {
    var text = ""
    for words in ["", "certificate", "leak", "keys", "edge cert", "hand"] {
      text += "\(try await scene.desk.searchLibrary(LibraryQuery(words: words), for: caller))\n"
    }
    text += "\(try await scene.desk.like(IncidentID(number: 1), for: caller))\n"
    text += "\(try await scene.desk.like(PostmortemID(number: 4), for: caller))\n"
    text += "\(try await scene.desk.trends(for: caller))\n\(try await scene.desk.actionHits(for: caller))"
    return text
  }

  @Test func `of a private incident nothing shows in search, likeness or numbers`() async throws {
    let scene = try await play(withPrivateOne: true)
    let plain = try await play(withPrivateOne: false)
    for caller in [scene.rea, scene.ben] {
      #expect(try await walk(scene, caller) == walk(plain, caller))
    }
    #expect(try await walk(scene, scene.ana).contains("Leak of certificate keys"))
    // Asked by those who know of it first, the others are told nothing still.
    #expect(try await walk(scene, scene.rea) == walk(plain, plain.rea))
  }

  @Test func `accounts are not searched, whether open or not`() async throws {
    let scene = try await scene()
    let stream = StreamName("postmortem", number: 1)
    for (version, event) in [
      PostmortemEvent.accountGiven(AccountGiven(person: "kim", statement: AccountStatement(saw: "a zebra"))),
      .factorWritten(Factor(number: 1, text: "A giraffe was in the way", kind: .trigger)),
    ].enumerated() {
      let document = try event.document()
      try await scene.journal.append([
        StreamAppend(
          stream: stream, expected: .exactly(StreamVersion(Int64(version) + 1)),
          events: [
            NewEvent(
              kind: EventKind(document.kind, version: document.version), actor: ActorName("kim"), payload: document.json
            )
          ])
      ])
    }
    for caller in [scene.rea, scene.ana, scene.adm] {
      #expect(try await found(scene, LibraryQuery(words: "zebra"), for: caller) == [])
      #expect(try await found(scene, LibraryQuery(words: "giraffe"), for: caller) == ["PM-1"])
      #expect(try await found(scene, LibraryQuery(cause: .trigger), for: caller) == ["PM-1"])
    }
  }
}
