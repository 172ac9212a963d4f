import Documents
import Drills
import Findings
import Plans
import Testing
import TextComparing

struct PlanProposalTests {
  static func proposal(speed: Int = 1) throws -> PlanProposal {
    let stage = try DrillComparisonTests.played(speed: speed)
    return PlanProposal(stage.comparison(), plan: Stage.plan, incident: stage.incident)
  }

  @Test func `what a drill showed becomes single changes, each with its reason`() throws {
    let proposal = try Self.proposal()
    #expect(proposal.changes.map(\.kind) == [.time, .fallback, .addition, .addition])
    #expect(proposal.changes.map(\.number) == [1, 2, 3, 4])
    #expect(proposal.changes.map(\.step) == ["2", "3", "5", "6"])
    #expect(proposal.changes[0].reason == "measured in drill 3: 11 min; the plan says 5 min")
    #expect(proposal.changes[1].after == "Pointed the shop at the old queue")
    #expect(proposal.changes[2].toFill.isEmpty && proposal.changes[3].toFill.contains("who does it"))
    #expect(proposal.unplaced.isEmpty)
  }

  @Test func `each change is accepted alone, and every other byte stays`() throws {
    let proposal = try Self.proposal()
    #expect(proposal.text(accepting: []) == Stage.plan.text)
    for (number, row) in [
      (1, "| 2 | Read the queue's name | operations | its name in the incident | 11 min | 1 | Call the desk. |"),
      (2, "| 3 | Move the orders | operations | none left | 10 min | 2 | Pointed the shop at the old queue |"),
      (3, "| 5 | Tell the warehouse to wait | commander | they wait until noon | 2 min | | |"),
      (4, "| 6 | Look for orders that came twice | | | | | |"),
    ] {
      let lines = proposal.difference(accepting: [number]).hunks.flatMap(\.lines)
      #expect(lines.filter { $0.kind == .added }.map(\.text) == [row], "change \(number)")
      #expect(lines.count { $0.kind == .removed } == (number < 3 ? 1 : 0), "change \(number)")
    }
  }

  @Test func `all changes together give a plan that is read with them`() throws {
    let proposal = try Self.proposal()
    let plan = Plan(parsing: proposal.text())
    #expect(plan.steps.map(\.number) == ["1", "2", "3", "4", "5", "6"])
    #expect(plan.step("2")?.withinSeconds == 660)
    #expect(plan.step("3")?.fallback == "Pointed the shop at the old queue")
    #expect(plan.step("5")?.responsible == ["commander"] && plan.communications.count == 2)
    // Whoever accepts a row that lacks something is told so by the check of plans.
    let found = PlanCheck.findings(plan, path: "p").filter { $0.message.contains("step 6") }
    #expect(Set(found.map(\.rule)).isSuperset(of: ["step-no-owner", "step-no-result"]))
  }

  @Test func `a faster clock measures no times`() throws {
    let proposal = try Self.proposal(speed: 4)
    #expect(!proposal.changes.contains { $0.kind == .time })
    #expect(
      proposal.unplaced.contains { $0.hasPrefix("Step 2: 11 min of drill time") && $0.contains("4 times faster") })
    #expect(!proposal.text().contains("11 min"))
  }

  @Test func `a plan written as a list is left alone, and it is said`() throws {
    let stage = try DrillComparisonTests.played()
    let list = Plan(
      parsing: """
        # Orders wait
        ## Steps
        1. Declare and lead
        2. Read the queue's name
        3. Move the orders
        4. Order like a customer
        """)
    let proposal = PlanProposal(stage.comparison(), plan: list, incident: stage.incident)
    #expect(proposal.changes.isEmpty && proposal.text() == list.text)
    #expect(proposal.unplaced.count == 4)
    #expect(proposal.unplaced[0].contains("change it by hand"))
  }

  @Test(arguments: ["\n", "\r\n"])
  func `line ends and the marks of a table stay as they are`(end: String) throws {
    let text = """
      # Orders wait
      ## Steps
      |do|#|if it fails|within
      |-|-|-|-
      |Read the queue's name \\| its mark|2||5 min
      |Move the orders|3|Call `a \\| b`!|10 min
      """.replacing("\n", with: end)
    let stage = try DrillComparisonTests.played()
    let proposal = PlanProposal(stage.comparison(), plan: Plan(parsing: text), incident: nil)
    let expected = text.replacing("|5 min", with: "|11 min")
      .replacing("b`!|", with: "b`! or: pointed the shop at the old queue|")
    #expect(proposal.text(accepting: [1, 2]) == expected)
    #expect(proposal.text().hasPrefix(expected + end))
  }
}
