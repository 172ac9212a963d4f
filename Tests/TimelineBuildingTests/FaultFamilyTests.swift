import Chronology
import EvidenceReading
import EvidenceRecords
import Testing
import TimelineBuilding

/// Other faults than a release: a setting, somebody else's outage, something that ran full.
struct FaultFamilyTests {
  private let folder: EvidenceFolder

  init() throws { folder = try EvidenceFolder() }

  private func report(_ fault: MillIncident.Fault) throws -> TimelineReport {
    try MillIncident(fault: fault).write(to: folder)
    let report = try folder.report()
    let onset = try #require(report.onset)
    #expect(abs(onset.from.seconds(since: MillIncident.onset)) < 30)
    return report
  }

  @Test func `a setting that fails on its host stands first, and the older one far behind`() throws {
    let report = try report(.setting)
    let first = try #require(report.suspects.first)
    #expect(first.change.id == "SET-2")
    #expect(first.reasons.contains { $0.contains("stone_gap") })
    #expect(first.score > report.noChange.score)
    #expect(report.suspects.allSatisfy { $0.change.id != "SET-1" || $0.score < first.score / 2 })
  }

  @Test func `somebody else's outage is no change of ours`() throws {
    let report = try report(.outside)
    #expect(report.noChange.score > report.suspects.first?.score ?? 0)
    #expect(report.noChange.reasons.contains { $0.contains("outside system") })
    #expect(report.noChange.reasons.contains { $0.contains("without a change") })
    let calm = try #require(report.story().last { $0.kind == .calm })
    #expect(abs(calm.instant.seconds(since: MillIncident.start) - 1140) < 15)
  }

  @Test func `what grows from its usual rate has its onset where it grew`() throws {
    let report = try report(.leak)
    #expect(report.noChange.score > report.suspects.first?.score ?? 0)
    #expect(report.story().contains { $0.kind == .burst && ($0.title + $0.reason).contains("timed out") })
    let calm = try #require(report.story().last { $0.kind == .calm && $0.service != nil })
    #expect(abs(calm.instant.seconds(since: MillIncident.start) - 1500) < 20)
  }

  @Test func `what ran full is found with its warnings, and no change stands for it`() throws {
    let report = try report(.diskFull)
    #expect(report.noChange.score > report.suspects.first?.score ?? 0)
    let warning = try #require(report.story().first { $0.title.contains("little space left") })
    #expect(warning.instant == MillIncident.start.advanced(bySeconds: 300))
    #expect(warning.reason.contains("10 times before the onset"))
    #expect(warning.hosts == ["mill1"])
    #expect(!report.story().contains { $0.title.contains("grain damp") })
  }
}
