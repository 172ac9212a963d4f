import Documents
package import Findings

/// A heading with nothing below it.
package struct EmptySectionRule: ReviewRule {
  package let identifier = "empty-section"
  package let severity = FindingSeverity.error
  package let summary = "a section has a heading and no text"
  package let reason = "An empty section looks finished in a list of contents and tells nobody anything."
  package let question = "What belongs here? If nothing is known, say what is not known and who is finding out."

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    let sections = context.document.sections
    let filled = Set(sections.filter { !isEmpty($0) }.compactMap(\.kind))
    return sections.indices.compactMap { index in
      let section = sections[index]
      guard let kind = section.kind, kind != .titleAndOwnership, isEmpty(section) else { return nil }
      // A heading whose parts follow under deeper headings of their own is a frame.
      if index + 1 < sections.count, section.level > 0, sections[index + 1].level > section.level { return nil }
      guard !filled.contains(kind) else { return nil }
      return context.finding(
        self, at: context.headingSpan(section), "the section '\(section.heading)' is empty",
        question: MissingSectionRule.question(for: kind))
    }
  }

  /// Comments show nothing.
  private func isEmpty(_ section: PostmortemSection) -> Bool {
    var text = section.body[...]
    var isBlank = true
    while isBlank, let first = text.firstIndex(where: { !$0.isWhitespace }) {
      guard text[first...].hasPrefix("<!--"), let end = text[first...].firstRange(of: "-->") else {
        isBlank = false
        break
      }
      text = text[end.upperBound...]
    }
    return isBlank
  }

  package var examples: [RuleExample] {
    [
      RuleExample("# A\n\n## ⟦Impact⟧\n\n## Timeline\n\nText.", in: nil, why: "nothing below the heading"),
      RuleExample("# A\n\n## ⟦Impact⟧\n\n<!-- who was affected? -->\n", in: nil, why: "a comment shows nothing"),
      RuleExample("# A\n\n**⟦Impact⟧**\n\n**Timeline**\n\nText.", in: nil, why: "a label in place of a heading"),
      RuleExample("# A\n\n## Impact\n\nAll orders.\n", in: nil, why: "there is text"),
      RuleExample("# A\n\n## Lessons learned\n\n### What went well\n\nText.", in: nil, why: "its parts have headings"),
      RuleExample("# A\n\n## Impact\n\n```\nlog\n```\n", in: nil, why: "code is text"),
    ]
  }
}
