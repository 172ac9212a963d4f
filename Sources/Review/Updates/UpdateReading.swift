import Documents
import Findings
package import Incidents

/// An update as the rules see it: read once, asked by all.
package struct UpdateReading: Sendable {
  package let update: UpdateText
  package let context: UpdateContext
  /// The fields of prose in which something stands, in the order of the form.
  package let parts: [UpdatePart]
  /// The headline that will stand above them, for rules of what must not be read there; nil where there is none.
  private let headline: UpdatePart?

  package init(update: UpdateText, context: UpdateContext) {
    self.update = update
    self.context = context
    parts = UpdateField.allCases.compactMap { Self.part($0, $0.prose(of: update) ?? "") }
    headline = Self.part(.title, context.headline)
  }

  private static func part(_ field: UpdateField, _ text: String) -> UpdatePart? {
    text.unicodeScalars.contains(where: \.isLetterOrDigit) ? UpdatePart(field: field, text: text) : nil
  }

  /// All that readers will see: the headline, then the fields.
  var partsWithHeadline: [UpdatePart] { [headline].compactMap(\.self) + parts }

  package subscript(field: UpdateField) -> UpdatePart? { parts.first { $0.field == field } }

  /// Every sentence of the update with its field.
  var sentences: [(field: UpdateField, sentence: Sentence)] {
    parts.flatMap { part in part.sentences.map { (part.field, $0) } }
  }

  /// As ``sentences``, the headline's before them.
  var sentencesWithHeadline: [(field: UpdateField, sentence: Sentence)] {
    partsWithHeadline.flatMap { part in part.sentences.map { (part.field, $0) } }
  }

  /// A finding of a rule; reason and question are the rule's unless better ones are at hand.
  func finding(
    _ rule: some UpdateRule, in field: UpdateField, at span: TextSpan = ReviewContext.start, _ message: String,
    severity: FindingSeverity? = nil, question: String? = nil, fix: String? = nil
  ) -> Finding {
    Finding(
      path: field.path, span: span, rule: rule.identifier, severity: severity ?? rule.severity, message: message,
      reason: rule.reason, question: question ?? rule.question, fix: fix)
  }
}

/// A field of an update with its words.
package struct UpdatePart: Sendable {
  package let field: UpdateField
  /// The Markdown as it was typed.
  package let text: String
  let blocks: [DocumentBlock]
  package let sentences: [Sentence]

  init(field: UpdateField, text: String) {
    self.field = field
    self.text = text
    blocks = PostmortemDocument(parsing: text).blocks.filter { block in
      switch block.kind {
      case .code, .html: false
      case .heading, .paragraph, .item, .row: true
      }
    }
    sentences = blocks.flatMap(\.proses).flatMap { SentenceReader.sentences(of: $0, section: nil) }
  }
}
