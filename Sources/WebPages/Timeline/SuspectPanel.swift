import Chronology
import EvidenceReading
import EvidenceRecords
import PageKit
import TimelineBuilding

/// Changes worth examining, best first, each with its reasons; and how well "no change of ours" fits.
struct SuspectPanel: Sendable {
  let scene: TimelineScene

  /// Suspects whose reasons are open from the start.
  private static let openMax = 1
  /// Candidates that are shown at once.
  private static let shownMax = 4

  var html: HTML {
    Tag.section(.class("suspects panel"), .id("suspects"), .labelledBy("suspects-title")) {
      Tag.header(.class("panel-head")) {
        Tag.h2(.id("suspects-title")) { "Worth examining, best first" }
        Tag.p { "Candidates, not verdicts." }
      }
      if scene.report.suspects.isEmpty {
        Tag.p(.class("gap-block")) {
          "No change was found in the evidence. Deployments, commits, flags and package lists would show some."
        }
      }
      Tag.ol(.class("candidates")) {
        for row in ranked.prefix(Self.shownMax) { html(row) }
      }
      rest
    }
  }

  /// A suspect, or nil for "no change of ours", which takes its place among them by its score.
  private typealias Row = (suspect: Suspect?, score: Double, isOpen: Bool)

  private var ranked: [Row] {
    var rows: [Row] = scene.report.suspects.enumerated().map { ($1, $1.score, $0 < Self.openMax) }
    let place = rows.firstIndex { $0.score < scene.report.noChange.score } ?? rows.count
    rows.insert((nil, scene.report.noChange.score, false), at: place)
    return rows
  }

  /// The weakest candidates, folded: they are part of the answer, but not of the first look.
  private var rest: HTML? {
    let rows = ranked.dropFirst(Self.shownMax)
    guard let best = rows.first else { return nil }
    return Tag.details(.class("more-candidates")) {
      Tag.summary { "\(rows.count) more, none above \(Wording.score(best.score))" }
      Tag.ol(.class("candidates")) { for row in rows { html(row) } }
    }
  }

  private func html(_ row: Row) -> HTML {
    row.suspect.map { html($0, isOpen: row.isOpen) } ?? noChange
  }

  private func html(_ suspect: Suspect, isOpen: Bool) -> HTML {
    Tag.li(.class("candidate")) {
      Tag.details(isOpen ? .isOpen : nil) {
        Tag.summary {
          ScoreBar(score: suspect.score).html
          Tag.span(.class("candidate-title")) { suspect.change.title }
          Tag.span(.class("candidate-when")) { place(suspect.change) }
        }
        Self.reasons(suspect.reasons)
        Self.places(suspect.evidence)
        scene.acts?.standing(of: suspect)
      }
    }
  }

  private func place(_ change: SuspectChange) -> String {
    var parts = [change.kind.rawValue]
    if let service = change.service { parts.append(service) }
    var when = scene.zone.time(change.instant)
    if let onset = scene.report.onset {
      let seconds = change.instant.seconds(since: onset.from)
      when +=
        seconds == 0
        ? ", at the onset" : ", \(Wording.duration(seconds: seconds)) \(seconds < 0 ? "before" : "after") the onset"
    }
    parts.append(when)
    return parts.joined(separator: " · ")
  }

  private static func reasons(_ reasons: [String]) -> HTML {
    Tag.ul(.class("reasons")) { for reason in reasons { Tag.li { Wording.sentence(reason) } } }
  }

  private static func places(_ evidence: [EvidenceReference]) -> HTML? {
    guard !evidence.isEmpty else { return nil }
    return Tag.p(.class("places")) {
      for reference in evidence { Tag.code(.class("place")) { reference.label } }
    }
  }

  private var noChange: HTML {
    Tag.li(.class("candidate no-change")) {
      Tag.details {
        Tag.summary {
          ScoreBar(score: scene.report.noChange.score).html
          Tag.span(.class("candidate-title")) { "No change of ours" }
        }
        Self.reasons(scene.report.noChange.reasons)
      }
    }
  }
}

/// A score from 0 to 1 as a bar and a number.
struct ScoreBar: Sendable {
  let score: Double

  var html: HTML {
    Tag.span(.class("score")) {
      Tag.svg(.class("score-bar"), .set("height", "6"), .hidden) {
        Tag.rect(.class("score-track"), .set("width", "100%"), .set("height", "6"), .set("rx", "1"))
        Tag.rect(
          .class("score-fill"), .set("width", TimelineStrip.percent(min(max(score, 0), 1) * 100)), .set("height", "6"),
          .set("rx", "1"))
      }
      Tag.span(.class("score-number")) { Wording.score(score) }
    }
  }
}
