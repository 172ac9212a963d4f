import Authoring
import Chronology
import Documents
import EvidenceRecords
import Foundation
import Incidents
import Postmortems
import Testing
import TimelineBuilding

/// A first postmortem holds what record and evidence hold; what a person would have to copy by hand is listed, and is nothing.
struct PostmortemFillingTests {
  private let incident = Mill().incident

  private func filled(report: TimelineReport? = Mill.report, board: StatusBoard? = Mill.board) -> Postmortem {
    let filling = PostmortemFilling(
      incident: incident, report: report, policy: .standard, board: board, zoneLabel: "UTC", offsetSeconds: { _ in 0 })
    return RandomParts.postmortem(filling.events(facilitator: "Wim"))
  }

  private func document(_ postmortem: Postmortem) -> PostmortemDocument {
    PostmortemAssembly(postmortem: postmortem, incident: incident, zoneLabel: "UTC") { _ in 0 }.document()
  }

  private func words(_ document: PostmortemDocument) -> String {
    let front = document.frontMatter.entries.map(\.value)
    return (front + document.blocks.flatMap { $0.proses.map(\.text) }).joined(separator: "\n")
  }

  private func clock(_ instant: Instant) -> String { instant.clock().time }

  @Test func `a person would have to copy nothing by hand`() {
    let text = words(document(filled()))
    var missing: [String] = []
    func need(_ what: String, _ said: String) {
      if !said.isEmpty, !text.contains(said) { missing.append("\(what): \(said)") }
    }
    need("title", incident.facts.title)
    need("severity", "SEV2")
    need("impact", incident.facts.impact ?? "")
    for (name, instant) in incident.instants {
      need(name.rawValue, clock(instant.at))
      if let reason = instant.reason { need(name.rawValue, reason) }
    }
    for holding in incident.holdings {
      need("role", holding.person)
      need("role", clock(holding.from))
    }
    for decision in incident.decisions {
      let record = decision.record
      for said in [record.what, record.why, record.known] + record.options { need("decision", said) }
      need("decision", clock(decision.at))
      for dissent in decision.dissents { need("dissent", dissent.text) }
    }
    for task in incident.tasks {
      need("task", task.text)
      need("task", task.result ?? "")
      if task.state == .open { need("owner of a task", task.owner ?? "") }
    }
    for update in incident.updates {
      let said = [
        update.text.broken, update.text.affected, update.text.doing, update.text.meanwhile, update.text.apology,
      ]
      for said in said { need("update", said) }
      need("update", clock(update.published ?? update.drafted))
      if let next = update.text.nextBy { need("promise", clock(next)) }
    }
    for file in incident.evidence {
      need("evidence", file.content.name)
      need("evidence", file.content.reading)
    }
    for judgement in incident.suspects {
      need("suspect", judgement.title)
      need("suspect", judgement.reason)
    }
    // What is said elsewhere in other words: tables of instants, roles, updates and files.
    let elsewhere: Set<IncidentEntry.Kind> = [
      .access, .instant, .evidence, .role, .update, .task, .missed, .dissent, .suspect,
    ]
    for entry in incident.entries where !elsewhere.contains(entry.kind) {
      need("entry \(entry.version)", entry.text)
      need("entry \(entry.version)", clock(entry.at))
    }
    for moment in Mill.report.moments {
      need("moment", moment.title)
      need("moment", clock(moment.instant))
      need("moment", moment.evidence[0].reference.label)
    }
    for suspect in Mill.report.suspects where suspect.change.id == "C-1" {
      for said in suspect.reasons + suspect.evidence.map(\.label) { need("suspect", said) }
    }
    for note in Mill.report.clockNotes { need("clock", note) }
    for said in [
      "Orders of flour", "major outage", "47 minutes", "30 minutes", "1 hour", "1 hour 20 minutes", "1 hour 50 minutes",
    ] { need("measure", said) }
    need("lateness", "promised for 14:30:00 came at 14:52:00, 22 minutes late")
    need("lateness", "due by 14:00:00, came at 14:05:00, 5 minutes late")
    #expect(missing.isEmpty)
  }

  /// Written where `MAYDAY_FILLED` says, as in ``FilledExampleTests``.
  @Test func `what it writes is read back`() throws {
    let postmortem = filled()
    let document = document(postmortem)
    if let folder = ProcessInfo.processInfo.environment["MAYDAY_FILLED"] {
      try document.text.write(toFile: "\(folder)/filled-mill.md", atomically: true, encoding: .utf8)
    }
    let parts = AssembledParts(reading: document)
    #expect(parts.lines == postmortem.lines)
    #expect(parts.factors == postmortem.factors)
    #expect(parts.actions.map(\.content) == postmortem.actions.map(\.content))
    #expect(parts.details == postmortem.details)
    for kind in SectionKind.allCases {
      #expect(parts.words(of: kind) == postmortem.document.section(kind)?.body.trimmed)
    }
  }

  @Test func `the ten sections stand in order, and unknown things are asked`() {
    let document = document(filled())
    #expect(document.sections.compactMap(\.kind) == SectionKind.allCases)
    #expect(document.text.contains(PostmortemDraft.askMark))
    #expect(!document.text.contains("What did people outside notice, in one line?"), "the title is known")
    #expect(document.frontMatter["authors"] == nil)
    #expect(document.frontMatter.entry("participants")?.values.prefix(2) == ["Petra", "Quentin"])
    #expect(document.frontMatter["facilitator"] == "Wim")
  }

  @Test func `people stand in sentences by their role`() {
    let postmortem = filled()
    let told = postmortem.lines.map(\.text) + postmortem.factors.map(\.text)
    for name in ["Petra", "Quentin", "Rosa", "Tove", "petra"] {
      #expect(!told.contains { $0.contains(name) }, "\(name)")
    }
    #expect(postmortem.lines.contains { $0.text == "The commander decided: Go back to the old order book" })
    for kind in SectionKind.allCases where ![.participants, .titleAndOwnership].contains(kind) {
      let body = postmortem.document.section(kind)?.body ?? ""
      for name in ["Petra", "Quentin", "Rosa", "Tove"] { #expect(!body.contains(name), "\(kind): \(name)") }
    }
  }

  @Test func `parts carry what they are known from`() throws {
    let postmortem = filled()
    #expect(postmortem.lines.map(\.number) == Array(1...postmortem.lines.count))
    #expect(postmortem.lines.compactMap(\.at) == postmortem.lines.compactMap(\.at).sorted())
    let picked = try #require(postmortem.lines.first { $0.originID == "m1" })
    #expect(picked.origin == .moment)
    #expect(postmortem.lines.count { $0.text.contains("stone 2: started") } == 1, "picked and found: one line")
    #expect(postmortem.lines.first { $0.originID == "m3" }?.basis == .derived)
    #expect(postmortem.factors.map(\.sureness) == [.shown])
    #expect(postmortem.factors.first?.evidence == ["stones.log:3"])
    #expect(postmortem.actions.map(\.content.text) == ["Mark both ends of the lever"])
    #expect(postmortem.actions.first?.content.owner == "Rosa")
  }

  @Test func `without evidence and without an incident it claims nothing`() {
    let bare = Incident(number: 1, facts: IncidentFacts(title: "Slow", status: "resolved"))
    let text = RandomParts.postmortem(
      PostmortemFilling(incident: bare, report: nil, zoneLabel: "UTC") { _ in 0 }.events()
    ).document.text
    #expect(text.contains("| Users began to be affected | not known |"))
    #expect(text.contains("| Time to detect | not known |"))
    #expect(text.contains("When users began to be affected is not known."))
    let nothing = PostmortemFilling(incident: nil, report: nil, zoneLabel: "UTC") { _ in 0 }.events()
    #expect(nothing.count == 2, "a start and details, no parts")
  }
}
