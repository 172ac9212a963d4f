import EvidenceReading
import EvidenceRecords
import PageKit
import TimelineBuilding

/// The evidence of a moment, one click away: where it stands, what stands there, and how to know it is the same file.
struct EvidenceDisclosure: Sendable {
  let evidence: [MomentEvidence]

  /// Digits of a SHA-256 that are shown.
  private static let hashDigits = 12

  var html: HTML? {
    guard let first = evidence.first else { return nil }
    return Tag.details(.class("evidence")) {
      Tag.summary {
        Tag.span(.class("place")) { first.reference.label }
        if evidence.count > 1 { Tag.span(.class("more")) { "and \(evidence.count - 1) more" } }
      }
      for piece in evidence { Self.figure(piece, isAlone: evidence.count == 1) }
    }
  }

  private static func figure(_ piece: MomentEvidence, isAlone: Bool) -> HTML {
    Tag.figure(.class("excerpt")) {
      Tag.figcaption {
        if !isAlone { Tag.span(.class("place")) { piece.reference.label } }
        if !piece.reference.sha256.isEmpty {
          Tag.span(.class("hash"), .title("SHA-256 of the source: \(piece.reference.sha256)")) {
            "sha256 \(piece.reference.sha256.prefix(hashDigits))…"
          }
        }
      }
      if piece.excerpt.isEmpty {
        Tag.p(.class("no-excerpt")) { noExcerpt(piece.reference) }
      } else {
        Lines(lines: piece.excerpt, cited: piece.reference.line).html
      }
    }
  }

  private static func noExcerpt(_ reference: EvidenceReference) -> String {
    if reference.commit != nil {
      return "A commit: git show \(reference.commit?.prefix(12) ?? "") in \(reference.source)"
    }
    if reference.packet != nil { return "A packet; open the capture at this number." }
    return "No text was kept of this place; open the source there."
  }
}

/// Lines of a source with their numbers; the one that is cited stands out.
struct Lines: Sendable {
  let lines: [NumberedLine]
  var cited: Int?

  var html: HTML {
    Tag.pre(.class("lines"), .set("tabindex", "0")) {
      for line in lines {
        Tag.span(.class("row", line.line == cited ? "cited" : "")) {
          Tag.span(.class("number")) { "\(line.line)" }
          Tag.code { line.text }
        }
      }
    }
  }
}
