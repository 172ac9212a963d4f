/// What the reviewer, or a check of a plan, says about a place in a text.
package struct Finding: Hashable, Codable, Sendable {
  /// The file as the person named it; `-` for standard input.
  package var path: String
  package var span: TextSpan
  /// The rule's identifier, in kebab case: `vague-action`.
  package var rule: String
  package var severity: FindingSeverity
  /// The fact in one lower-case sentence, without a full stop.
  package var message: String
  /// Why it matters, in one or two sentences.
  package var reason: String
  /// The question that moves the author on.
  package var question: String
  /// A wording or a value that would do, where one can be offered.
  package var fix: String?

  package init(
    path: String, span: TextSpan, rule: String, severity: FindingSeverity, message: String, reason: String,
    question: String, fix: String? = nil
  ) {
    self.path = path
    self.span = span
    self.rule = rule
    self.severity = severity
    self.message = message
    self.reason = reason
    self.question = question
    self.fix = fix
  }
}

/// How much a finding weighs; errors hold a document back, unless released with a reason.
package enum FindingSeverity: String, Codable, Sendable, CaseIterable, Comparable {
  case note
  case warning
  case error

  package static func < (left: FindingSeverity, right: FindingSeverity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A stretch of a text: lines and columns from 1, columns in Unicode scalars, the end exclusive.
package struct TextSpan: Hashable, Codable, Sendable {
  package var line: Int
  package var column: Int
  package var endLine: Int
  package var endColumn: Int

  package init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}
