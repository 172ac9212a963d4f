import Chronology
import DocumentImport
import Foundation
import Incidents
import Learning
import Postmortems
import TerminalPages
import Testing

struct LearningTextTests {
  private let start = Instant(seconds: 1_772_373_600)

  private func hit(_ number: Int, _ title: String, isOurs: Bool = true, _ excerpt: String) -> LibraryHit {
    LibraryHit(
      postmortem: "PM-\(number)", incident: isOurs ? "INC-\(number)" : nil, title: title,
      source: isOurs ? nil : "papers@4f2c81aa90b1/2019/an-outage-of-the-mail-relay-in-the-night.md", isOurs: isOurs,
      stage: "final", at: start, severity: isOurs ? 1 : nil, components: isOurs ? ["edge", "shop"] : [],
      excerpt: Excerpt(marked: excerpt))
  }

  @Test func `a search shows what was found and where`() throws {
    let text = LibraryText(
      hits: [
        hit(
          1, "The certificate of the edge expired",
          "… had been renewed by hand; the \u{2}certificate\u{3} of \u{1B}[31mthe edge ran out at nine …"),
        hit(
          2, "A mail relay whose title is so long that it cannot stand on one line of a terminal of eighty columns",
          isOurs: false, "the \u{2}cert\u{3} store"),
      ], hasMore: true, words: "certificate", zone: .utc
    ).render(for: Snapshot.terminal)
    try Snapshot.check(text, "library")
  }

  @Test func `nothing found says what to do`() {
    func empty(_ words: String) -> String {
      LibraryText(hits: [], hasMore: false, words: words, zone: .utc).render(for: Snapshot.terminal)
    }
    #expect(empty("x").hasPrefix("Nothing found"))
    #expect(empty("").hasPrefix("The library is empty"))
  }

  private var alike: [Likeness] {
    [
      Likeness(
        incident: "INC-12", postmortem: "PM-7", title: "Checkout ran out of connections", at: start,
        outcome: "A retry without a limit held every connection of the pool", isOurs: true, score: 0.7, isStrong: true,
        reasons: [
          "shares 3 patterns of its evidence, first 'checkout: pool exhausted after 30s'",
          "the words checkout, connection, retry", "the component checkout",
        ], patterns: [], words: []),
      Likeness(
        incident: nil, postmortem: "PM-3", title: "Theirs: a full disk", at: nil, outcome: nil, isOurs: false,
        score: 0.1, isStrong: false, reasons: ["the words disk, full"], patterns: [], words: []),
    ]
  }

  @Test func `likeness comes with its reasons`() throws {
    let text = LikenessText(name: "INC-14", found: alike, zone: .utc).render(for: Snapshot.terminal)
    try Snapshot.check(text, "likeness")
    #expect(
      LikenessText.line(for: "INC-14", alike)
        == "This looks like INC-12, which was: A retry without a limit held every connection of the pool (mayday library like INC-14)"
    )
    #expect(LikenessText.line(for: "INC-14", Array(alike.dropFirst())) == nil)
    #expect(LikenessText(name: "INC-1", found: [], zone: .utc).render(for: Snapshot.terminal).contains("INC-1"))
  }

  private func known(_ number: Int, state: IncidentState = .resolved, _ seconds: [InstantName: Double]) -> LearnedCase {
    let began = start.advanced(bySeconds: Double(number) * 86_400 * 9)
    var instants = [InstantName.impactStarted: began]
    for (name, after) in seconds { instants[name] = began.advanced(bySeconds: after) }
    var postmortem = Postmortem(number: number)
    var events: [PostmortemEvent] = [
      .started(PostmortemStart(incident: number, origin: .incident, title: "Checkout fails", text: "")),
      .factorWritten(Factor(number: 1, text: "Nobody was told that the pool was nearly empty", kind: .detection)),
    ]
    if number == 1 {
      let content = ActionContent(
        text: "Alert when the pool is nearly empty", kind: .detect, term: .immediate, due: CivilDate("2026-03-20"),
        factors: [1])
      events.append(.actionWritten(ActionWritten(action: 1, content: content)))
    }
    for (index, event) in events.enumerated() {
      postmortem.apply(
        event, EventStamp(version: Int64(index) + 1, recorded: began, claimed: nil, actor: "kim"))
    }
    return LearnedCase(
      incident: MeasuredIncident(
        number: number, title: "Checkout fails", severity: 2, components: ["checkout"], state: state,
        postmortem: number,
        instants: instants), lesson: Lesson(postmortem, incident: number))
  }

  @Test func `trends say how many they count, and what they do not know`() throws {
    var cases: [LearnedCase] = []
    for number in 1...6 {
      let after = Double(number)
      cases.append(known(number, [.detected: 120, .firstPublicUpdate: after * 900, .resolved: after * 3000]))
    }
    cases += [known(7, state: .active, [.detected: -30]), known(8, [:])]
    let report = TrendBuilder(cases, TrendQuery(from: CivilDate("2026-03-01")), now: start.advanced(bySeconds: 7e6))
      .report()
    let text = TrendsText(report: report, hits: ActionHits(cases).all(), zone: .utc).render(for: Snapshot.terminal)
    try Snapshot.check(text, "trends")
  }

  @Test func `a reading says what would come in and why the rest would not`() throws {
    let gate = """
      # Outage of the ferry gate on 2026-02-03

      ## Impact

      No car came on board from 10:00 to 11:30 UTC.

      ## Root cause

      The gate waited for a signal that a cable no longer carried.
      """
    let outcomes: [ImportOutcome] = [
      .document(try ImportedDocument(path: "2026/gate.md", origin: "papers", bytes: Array(gate.utf8))),
      .document(
        try ImportedDocument(path: "README.md", origin: "papers", bytes: Array("# Read me\n\nNothing.\n".utf8))),
      .refused(path: "old.pdf", origin: "papers", ImportRefusal(.binary, "a PDF; save it as Markdown or HTML")),
    ]
    var skipped = LibraryReading.Skipped()
    skipped.otherFiles = 4
    try Snapshot.check(
      ReadingText(outcomes: outcomes, skipped: skipped, takesAll: false).render(for: Snapshot.terminal), "reading")
  }
}
