import Chronology
import Drills
import Findings
import Incidents
import Plans
import ShippedDocuments
import Testing
import TextComparing

/// The scenarios that Mayday ships, held against the rules and against the plans that they rehearse.
struct StarterScenarioTests {
  static let scenarios = ShippedDocument.all(of: .scenario)

  @Test func `every scenario of ours is clean and plays every plan of ours`() throws {
    let plans = ShippedDocument.all(of: .plan).map { Plan(parsing: $0.text) }
    let context = ScenarioContext(plans: plans)
    #expect(Self.scenarios.count == 10)
    var played: Set<String> = []
    for document in Self.scenarios {
      let (name, text) = (document.name, document.text)
      let scenario = Scenario(parsing: text)
      #expect(scenario.name == name)
      #expect((8...14).contains(scenario.injects.count), "\(name) has \(scenario.injects.count) injects")
      #expect(scenario.injects.contains { $0.kind == .failure }, "\(name) has no second failure")
      #expect(scenario.injects.contains { $0.kind == .evidence && !$0.files.isEmpty }, "\(name) has no evidence")
      #expect(scenario.starts != nil && text.utf8.count < DrillLimits.bytesMax / 4, "\(name)")
      // In a log there is something to search; none is a book.
      for file in scenario.files where !["run.sh", "changes.csv"].contains(file.name) {
        #expect((30...130).contains(file.text.split(separator: "\n").count), "\(name): \(file.name)")
      }
      #expect(scenario.severity != nil && scenario.text == text)
      if let plan = scenario.plan { played.insert(plan) }
      for finding in ScenarioCheck.findings(scenario, path: name, context: context) {
        Issue.record("\(finding.path):\(finding.span.line): \(finding.message) [\(finding.rule)]")
      }
    }
    #expect(played == Set(plans.map(\.name)))
  }

  @Test func `responders never get what only the facilitator may know`() throws {
    for document in Self.scenarios {
      let (name, text) = (document.name, document.text)
      let scenario = Scenario(parsing: text)
      let start = scenario.forResponders(released: [])
      #expect(start.messages.isEmpty)
      #expect(IdeaOf.found(scenario.idea, start.situation) == nil, "\(name) tells its idea at the start")
      #expect(!scenario.facilitator.isEmpty && !start.situation.contains(scenario.facilitator.prefix(40)))
    }
  }

  @Test func `every scenario of ours can be played to its end, alone, on a faster clock`() throws {
    for document in Self.scenarios {
      let (name, text) = (document.name, document.text)
      let scenario = Scenario(parsing: text)
      var drill = Drill(number: 1)
      var now = Instant(seconds: 1_772_355_600)
      func perform(_ command: DrillCommand) throws {
        for event in try drill.events(for: command, in: DrillContext(actor: "ron", now: now)) {
          drill.apply(event, EventStamp(version: drill.version + 1, recorded: now, actor: "ron"))
        }
      }
      try perform(.plan(DrillPlanned(scenario: scenario.name, title: scenario.title, text: text, speed: 6)))
      try perform(.start(incident: nil))
      while let next = drill.nextRelease {
        now = max(now, next)
        try perform(.releaseDue)
      }
      #expect(drill.released.map(\.number) == scenario.injects.map(\.number), "\(name): not all came, in their order")
      #expect(now.seconds(since: try #require(drill.clock?.start)) <= Double((scenario.minutes ?? 0) * 10))
      #expect(drill.briefing == scenario.forResponders(released: scenario.injects.map(\.number)))
      #expect(drill.planned.text == text)
      #expect(drill.filesThatCame.map(\.name).sorted() == scenario.files.map(\.name).sorted(), "\(name)")
    }
  }

  @Test func `what a drill suggests fits into every plan of ours, and is read from it`() throws {
    for document in ShippedDocument.all(of: .plan) {
      let (name, text) = (document.name, document.text)
      let plan = Plan(parsing: text)
      var stage = try Stage()
      try stage.perform(
        .plan(DrillPlanned(scenario: "x", title: "x", text: Stage.scenario, plan: plan.name, people: Stage.people)))
      try stage.perform(.start(incident: nil))
      try stage.declare()
      try stage.respond(.followPlan(plan.followed(version: 1)))
      stage.pass(minutes: 100)
      for (index, step) in plan.steps.enumerated() {
        try stage.tick(step.number, index.isMultiple(of: 2) ? .replaced : .done, "asked at the desk | by telephone")
        stage.pass(minutes: 400)
      }
      try stage.perform(.end)
      let comparison = DrillComparison(stage.drill, incident: stage.incident, plan: plan, at: stage.now)
      let proposal = PlanProposal(comparison, plan: plan, incident: stage.incident)
      #expect(proposal.text(accepting: []) == text && proposal.unplaced.isEmpty, "\(name)")
      #expect(proposal.changes.count { $0.kind == .fallback } == (plan.steps.count + 1) / 2, "\(name)")
      let late = proposal.changes.count { $0.kind == .time }
      #expect(late > 0 && proposal.changes.count == late + (plan.steps.count + 1) / 2, "\(name)")
      let changed = Plan(parsing: proposal.text())
      #expect(changed.steps.map(\.number) == plan.steps.map(\.number), "\(name)")
      #expect(changed.communications.map(\.message) == plan.communications.map(\.message), "\(name)")
      for (index, step) in changed.steps.enumerated() where index.isMultiple(of: 2) {
        #expect(step.fallback?.hasSuffix("sked at the desk | by telephone") == true, "\(name): step \(step.number)")
      }
      let lines = proposal.difference().hunks.flatMap(\.lines)
      #expect(lines.count { $0.kind == .removed } == proposal.changes.count, "\(name)")
    }
  }
}

/// Phrases looked for in the plainest way, beside the search of the room.
enum IdeaOf {
  static func found(_ phrases: [String], _ text: String) -> String? {
    phrases.first { text.lowercased().contains($0.lowercased()) }
  }
}
