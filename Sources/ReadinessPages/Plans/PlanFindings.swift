import Findings
import PageKit

/// What the check finds in a plan, folded where it is only notes.
struct PlanFindings: Sendable {
  /// Shown at a time: whoever has mended these looks again.
  private static let shownMax = 60

  let findings: [Finding]
  let text: String

  private var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  var list: HTML {
    let lines = lines
    let left = findings.count - Self.shownMax
    return Tag.div(.class("findings")) {
      for finding in findings.sorted(by: Self.isBefore).prefix(Self.shownMax) {
        FindingCard(
          finding: finding,
          lineText: lines.indices.contains(finding.span.line - 1) && finding.span.line > 1
            ? String(lines[finding.span.line - 1]) : nil
        ).html
      }
      if left > 0 {
        Tag.p(.class("section-note")) {
          "These weigh most. \(Wording.count(left, "more finding is", "more findings are")) left out here; mend these first, then look again."
        }
      }
    }
  }

  /// The weightiest first, then by place.
  private static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    left.severity == right.severity ? left.span.line < right.span.line : right.severity < left.severity
  }

  var summary: HTML {
    let heavy = findings.filter { $0.severity != .note }
    return Tag.section(.class("lesson-group no-print"), .labelledBy("findings-title")) {
      Tag.h2(.id("findings-title")) { "What would let us down" }
      if findings.isEmpty {
        Tag.p { "Nothing was found: every step has somebody, a result, a time and a way on when it fails." }
      } else {
        Tag.details(.class("fold"), heavy.isEmpty ? nil : .isOpen) {
          Tag.summary { words(heavy.count) }
          list
        }
      }
    }
  }

  /// How many there are of each weight, in a line.
  var counts: String { findings.isEmpty ? "Nothing was found" : words(findings.count { $0.severity != .note }) }

  private func words(_ heavy: Int) -> String {
    let notes = findings.count - heavy
    if heavy == 0 { return Wording.count(notes, "note") }
    return Wording.count(heavy, "thing to mend", "things to mend")
      + (notes == 0 ? "" : ", \(Wording.count(notes, "note"))")
  }
}
