import Documents
import EvidenceReading
import Findings
internal import Postmortems
import TextComparing

/// Makes of one postmortem the text that an audience may have.
///
/// Deterministic, and prepared again its own text stays as it is. Nothing is sent anywhere: the result says what was
/// dropped and replaced, and what must not leave.
package enum AudienceText {
  /// Prepares a document.
  ///
  /// Parts marked for others go first, then sections the audience does not get, then evidence, owners and names. What
  /// is left is searched for secrets and personal data, each of which is a finding at error with its place in `markdown`.
  package static func prepare(_ markdown: String, _ context: PublicationContext) -> PreparedText {
    guard markdown.utf8.count <= PublicationLimits.markdownBytesMax else { return tooLong(markdown, context) }
    var preparation = Preparation(markdown, context)
    preparation.applyMarks()
    preparation.dropComments()
    preparation.selectSections()
    preparation.reduceTables()
    preparation.plainParts()
    preparation.dropEvidence()
    preparation.cutLinks()
    preparation.addOpening()
    preparation.replaceNames()
    preparation.findSensitive()
    preparation.findOpenQuestions()
    preparation.findApology()
    preparation.tidyBlankLines()
    return preparation.result(old: markdown)
  }

  private static func tooLong(_ markdown: String, _ context: PublicationContext) -> PreparedText {
    let finding = PublicationRule.tooLong.finding(
      "the document is longer than \(PublicationLimits.markdownBytesMax / 1024) KB and was not prepared",
      path: context.path, span: TextSpan(line: 1, column: 1, endLine: 1, endColumn: 1), for: context.audience)
    return PreparedText(
      audience: context.audience, markdown: "", findings: finding.map { [$0] } ?? [], replaced: [], dropped: [],
      comparison: [])
  }
}

/// One document on its way to an audience; each step is in a file of its own.
struct Preparation {
  let context: PublicationContext
  let audience: PublicationAudience
  let source: LineTable
  var text: SourcedText
  private(set) var findings: [Finding] = []
  var replaced: [Replacement] = []
  /// What the publisher puts first, its names replaced.
  let preparedOpening: String?
  private(set) var dropped: [DroppedPart] = []
  private var counts: [PublicationRule: Int] = [:]

  init(_ markdown: String, _ context: PublicationContext) {
    self.context = context
    audience = context.audience
    preparedOpening = Self.preparedOpening(context)
    source = LineTable(markdown)
    text = SourcedText(source: source.bytes)
  }

  /// Notes a finding about a stretch of the present text.
  mutating func note(
    _ rule: PublicationRule, _ message: String, at range: Range<Int>, fix: String? = nil
  ) {
    counts[rule, default: 0] += 1
    let count = counts[rule] ?? 0
    guard count <= PublicationLimits.findingsPerRuleMax else { return }
    let isLast = count == PublicationLimits.findingsPerRuleMax
    let message = isLast ? message + "; further ones are not listed" : message
    if let finding = rule.finding(message, path: context.path, span: span(of: range), for: audience, fix: fix) {
      findings.append(finding)
    }
  }

  /// Notes that a stretch of the present text is left out.
  mutating func drop(_ reason: DroppedPart.Reason, _ title: String, _ range: Range<Int>) {
    guard let first = text.origin(range.lowerBound), text.origins[range].contains(where: { $0 >= 0 }) else { return }
    let last = text.origins[range].last { $0 >= 0 }.map(Int.init) ?? first
    let low = source.line(ofOffset: first)
    let part = DroppedPart(
      reason: reason, title: Masking.masked(title), lines: low...max(low, source.line(ofOffset: last)))
    if dropped.last != part { dropped.append(part) }
  }

  /// The line of the source from which a byte of the present text comes; nil for new words.
  func line(of index: Int) -> Int? { text.origin(index).map { source.line(ofOffset: $0) } }

  /// Where a stretch of the present text stands in the source; its start for new words.
  func span(of range: Range<Int>) -> TextSpan {
    guard let first = text.origin(range.lowerBound) else {
      return TextSpan(line: 1, column: 1, endLine: 1, endColumn: 1)
    }
    let last = range.isEmpty ? first : max(first, text.origin(range.upperBound - 1).map { $0 + 1 } ?? first)
    let start = place(first)
    let end = place(last)
    return TextSpan(line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  private func place(_ offset: Int) -> (line: Int, column: Int) {
    let line = source.line(ofOffset: offset)
    let bytes = source.bytes[source.start(ofLine: line)..<offset]
    return (line, 1 + bytes.count { $0 & 0xC0 != 0x80 })
  }

  /// The first words of a stretch, for the title of a dropped part.
  func firstWords(_ range: Range<Int>) -> String {
    let words = text.text(in: range).split(whereSeparator: \.isWhitespace)
    let shown = words.prefix(8).joined(separator: " ").prefix(72)
    return words.count > 8 || shown.count == 72 ? shown + " …" : String(shown)
  }

  /// One blank line between blocks, none at the start, one line end at the end; code stays as it is.
  mutating func tidyBlankLines() {
    let places = MarkdownPlaces(text.text)
    var edits: [SourcedText.Edit] = []
    var blanks: [Int] = []
    var isStart = true
    for line in 1...places.lines.count {
      let range = places.range(ofLines: line...line)
      let isBlank = places.lines.bytes(ofLine: line).allSatisfy { $0 == 32 || $0 == 9 }
      let kind = places.kind(range.lowerBound)
      if isBlank, kind == .words || kind == .html || range.isEmpty {
        if isStart || !blanks.isEmpty { edits.append(SourcedText.Edit(range: range)) }
        blanks.append(line)
      } else {
        blanks = []
        isStart = false
      }
    }
    text.apply(edits)
    var end = text.bytes.count
    while end > 0, text.bytes[end - 1] == 10 || text.bytes[end - 1] == 32 { end -= 1 }
    let lineEnd = end == 0 ? SourcedText() : SourcedText("\n", origin: text.origin(end - 1) ?? -1)
    text.apply([SourcedText.Edit(range: end..<text.bytes.count, replacement: lineEnd)])
  }

  func result(old: String) -> PreparedText {
    let ordered = findings.enumerated().sorted { left, right in
      let (a, b) = (left.element.span, right.element.span)
      return (a.line, a.column, left.offset) < (b.line, b.column, right.offset)
    }
    let prepared = text.text
    return PreparedText(
      audience: audience, markdown: prepared, findings: ordered.map(\.element), replaced: replaced,
      dropped: dropped.sorted {
        ($0.lines.lowerBound, $0.lines.upperBound) < ($1.lines.lowerBound, $1.lines.upperBound)
      },
      comparison: TextComparison(old: old, new: prepared).passages)
  }
}
