import Chronology
import Incidents
import Testing

struct LifecycleTests {
  @Test func `a declaration makes an active incident that nobody leads yet`() throws {
    let scene = try Scene()
    #expect(scene.incident.state == .active)
    #expect(scene.incident.facts.severity == 2)
    #expect(scene.incident.rolesToFill(by: scene.policy).map(\.id) == ["commander", "communications", "operations"])
    #expect(scene.incident.instants[.declared]?.at == Scene.start)
    #expect(scene.incident.instants[.impactStarted] == nil)
  }

  @Test func `in doubt the severity is the one that the policy names`() throws {
    #expect(try Scene(Declaration(title: "Something is off")).incident.facts.severity == 2)
  }

  @Test func `one that is recorded afterwards is over since it was over, not since it was declared`() throws {
    let over = Scene.start.advanced(bySeconds: -600)
    let scene = try Scene(
      Declaration(
        title: "x", state: .resolved,
        instants: [.declared: over.advanced(bySeconds: -600), .resolved: over]))
    #expect(scene.incident.stateSince == over)
  }

  @Test func `every state is left only for those that can follow it`() throws {
    for state in IncidentState.allCases where state != .merged {
      let scene = try Scene(Declaration(title: "x", state: state))
      for next in IncidentState.allCases where next != state {
        let code = scene.refusal(of: .changeState(StateChange(state: next, reason: "because", into: 3)))
        #expect((code == nil) == state.next.contains(next), "\(state) → \(next): \(String(describing: code))")
      }
    }
  }

  @Test func `opening again asks why, and measures again`() throws {
    var scene = try Scene()
    scene.pass(minutes: 10)
    try scene.perform(.changeState(StateChange(state: .mitigated)))
    try scene.perform(.changeState(StateChange(state: .resolved)))
    #expect(scene.refusal(of: .changeState(StateChange(state: .active))) == .needsReason)
    try scene.perform(.changeState(StateChange(state: .active, reason: "it came back")))
    #expect(scene.incident.instants[.mitigated] == nil)
    #expect(scene.incident.instants[.resolved] == nil)
    #expect(scene.incident.entries.last?.text == "Reopened: resolved → active: it came back")
  }

  @Test func `a role that is handed over is never lost`() throws {
    var scene = try Scene()
    try scene.perform(.assignRole(RoleAssignment(role: "commander", person: "ana")))
    let early = scene.now
    scene.pass(minutes: 12)
    try scene.perform(.assignRole(RoleAssignment(role: "commander", person: "ben", note: "the rollback is under way")))
    #expect(scene.incident.holder(of: "commander") == "ben")
    #expect(scene.incident.holder(of: "commander", at: early.advanced(bySeconds: 60)) == "ana")
    #expect(scene.incident.instants[.acknowledged]?.at == early)
    #expect(scene.refusal(of: .assignRole(RoleAssignment(role: "commander", person: "ben"))) == .nothingNew)
    #expect(scene.refusal(of: .assignRole(RoleAssignment(role: "hero", person: "ben"))) == .unknownRole)
  }

  @Test func `an instant can be corrected with a reason, and what is impossible is shown, not computed`() throws {
    var scene = try Scene()
    scene.pass(minutes: 30)
    try scene.perform(.stateInstant(InstantStatement(name: .impactStarted, at: scene.now)))
    try scene.perform(.changeState(StateChange(state: .mitigated)))
    try scene.perform(
      .stateInstant(
        InstantStatement(name: .mitigated, at: Scene.start.advanced(bySeconds: 60), reason: "the graph says so")))
    #expect(scene.incident.length(of: .toMitigate) == .invalid)
    #expect(scene.incident.contradictions.map(\.later) == [.mitigated])
    #expect(scene.incident.length(of: .toDetect) == .missing([.detected]))
    #expect(
      scene.refusal(of: .stateInstant(InstantStatement(name: .mitigated, at: Scene.start))) == .needsReason)
    #expect(
      scene.refusal(of: .stateInstant(InstantStatement(name: .detected, at: scene.now.advanced(bySeconds: 3600))))
        == .invalidInstant)
  }

  @Test func `what people wrote can be corrected and both texts stay, what the system recorded cannot`() throws {
    var scene = try Scene()
    try scene.perform(.note(NoteWritten(text: "app04 was left out"), at: nil))
    let note = scene.incident.version
    #expect(scene.refusal(of: .correct(EntryCorrection(entry: note, text: "app03", reason: " "))) == .needsReason)
    try scene.perform(.correct(EntryCorrection(entry: note, text: "app03 was left out", reason: "wrong host")))
    let entry = try #require(scene.incident.entries.last)
    #expect(entry.text == "app03 was left out")
    #expect(entry.former.map(\.text) == ["app04 was left out"])
    #expect(scene.refusal(of: .correct(EntryCorrection(entry: 1, text: "x", reason: "y"))) == .notCorrectable)
    #expect(scene.refusal(of: .correct(EntryCorrection(entry: 99, text: "x", reason: "y"))) == .unknownEntry)
  }

  @Test func `a decision keeps what was known, and dissent stands beside it`() throws {
    var scene = try Scene()
    let record = DecisionRecord(
      what: "Roll back", why: "It began with the release", options: ["wait", "turn the flag off"],
      known: "errors since 02:58", by: "")
    try scene.perform(.decide(record, at: nil), by: "ben")
    let decision = try #require(scene.incident.decisions.first)
    #expect(decision.record.by == "ben")
    try scene.perform(
      .dissent(DissentRecord(decision: decision.version, text: "The flag is faster", by: "")), by: "cem")
    #expect(scene.incident.decisions.first?.dissents.map(\.by) == ["cem"])
    #expect(scene.refusal(of: .dissent(DissentRecord(decision: 1, text: "x", by: "cem"))) == .unknownEntry)
    try scene.perform(
      .correct(EntryCorrection(entry: decision.version, text: "Roll checkout back", reason: "which service")))
    #expect(scene.incident.decisions.first?.record.what == "Roll checkout back")
    #expect(scene.incident.entries.first { $0.version == decision.version }?.former.map(\.text) == ["Roll back"])
  }

  @Test func `tasks keep their order and say what came of them`() throws {
    var scene = try Scene()
    try scene.perform(.addTask(TaskRequest(text: "Check payments")))
    try scene.perform(.addTask(TaskRequest(text: "Tell support", owner: "ben", order: 0)))
    #expect(scene.incident.openTasks.map(\.number) == [2, 1])
    try scene.perform(.changeTask(TaskChanged(task: 2, state: .done, result: "they know")))
    #expect(scene.incident.openTasks.map(\.number) == [1])
    #expect(scene.incident.tasks[1].ended == scene.now)
    #expect(scene.refusal(of: .changeTask(TaskChanged(task: 2, state: .done))) == .nothingNew)
    #expect(scene.refusal(of: .changeTask(TaskChanged(task: 3, state: .done))) == .unknownTask)
  }

  @Test(arguments: [
    (Declaration(title: "  "), IncidentRefusal.Code.empty),
    (Declaration(title: String(repeating: "a", count: 201)), .limitPassed),
    (Declaration(title: "a\u{7}b"), .invalidText), (Declaration(title: "a\nb"), .invalidText),
    (Declaration(title: "a", severity: 9), .unknownSeverity),
    (Declaration(title: "a", components: ["nowhere"]), .unknownComponent),
    (Declaration(title: "a", state: .merged), .wrongState),
    (
      Declaration(title: "a", instants: [.impactStarted: Scene.start.advanced(bySeconds: 600)]), .invalidInstant
    ),
  ])
  func `a declaration that cannot be is refused with its place`(declaration: Declaration, code: IncidentRefusal.Code) {
    #expect(throws: IncidentRefusal.self) { try Scene(declaration) }
    do { _ = try Scene(declaration) } catch { #expect((error as? IncidentRefusal)?.code == code) }
  }

  @Test func `a private incident is seen by those who are part of it`() throws {
    var scene = try Scene(Declaration(title: "Data leaked", isPrivate: true))
    #expect(scene.incident.isVisible(to: "ana"))
    #expect(!scene.incident.isVisible(to: "ben"))
    try scene.perform(.assignRole(RoleAssignment(role: "operations", person: "ben")))
    #expect(scene.incident.isVisible(to: "ben"))
    try scene.perform(.assignRole(RoleAssignment(role: "operations", person: "cem")))
    #expect(!scene.incident.isVisible(to: "ben"))
    try scene.perform(.changeAccess(AccessChange(added: ["ben"])))
    #expect(scene.incident.isVisible(to: "ben"))
  }
}
