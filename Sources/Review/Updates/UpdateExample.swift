package import Chronology
package import Findings
package import Incidents

/// A sample for a rule of updates: one field of a complete update, what must be found there, and nothing else.
package struct UpdateExample: Sendable {
  package var field: UpdateField
  /// Markdown in which `⟦` and `⟧` enclose each passage that must be found; without marks nothing must be.
  ///
  /// For the two fields of instants, the instant in RFC 3339 or nothing; for components, a word on how they do.
  package var marked: String
  /// Why it must fire, or why not.
  package var why: String
  package var context: UpdateContext
  /// The rest of the update.
  private var rest: UpdateText

  package init(
    _ marked: String, in field: UpdateField = .broken, for audience: Audience = .customers,
    state: PublicState = .identified, why: String,
    with change: (inout UpdateContext, inout UpdateText) -> Void = {
      _, _ in
    }
  ) {
    self.field = field
    self.marked = marked
    self.why = why
    context = UpdateContext(audience: audience, state: state, now: Self.now)
    rest = Self.complete
    if state == .resolved { rest.nextBy = nil }
    change(&context, &rest)
    if field == .title { context.headline = marked.filter { $0 != "⟦" && $0 != "⟧" } }
  }

  package var mustFire: Bool { marked.contains("⟦") }

  /// 2024-03-02, 14:10 UTC: when every example is written.
  package static let now = Instant(seconds: 1_709_388_600)

  /// An update that leaves nothing out.
  package static let complete = UpdateText(
    broken: "Paying by card fails for about one order in three.",
    affected: "Everyone who pays by card in the shop; paying by invoice works.",
    since: now.advanced(bySeconds: -1800), doing: "We have stopped the change of this morning and watch every payment.",
    meanwhile: "Pay by invoice, or wait for our next word; no order is lost.",
    nextBy: now.advanced(bySeconds: 1800), apology: "We are sorry for the orders that you could not finish.")

  /// The complete update with the sample in its field.
  package var update: UpdateText {
    let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    var update = rest
    switch field {
    case .broken: update.broken = text
    case .affected: update.affected = text
    case .since: update.since = Instant(rfc3339: text)
    case .doing: update.doing = text
    case .meanwhile: update.meanwhile = text
    case .nextBy: update.nextBy = Instant(rfc3339: text)
    case .apology: update.apology = text
    case .more: update.more = text
    // Neither stands in the text: both are in the context.
    case .title, .components: break
    }
    return update
  }

  /// Where the marked passages stand in the field, in order; an instant is found as a whole, at the field's head.
  package var spans: [TextSpan] {
    switch field {
    case .since, .nextBy, .components: mustFire ? [ReviewContext.start] : []
    case .title, .broken, .affected, .doing, .meanwhile, .apology, .more: RuleExample(marked, in: nil, why: why).spans
    }
  }
}
