package import Findings

/// What the reviewer says about a place: the words in question, why they matter, and the question that moves on.
package struct FindingCard: Sendable {
  private let finding: Finding
  /// The line as written; nil when the finding is about the whole file.
  private let lineText: String?
  /// Whether the line's number helps to find it.
  private let isInDocument: Bool

  package init(finding: Finding, lineText: String?, isInDocument: Bool = true) {
    self.finding = finding
    self.lineText = lineText
    self.isInDocument = isInDocument
  }

  /// Scalars shown around the words in question.
  private static let contextMax = 48
  private static let wordsMax = 160

  package var html: HTML {
    Tag.article(.class("finding", "weight-\(finding.severity.rawValue)")) {
      Tag.p(.class("finding-head")) {
        FindingMark(severity: finding.severity).html
        Tag.span(.class("rule")) { finding.rule }
        if isInDocument { Tag.span(.class("finding-line")) { "line \(finding.span.line)" } }
      }
      Tag.p(.class("finding-message")) { Wording.sentence(finding.message) }
      if !isItsOwnQuestion {
        quote
        Tag.dl(.class("finding-talk")) {
          Tag.dt { "Why" }
          Tag.dd { finding.reason }
          Tag.dt { "Ask" }
          Tag.dd(.class("question")) { finding.question }
          if let fix = finding.fix {
            Tag.dt { "Like" }
            Tag.dd { fix }
          }
        }
      }
    }
  }

  /// Whether the text already asks there what the finding would: it is read once.
  private var isItsOwnQuestion: Bool { lineText?.contains(finding.question) ?? false }

  private var quote: HTML? {
    guard let parts = Self.parts(of: lineText, span: finding.span) else { return nil }
    return Tag.p(.class("finding-quote")) {
      parts.before
      Tag.mark { parts.words }
      parts.after
    }
  }

  /// The words of the span and a little around them; nil when the span covers nothing on its line.
  static func parts(of line: String?, span: TextSpan) -> (before: String, words: String, after: String)? {
    guard let line else { return nil }
    let scalars = Array(line.unicodeScalars)
    let start = span.column - 1
    let end = span.endLine == span.line ? min(span.endColumn - 1, scalars.count) : scalars.count
    guard start >= 0, start < end else { return nil }
    let shownEnd = min(end, start + wordsMax)
    let from = max(0, start - contextMax)
    let to = min(scalars.count, shownEnd + contextMax)
    let before = (from > 0 ? "…" : "") + text(scalars[from..<start])
    let after = (shownEnd < end ? "…" : text(scalars[shownEnd..<to])) + (to < scalars.count ? "…" : "")
    return (before, text(scalars[start..<shownEnd]), after)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
