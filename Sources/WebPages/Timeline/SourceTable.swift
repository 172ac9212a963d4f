import Chronology
import EvidenceReading
import PageKit
import TimelineBuilding

/// Every source and what became of reading it, folded until asked for.
struct SourceTable: Sendable {
  let scene: TimelineScene

  static func isNotUnderstood(_ source: SourceSummary) -> Bool { source.format == "unknown" }

  var html: HTML {
    Tag.section(.class("sources"), .id("sources"), .labelledBy("sources-title")) {
      Tag.details {
        Tag.summary {
          Tag.h2(.id("sources-title")) { "Sources" }
          Tag.span(.class("section-note")) { scene.scope }
        }
        Tag.table(.class("stacking")) {
          Tag.thead {
            Tag.tr { for heading in Self.headings { Tag.th(.set("scope", "col")) { heading } } }
          }
          Tag.tbody { for source in scene.report.sources { row(source) } }
        }
      }
    }
  }

  private static let headings = ["Source", "Read as", "Zone", "Clock", "From – to", "Entries", "Not understood"]

  private func row(_ source: SourceSummary) -> HTML {
    Tag.tr {
      Tag.td(.class("source-name"), .column(Self.headings[0])) {
        Tag.code { source.path }
        for note in source.notes { Tag.span(.class("source-note")) { Wording.sentence(note) } }
        samples(source)
      }
      Tag.td(.column(Self.headings[1])) { recognised(source) }
      Tag.td(.column(Self.headings[2])) { zone(source) }
      Tag.td(.column(Self.headings[3])) { Self.clock(source).map { HTML($0) } ?? Gap("Cannot tell").html }
      Tag.td(.class("figures"), .column(Self.headings[4])) { span(source) }
      Tag.td(.class("number"), .column(Self.headings[5])) { Wording.grouped(source.entries) }
      Tag.td(.class("number"), .column(Self.headings[6])) { Self.unrecognised(source) }
    }
  }

  private func recognised(_ source: SourceSummary) -> HTML {
    if Self.isNotUnderstood(source) { return Gap("Not understood").html }
    let percent = Int((min(max(source.confidence, 0), 1) * 100).rounded())
    return .joined([HTML(source.format), Tag.span(.class("detail")) { "\(percent) % sure" }])
  }

  private func zone(_ source: SourceSummary) -> HTML {
    guard let zone = source.zone else { return Gap("No times in it").html }
    return .joined([HTML(zone), Tag.span(.class("detail")) { source.zoneBasis.rawValue }])
  }

  private func span(_ source: SourceSummary) -> HTML {
    guard let first = source.first, let last = source.last else { return Gap("No times in it").html }
    let zone = scene.zone
    let dates = zone.date(first) == zone.date(last) ? [first] : [first, last]
    return .joined([
      HTML(first == last ? zone.time(first) : "\(zone.time(first)) – \(zone.time(last))"),
      Tag.span(.class("detail")) { dates.map { Wording.shortDate(zone.date($0)) }.joined(separator: " – ") },
    ])
  }

  /// Written time minus true time, in words.
  static func clock(_ source: SourceSummary) -> String? {
    guard let skew = source.skewSeconds else { return nil }
    guard abs(skew) >= 0.05 else { return "right" }
    return "\(Wording.duration(seconds: skew)) \(skew < 0 ? "behind" : "ahead")"
  }

  private static func unrecognised(_ source: SourceSummary) -> String {
    source.unrecognisedLines == 0
      ? "0" : "\(Wording.grouped(source.unrecognisedLines)) of \(Wording.grouped(source.lines))"
  }

  private func samples(_ source: SourceSummary) -> HTML? {
    guard !source.unrecognisedSamples.isEmpty else { return nil }
    return Tag.details(.class("evidence")) {
      Tag.summary { "The first lines that were not understood" }
      Lines(lines: source.unrecognisedSamples).html
    }
  }
}
