import Authoring
import Chronology
import Documents
import EvidenceReading
import EvidenceRecords
import Foundation
import Incidents
import PatternMining
import Postmortems
import Testing
import TimelineBuilding

/// First texts from real evidence: of the example, and of the captured incidents where `make corpora` has unpacked them.
///
/// `MAYDAY_FILLED` names a folder into which the texts are written, to be read by eye.
struct FilledExampleTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let captured =
    (ProcessInfo.processInfo.environment["MAYDAY_INCIDENTS"] ?? root.appendingPathComponent(".build/corpora").path)
    + "/dev-partial-deploy/evidence"

  private func report(_ path: String) throws -> TimelineReport {
    let set = try EvidenceReader(options: ReadingOptions()).read(paths: [path]) { PatternMiner(context: $0) }
    return TimelineBuilder(options: TimelineOptions()).build(
      evidence: [path], set: set, excerpts: ExcerptReader(paths: [path]))
  }

  /// An incident as its responders would have recorded it: what the evidence shows, judged and told.
  private func incident(_ report: TimelineReport, title: String, impact: String) throws -> Incident {
    let onset = try #require(report.onset)
    let end = report.impactWindow?.to ?? onset.to
    var incident = Incident(number: 1)
    var version: Int64 = 0
    func say(_ after: Double, _ by: String, _ event: IncidentEvent) {
      version += 1
      let at = onset.from.advanced(bySeconds: after)
      incident.apply(
        event,
        EventStamp(version: version, recorded: Instant(nanoseconds: at.nanoseconds, fractionDigits: 0), actor: by))
    }
    let length = end.seconds(since: onset.from)
    say(
      60, "kim",
      .declared(
        IncidentDeclaration(
          title: title, severity: 1, state: .active, impact: impact, isPrivate: false, isDrill: false,
          isBackfilled: false, instants: [.impactStarted: onset.from, .detected: onset.from.advanced(bySeconds: 50)])))
    say(90, "kim", .roleAssigned(RoleAssignment(role: "commander", person: "kim")))
    say(100, "lee", .noteWritten(NoteWritten(text: "Seven hosts look the same, one does not.")))
    say(110, "kim", .taskAdded(TaskAdded(task: 1, text: "Compare the build of every host", owner: "lee", order: 1)))
    say(
      120, "lee",
      .updateDrafted(
        UpdateDraft(
          update: 1, audience: .customers, state: .investigating,
          text: UpdateText(
            broken: impact, doing: "We are taking back what changed last",
            meanwhile: "Nothing; please do not order again",
            nextBy: onset.from.advanced(bySeconds: length - 60), apology: "We are sorry."))))
    say(125, "lee", .updatePublished(UpdatePublished(update: 1)))
    say(
      length / 2, "kim",
      .decided(
        DecisionRecord(
          what: "Go back to the release before", why: "It is the newest change", options: ["stop everything"],
          known: "All alarms came after the release", by: "kim")))
    if let first = report.suspects.first {
      say(
        length, "kim",
        .suspectJudged(
          SuspectJudged(
            suspect: first.change.id, title: first.change.title, standing: .confirmed,
            reason: "taking it back ended the failures")))
    }
    say(length + 20, "kim", .stateChanged(StateChange(state: .mitigated)))
    say(
      length + 30, "lee",
      .updateDrafted(
        UpdateDraft(
          update: 2, audience: .customers, state: .resolved,
          text: UpdateText(broken: "It has stopped; what went wrong will be made good", apology: "We are sorry."))))
    say(length + 40, "lee", .updatePublished(UpdatePublished(update: 2)))
    say(length + 60, "kim", .stateChanged(StateChange(state: .resolved)))
    return incident
  }

  private func check(_ path: String, _ title: String, _ impact: String, _ name: String, _ zone: String, _ offset: Int)
    throws
  {
    let report = try report(path)
    let incident = try incident(report, title: title, impact: impact)
    let filling = PostmortemFilling(incident: incident, report: report, zoneLabel: zone) { _ in offset }
    let postmortem = RandomParts.postmortem(filling.events())
    let text = PostmortemAssembly(
      postmortem: postmortem, incident: incident, zoneLabel: zone, offsetSeconds: { _ in offset }
    ).markdown()
    let draft = PostmortemDraft(report: report, zoneLabel: zone) { _ in offset }.markdown()
    if let folder = ProcessInfo.processInfo.environment["MAYDAY_FILLED"] {
      try text.write(toFile: "\(folder)/filled-\(name).md", atomically: true, encoding: .utf8)
      try draft.write(toFile: "\(folder)/draft-\(name).md", atomically: true, encoding: .utf8)
    }
    for text in [text, draft] {
      let document = PostmortemDocument(parsing: text)
      #expect(document.sections.compactMap(\.kind) == SectionKind.allCases)
      #expect(document.timelineRows.count >= report.story().count)
      #expect(document.timelineRows.allSatisfy { $0.instant != nil })
      #expect(document.frontMatter.problems.isEmpty)
    }
    let parts = AssembledParts(reading: PostmortemDocument(parsing: text))
    #expect(parts.lines == postmortem.lines)
    #expect(parts.factors == postmortem.factors)
    #expect(postmortem.factors.first?.sureness == .shown)
  }

  @Test func `the example's evidence fills a first text`() throws {
    try check(
      Self.root.appendingPathComponent("Examples/knight-capital/evidence").path, "Orders without end",
      "The router sends orders that no client gave", "knight-capital", "America/New_York", -14_400)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: captured), "the corpora are not unpacked"))
  func `a captured incident fills a first text`() throws {
    try check(
      Self.captured, "Some orders are charged twice", "Some customers are charged more than once", "dev-partial-deploy",
      "UTC", 0)
  }
}
