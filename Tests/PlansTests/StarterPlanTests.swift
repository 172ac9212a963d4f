import Findings
import Foundation
import Plans
import Testing

/// The plans that Mayday ships, held against the rules by which it judges those of others.
struct StarterPlanTests {
  /// Roles that a record has from its first day, and those that a small company adds.
  static let roles: Set<String> = [
    "commander", "communications", "operations", "scribe", "legal", "security", "support", "management",
  ]

  /// Where the drafts lie; nil where nobody said so.
  static var drafts: [URL] {
    guard let folder = ProcessInfo.processInfo.environment["MAYDAY_DRAFTS"] else { return [] }
    let plans = URL(fileURLWithPath: folder).appendingPathComponent("plans")
    let files = (try? FileManager.default.contentsOfDirectory(at: plans, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
  }

  @Test(.enabled(if: !drafts.isEmpty, "MAYDAY_DRAFTS names no folder with plans"))
  func `no plan of ours would let people down`() throws {
    let files = Self.drafts
    #expect(files.count == 10)
    for file in files {
      let plan = Plan(parsing: try String(contentsOf: file, encoding: .utf8))
      #expect(plan.name + ".md" == file.lastPathComponent)
      #expect((8...16).contains(plan.steps.count), "\(plan.name) has \(plan.steps.count) steps")
      for finding in PlanCheck.findings(plan, path: file.lastPathComponent, context: PlanContext(roles: Self.roles)) {
        guard finding.severity > .note else { continue }
        Issue.record("\(finding.path):\(finding.span.line): \(finding.message) [\(finding.rule)]")
      }
    }
  }
}
