import Accounts
import Chronology
import Desk
import Documents
import Findings
import Incidents
import Journal
import Learning
import Postmortems
import RecordViews
import Testing
import TextComparing

/// A postmortem from its beginning to what the world reads.
struct PostmortemTests {
  @Test func `a postmortem and its incident know each other from one append on`() async throws {
    let scene = try DeskScene()
    let (incident, id) = try await scene.postmortem()
    #expect(id.number == 1)
    let view = try await scene.view(id, by: scene.rea)
    #expect(view.incident?.id == incident)
    #expect(view.postmortem.incident == incident.number)
    #expect(view.postmortem.details.facilitator == "flo")
    #expect(view.postmortem.details.participants.contains("ana"))
    #expect(view.summary.stage == .draft)
    #expect(try await scene.desk.incident(incident, for: scene.rea)?.summary.postmortem == id)
    #expect(try await scene.desk.home(for: scene.rea).postmortems.map(\.id) == [id])
    let again = await outcome {
      try await scene.desk.startPostmortem(StartPostmortem(incident: incident), by: scene.ben)
    }
    #expect(again == "wrong-state")
    let reading = await outcome {
      try await scene.desk.startPostmortem(StartPostmortem(title: "x"), by: scene.rea)
    }
    #expect(reading == "notAllowed")
  }

  @Test func `two that begin at once make one postmortem`() async throws {
    let scene = try DeskScene()
    let incident = try await scene.declare()
    let outcomes = await withTaskGroup(of: String.self) { group in
      for caller in [scene.ana, scene.ben, scene.flo] {
        group.addTask {
          await outcome { try await scene.desk.startPostmortem(StartPostmortem(incident: incident), by: caller) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.sorted() == ["done", "wrong-state", "wrong-state"])
    #expect(try await scene.desk.home(for: scene.ana).postmortemCount == 1)
  }

  @Test func `without an incident it begins from a text or a title, and every reader sees it`() async throws {
    let scene = try DeskScene()
    let text = SampleText.cards
    let first = try await scene.desk.startPostmortem(StartPostmortem(text: text), by: scene.ana)
    let second = try await scene.desk.startPostmortem(StartPostmortem(title: "The eighth server"), by: scene.ben)
    #expect(try await scene.desk.startPostmortem(StartPostmortem(title: "a"), by: scene.ben).number == 3)
    #expect(await outcome { try await scene.desk.startPostmortem(StartPostmortem(), by: scene.ben) } == "empty")
    let cards = try await scene.view(PostmortemID(number: try #require(first.number)), by: scene.rea)
    #expect(cards.summary.title == "Cards are declined")
    #expect(cards.incident == nil)
    #expect(cards.postmortem.facts?.severity == 2)
    let other = try await scene.view(PostmortemID(number: try #require(second.number)), by: scene.rea)
    #expect(other.document.sections.compactMap(\.kind).count == SectionKind.allCases.count)
    #expect(try await scene.desk.home(for: scene.rea).postmortemCount == 3)
    let listing = try await scene.desk.postmortems(PostmortemQuery(limit: 2), for: scene.rea)
    #expect(listing.items.map(\.id.number) == [3, 2])
    #expect(listing.hasMore)
    let rest = try await scene.desk.postmortems(
      PostmortemQuery(before: PostmortemID(number: 2)), for: scene.rea)
    #expect(rest.items.map(\.id.number) == [1])
    #expect(try await scene.desk.postmortems(PostmortemQuery(stage: .final), for: scene.rea).items.isEmpty)
    // An import is not taken for one that is about no incident.
    let receipt = try await scene.desk.importPostmortem(ImportRequest(text: text, path: "cards.md"), by: scene.ana)
    #expect(receipt.postmortem.number == 4)
  }

  @Test func `an account is its person's alone until all are opened, on every way to read it`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    try await scene.act(.askAccounts(["sam", "ben"]), on: id)
    let secret = "I did not look at the eighth server"
    try await scene.act(.giveAccount(AccountStatement(saw: secret, at: scene.clock.now)), on: id, by: scene.sam)
    #expect(try await scene.view(id, by: scene.sam).postmortem.accounts.first?.statement?.saw == secret)
    for caller in [scene.ana, scene.flo, scene.adm, scene.ben, scene.rea] {
      let view = try await scene.view(id, by: caller)
      #expect(!"\(view)".contains(secret), "\(caller.account)")
      #expect(!(try await scene.desk.postmortemText(of: id, for: caller)).contains(secret))
      #expect(!"\(try await scene.desk.postmortemVersions(of: id, for: caller))".contains(secret))
      #expect(!"\(try await scene.desk.comparison(of: id, from: 1, for: caller))".contains(secret))
      #expect(!"\(try await scene.desk.lineCandidates(of: id, for: caller))".contains(secret))
      #expect(!"\(try await scene.desk.preparedPublication(of: id, audience: .internal, for: caller))".contains(secret))
    }
    // The document is one for all its readers: also its person's own account is not in it yet.
    #expect(!(try await scene.desk.postmortemText(of: id, for: scene.sam)).contains(secret))
    #expect(await outcome { try await scene.act(.openAccounts(reason: nil), on: id, by: scene.flo) } == "needs-reason")
    try await scene.act(.openAccounts(reason: "Ben is on leave"), on: id, by: scene.flo)
    #expect(try await scene.view(id, by: scene.rea).postmortem.accounts.first?.statement?.saw == secret)
    let lines = try await scene.desk.lineCandidates(of: id, for: scene.rea)
    #expect(lines.contains { $0.origin == .account && $0.text == secret })
    let taken = try await scene.desk.takeLines(PickedLines(accounts: ["sam"]), into: id, by: scene.ana)
    #expect(try await scene.view(id).postmortem.lines.first { $0.number == taken.number }?.originID == "sam")
    #expect(
      await outcome { try await scene.desk.takeLines(PickedLines(accounts: ["ben"]), into: id, by: scene.ana) }
        == "unknown-part")
  }

  @Test func `a stale save loses neither text, and another section's is none`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    let seen = try await scene.view(id).postmortem.version(of: .impact)
    try await scene.act(.writeSection(.impact, markdown: "One order in three."), on: id)
    let base = try await scene.view(id).postmortem.version(of: .impact)
    #expect(base > seen)
    try await scene.act(.writeSection(.impact, markdown: "One order in four."), on: id, by: scene.ben)
    let mine = PostmortemCommand.writeSection(.impact, markdown: "Two orders in three.")
    do {
      _ = try await scene.desk.perform(mine, on: id, by: scene.ana, terms: WriteTerms(expectedVersion: base))
      Issue.record("it should have been refused")
    } catch let error as DeskError {
      #expect(
        error.code
          == .staleSection(mine: "Two orders in three.", theirs: "One order in four.", base: "One order in three."))
    }
    let lessons = try await scene.view(id).postmortem.version(of: .lessons)
    _ = try await scene.desk.perform(
      .writeSection(.lessons, markdown: "Count builds."), on: id, by: scene.ana,
      terms: WriteTerms(expectedVersion: lessons))
    #expect(try await scene.view(id).postmortem.words(of: .lessons) == "Count builds.")
  }

  @Test func `every version is kept, and any two are compared word by word`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    let first = try await scene.act(.writeSection(.impact, markdown: "One order in three."), on: id).version
    try await scene.act(.writeFactor(Factor(text: "An old build", kind: .condition)), on: id)
    let last = try await scene.act(.writeSection(.impact, markdown: "One order in four."), on: id).version
    let versions = try await scene.desk.postmortemVersions(of: id, for: scene.rea)
    #expect(versions.map(\.version) == (1...last).reversed())
    #expect(versions.first?.what == "Impact analysis")
    #expect(versions.first { $0.version == first + 1 }?.what == "factor F1")
    #expect(versions.first { $0.version == first + 1 }?.isText == false)
    #expect(try await scene.desk.postmortemText(of: id, version: first, for: scene.rea).contains("in three."))
    let passages = try await scene.desk.comparison(of: id, from: first, to: last, for: scene.rea)
    #expect(passages.filter { $0.kind == .removed }.map(\.text) == ["three"])
    let added = passages.filter { $0.kind == .added }.map(\.text)
    #expect(added.first == "four")
    #expect(added.count == 2 && added.last?.contains("An old build") == true, "parts are parts of the document")
    for version in [0, last + 1] {
      #expect(
        await outcome { try await scene.desk.postmortemText(of: id, version: version, for: scene.rea) }
          == "unknownVersion")
    }
  }

  @Test func `a preview says what the reviewer would, by the lines of the words`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    let before = try await scene.view(id).postmortem.version
    let words = "The health check was green.\n\nThe engineer should have noticed that the build was old."
    let preview = try await scene.desk.previewSection(.rootCause, words, of: id, for: scene.rea)
    #expect(preview.html.contains("<p>The health check was green.</p>"))
    #expect(preview.findings.contains { $0.span.line == 3 && ($0.rule == "hindsight" || $0.rule == "blame") })
    #expect(try await scene.view(id).postmortem.version == before, "nothing was saved")
  }

  @Test func `an empty section is said to be empty where it is written, not in the one before it`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    try await scene.act(.writeSection(.impact, markdown: ""), on: id)
    let before = try await scene.desk.previewSection(
      .summary, "Orders failed.\n\nThey go through again.", of: id, for: scene.rea)
    #expect(!before.findings.contains { $0.message.contains("Impact analysis") }, "\(before.findings)")
    let empty = try await scene.desk.previewSection(.impact, "", of: id, for: scene.rea)
    #expect(empty.findings.contains { $0.message.contains("Impact analysis") && $0.span.line == 1 })
  }

  @Test func `a part that somebody wrote since is not written over, whatever else was written`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    func factor(_ text: String, _ number: Int = 0) -> PostmortemCommand {
      .writeFactor(Factor(number: number, text: text, kind: .condition))
    }
    let first = try #require(try await scene.act(factor("The eighth server kept the old build"), on: id).number)
    let seen = WriteTerms(expectedVersion: try await scene.view(id).postmortem.version)
    try await scene.act(.writeLuck(Luck(text: "It was a quiet hour")), on: id)
    try await scene.act(factor("Nothing compared the builds"), on: id)
    _ = try await scene.desk.perform(factor("One server kept the old build", first), on: id, by: scene.ben, terms: seen)
    let stale = await outcome {
      try await scene.desk.perform(factor("A server was left out", first), on: id, by: scene.ana, terms: seen)
    }
    #expect(stale == "staleVersion")
    #expect(try await scene.view(id).postmortem.factor(first)?.text == "One server kept the old build")
  }

  @Test func `a factor names earlier actions that its readers may know of`() async throws {
    let scene = try DeskScene()
    let (_, open) = try await scene.postmortem()
    let (_, hidden) = try await scene.postmortem("A key leaked", isPrivate: true)
    for id in [open, hidden] {
      let content = ActionContent(text: "Compare the builds", kind: .prevent, term: .immediate)
      try await scene.act(.writeAction(ActionWritten(content: content)), on: id)
    }
    let (_, later) = try await scene.postmortem("It fails again")
    func hit(_ postmortem: Int, _ action: Int) -> PostmortemCommand {
      .writeFactor(
        Factor(
          text: "Nothing compared the builds", kind: .condition,
          hits: [ActionID(postmortem: postmortem, action: action)]))
    }
    #expect(await outcome { try await scene.act(hit(open.number, 7), on: later) } == "unknown-part")
    #expect(await outcome { try await scene.act(hit(hidden.number, 1), on: later, by: scene.ben) } == "unknown-part")
    #expect(
      await outcome { try await scene.act(hit(hidden.number, 1), on: later) } == "private-incident", "ana sees it")
    #expect(await outcome { try await scene.act(hit(open.number, 1), on: later) } == "done")
  }

  @Test func `questions of the draft that nobody answered keep it from being final`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    let gates = try await scene.view(id).gates
    #expect(
      gates.contains { $0.gate == .findings && $0.reasons.contains { $0.contains("of the draft are not answered") } })
    try await scene.finish(id)
    #expect(!(try await scene.view(id).gates.contains { $0.reasons.contains { $0.contains("of the draft") } }))
  }

  @Test func `others' postmortems get no actions of ours`() async throws {
    let scene = try DeskScene()
    let text = "# Cards are declined\n\n## Summary\n\nx\n\n## Action items\n\n- Compare the builds\n"
    let added = try await scene.desk.addToLibrary(LibraryDocument(text: text), by: scene.ana)
    let id = PostmortemID(number: try #require(added.number))
    #expect(await outcome { try await scene.desk.adoptActions(of: id, by: scene.ana) } == "wrong-state")
    let content = ActionContent(text: "Compare the builds", kind: .prevent, term: .immediate)
    #expect(
      await outcome { try await scene.act(.writeAction(ActionWritten(content: content)), on: id) } == "wrong-state")
  }

  @Test func `lines come from the record once`() async throws {
    let scene = try DeskScene()
    let (incident, id) = try await scene.postmortem()
    // What was known when it was begun stands in it already.
    #expect(try await scene.view(id).postmortem.lines.contains { $0.text.contains("Seven of eight") })
    try await scene.note("The eighth server was found.", on: incident)
    let offered = try await scene.desk.lineCandidates(of: id, for: scene.rea)
    let note = try #require(offered.first { $0.text.contains("eighth server was found") })
    let entry = try #require(note.originID.flatMap { Int64($0) })
    let picked = PickedLines(entries: [entry])
    _ = try await scene.desk.takeLines(picked, into: id, by: scene.ana)
    #expect(try await scene.view(id).postmortem.lines.contains { $0.text == note.text && $0.origin == .entry })
    #expect(await outcome { try await scene.desk.takeLines(picked, into: id, by: scene.ana) } == "nothing-new")
    let rest = try await scene.desk.lineCandidates(of: id, for: scene.rea)
    #expect(!rest.contains { $0.originID == note.originID && $0.origin == .entry })
    #expect(
      await outcome { try await scene.desk.takeLines(PickedLines(moments: ["no"]), into: id, by: scene.ana) }
        == "unknown-part")
  }

  @Test func `gates that are shut are passed with a reason, and show`() async throws {
    let scene = try DeskScene()
    let (_, id) = try await scene.postmortem()
    try await scene.act(.askAccounts(["sam"]), on: id)
    try await scene.act(.nameReviewers(["ben"]), on: id)
    try await scene.act(
      .writeAction(ActionWritten(content: ActionContent(text: "Compare builds", kind: .prevent, term: .immediate))),
      on: id)
    let gates = Set(try await scene.view(id).gates.map(\.gate))
    #expect(gates.isSuperset(of: [.accounts, .reviewers, .actions]))
    try await scene.act(.changeStage(StageRequest(stage: .inReview)), on: id)
    let final = PostmortemCommand.changeStage(StageRequest(stage: .final))
    #expect(await outcome { try await scene.act(final, on: id) } == "held-by-review")
    try await scene.act(.giveVerdict(VerdictGiven(isApproved: true)), on: id, by: scene.ben)
    #expect(!(try await scene.view(id).gates.map(\.gate)).contains(.reviewers))
    try await scene.act(.changeStage(StageRequest(stage: .final, reason: "Sam is on leave")), on: id)
    let view = try await scene.view(id)
    #expect(view.summary.stage == .final)
    #expect(view.postmortem.passed.contains(PassedGate(gate: .accounts, reason: "Sam is on leave")))
    #expect(await outcome { try await scene.act(.writeSection(.impact, markdown: "x"), on: id) } == "wrong-state")
  }

  @Test func `what was made final here is not overwritten by a file`() async throws {
    let scene = try DeskScene()
    let first = try await scene.desk.importPostmortem(
      ImportRequest(text: SampleText.cards, path: "cards.md"), by: scene.ana)
    try await scene.act(.changeStage(StageRequest(stage: .inReview)), on: first.postmortem)
    try await scene.act(.changeStage(StageRequest(stage: .final, reason: "as it is")), on: first.postmortem)
    let text = SampleText.cards + "\n\nMore.\n"
    let again = ImportRequest(text: text, path: "cards.md", incident: first.incident)
    #expect(await outcome { try await scene.desk.importPostmortem(again, by: scene.ana) } == "wrong-state")
    try await scene.act(.changeStage(StageRequest(stage: .draft, note: "more is known")), on: first.postmortem)
    #expect(await outcome { try await scene.desk.importPostmortem(again, by: scene.ana) } == "done")
  }

  @Test func `the same key does it once`() async throws {
    let scene = try DeskScene()
    let terms = WriteTerms(idempotencyKey: "k-1", requestDigest: "d")
    let start = StartPostmortem(title: "Cards")
    let first = try await scene.desk.startPostmortem(start, by: scene.ana, terms: terms)
    let second = try await scene.desk.startPostmortem(start, by: scene.ana, terms: terms)
    #expect(second.isReplay && second.number == first.number)
    #expect(try await scene.desk.home(for: scene.ana).postmortemCount == 1)
  }

  @Test func `a desk that is opened anew says the same`() async throws {
    let record = try SampleRecord()
    let desk = try record.desk()
    let ana = DeskScene.caller("ana", .responder)
    let number = try #require(try await desk.startPostmortem(StartPostmortem(title: "Cards"), by: ana).number)
    let id = PostmortemID(number: number)
    _ = try await desk.perform(.writeSection(.impact, markdown: "One in three."), on: id, by: ana)
    _ = try await desk.perform(.writeLuck(Luck(text: "A quiet hour.")), on: id, by: ana)
    let other = try record.desk(viewsPath: record.viewsPath)
    #expect(try await other.postmortem(id, for: ana)?.postmortem == desk.postmortem(id, for: ana)?.postmortem)
  }

  @Test func `a document that was written out is brought in again as what was changed in it`() async throws {
    let scene = try DeskScene()
    let (incident, id) = try await scene.postmortem()
    try await scene.act(
      .writeFactor(Factor(text: "An old build", kind: .condition, evidence: ["deploy.log:8"])), on: id)
    try await scene.act(.writeSection(.impact, markdown: "One order in three."), on: id)
    let text = try await scene.desk.postmortemText(of: id, for: scene.ana)
    #expect(text.contains("An old build"))
    let request = { (text: String) in ImportRequest(text: text, path: "pm.md", incident: incident) }
    let same = try await scene.desk.importPostmortem(request(text), by: scene.ana)
    #expect(same.isUnchanged)
    let before = try await scene.view(id).postmortem
    let edited = text.replacing("One order in three.", with: "One order in four.")
      .replacing("An old build", with: "An older build")
    let receipt = try await scene.desk.importPostmortem(request(edited), by: scene.ben)
    #expect(receipt.postmortem == id && !receipt.isUnchanged)
    let after = try await scene.view(id).postmortem
    #expect(after.words(of: .impact) == "One order in four.")
    #expect(after.factors.first { $0.evidence == ["deploy.log:8"] }?.text == "An older build")
    #expect(after.version == before.version + 2, "two things were changed")
    #expect(after.lines == before.lines)
  }
}
