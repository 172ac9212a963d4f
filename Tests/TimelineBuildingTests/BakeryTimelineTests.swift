import Chronology
import EvidenceReading
import EvidenceRecords
import Foundation
import Testing
import TimelineBuilding

/// A whole incident, read from files as a person would give them.
struct BakeryTimelineTests {
  private let report: TimelineReport
  private let folder: EvidenceFolder

  init() throws {
    folder = try EvidenceFolder()
    try BakeryIncident.write(to: folder)
    report = try folder.report()
  }

  @Test func `the onset is where the orders begin to fail`() throws {
    let onset = try #require(report.onset)
    #expect(abs(onset.from.seconds(since: BakeryIncident.onset)) < 10)
    #expect(onset.to >= onset.from)
  }

  @Test func `the partial rollout and the flag stand before the release that is only near`() throws {
    let places = report.suspects.prefix(2).map(\.change)
    #expect(places.contains { $0.commit == BakeryIncident.release })
    #expect(places.contains { $0.id == "FLAG-7" })
    let release = try #require(report.suspects.first { $0.change.commit == BakeryIncident.release })
    #expect(release.reasons.contains { $0.contains("shop3") && $0.contains("left out") })
    let till = try #require(report.suspects.first { $0.change.commit == BakeryIncident.till })
    #expect(till.score < release.score)
    #expect(report.noChange.score < 0.5)
  }

  @Test func `what came after the onset is no suspect`() {
    #expect(!report.suspects.contains { $0.change.id == "FLAG-8" })
  }

  @Test func `zone and skew come from shared identifiers`() throws {
    for host in 1...3 {
      let source = try #require(report.sources.first { $0.path == "shop\(host)/var/log/bakery/orders.log" })
      #expect(source.zone == "+02:00")
      #expect(source.zoneBasis == .inferred)
      let skew = try #require(source.skewSeconds)
      #expect(abs(skew - (host == 2 ? 20 : 0)) < 0.5)
    }
    #expect(report.clockNotes.contains { $0.contains("shop2") && $0.contains("20.0 s ahead") })
    #expect(report.clockNotes.contains { $0.contains("UTC+02:00") })
  }

  @Test func `the first failing line says that it is on one host only`() throws {
    let first = try #require(report.story().first { $0.kind == .first && $0.service == "orders" })
    #expect(first.hosts == ["shop3"])
    #expect(first.reason.contains("shop3 only, of 3 hosts"))
    #expect(abs(first.instant.seconds(since: BakeryIncident.onset)) < 10)
    let evidence = try #require(first.evidence.first)
    #expect(evidence.excerpt.contains { $0.line == evidence.reference.line && $0.text.contains("refused") })
    #expect(evidence.reference.sha256.count == 64)
  }

  @Test func `alert, mitigation and calm are told`() throws {
    let story = report.story()
    #expect(story.contains { $0.kind == .alert && $0.title.hasPrefix("OrdersRefused firing") })
    #expect(story.contains { $0.kind == .calm && $0.title.hasPrefix("OrdersRefused resolved") })
    let off = try #require(story.first { $0.kind == .change && $0.title.contains("FLAG-8") })
    #expect(off.reason.contains("the failing stopped"))
    let calm = try #require(story.first { $0.kind == .calm && $0.service == "orders" })
    #expect(abs(calm.instant.seconds(since: BakeryIncident.start) - 900) < 15)
  }

  @Test func `what goes on all the time is no moment`() {
    #expect(!report.moments.contains { $0.title.contains("coupon") })
    #expect(!report.moments.contains { $0.title.contains("baked") && $0.kind == .first })
  }

  @Test func `deployments of one version are one moment that names the host left out`() {
    let rollouts = report.moments.filter { $0.title.contains("5d1f00d") }
    #expect(rollouts.map(\.title) == ["deploy orders 5d1f00d → shop1 shop2; never finished on shop3"])
  }

  @Test func `the report is the same for any number of threads`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let again = try folder.report(threads: 1)
    #expect(try encoder.encode(report) == encoder.encode(again))
    #expect(Set(report.moments.map(\.id)).count == report.moments.count)
    #expect(Set(report.moments.map(\.rank)).count == report.moments.count)
  }

  @Test func `around an instant only the half hours beside it are told`() throws {
    var options = TimelineOptions()
    options.around = BakeryIncident.start.advanced(bySeconds: -86_000)
    let early = try folder.report(options: options)
    #expect(early.moments.map(\.title) == ["deploy orders 0ddba11 → shop1 shop2 shop3"])
    options.around = nil
    options.from = BakeryIncident.start.advanced(bySeconds: 890)
    #expect(
      try folder.report(options: options).moments.allSatisfy {
        $0.instant >= BakeryIncident.start.advanced(bySeconds: 890)
      })
  }
}
