package import Findings
package import Incidents

/// Runs rules over an update, before people outside read it; English only.
package struct UpdateReviewer: Sendable {
  /// All rules for an update, by identifier.
  package static let standard = UpdateReviewer(rules: [
    BareTimeRule(), EarlyCertaintyRule(), EmptyPhraseRule(), FarWordRule(), JargonRule(), LeftBlankRule(), LoudRule(),
    MinimisingRule(), MissedWordRule(), MissingPartRule(), NamedPersonRule(), OnlyOverRule(), OverpromiseRule(),
    PassingBlameRule(), SaysNothingRule(), SecretRule(), StillBrokenRule(), WeakApologyRule(), WrongTimeRule(),
  ])

  package let rules: [any UpdateRule]

  package init(rules: [any UpdateRule]) {
    self.rules = rules
  }

  /// What the rules find, by field in the order of the form, then line, column and rule.
  ///
  /// A finding's path names the field (`update/broken`, see ``UpdateField/init(path:)``), its lines and columns count
  /// within the field's text. An empty phrase is left out where the same words are found for a better reason: one
  /// question at a time.
  package func review(_ update: UpdateText, context: UpdateContext) -> [Finding] {
    let reading = UpdateReading(update: update, context: context)
    let all = rules.flatMap { $0.check(reading) }
    let kept = all.filter { finding in
      finding.rule != "empty-phrase" || !all.contains { $0.rule != finding.rule && Self.overlap($0, finding) }
    }
    let order = Dictionary(uniqueKeysWithValues: UpdateField.allCases.enumerated().map { ($1.path, $0) })
    return kept.sorted {
      (order[$0.path] ?? 0, $0.span.line, $0.span.column, $0.rule, $0.message)
        < (order[$1.path] ?? 0, $1.span.line, $1.span.column, $1.rule, $1.message)
    }
  }

  private static func overlap(_ one: Finding, _ other: Finding) -> Bool {
    one.path == other.path && (one.span.line, one.span.column) < (other.span.endLine, other.span.endColumn)
      && (other.span.line, other.span.column) < (one.span.endLine, one.span.endColumn)
  }
}
