import Documents
package import Findings

/// Times of day that could be any hour of the day elsewhere.
package struct NoZoneRule: ReviewRule {
  package let identifier = "no-zone"
  package let severity = FindingSeverity.warning
  package let summary = "times stand without their zone"
  package let reason = "A reader in another place, or after the clocks have changed, puts the same words hours away."
  package let question = "In which zone are these times?"

  package init() {}

  /// One finding for each section, or for the whole document: the zone is missing once, however many times there are.
  package func check(_ context: ReviewContext) -> [Finding] {
    let document = context.document
    guard document.frontMatterZone == nil else { return [] }
    var found: [Int: (span: TextSpan, text: String, count: Int)] = [:]
    for block in document.blocks where block.quoteDepth == 0 && isText(block) {
      let section = block.section ?? -1
      let bare = block.proses.flatMap { prose in
        TimeScanner.mentions(in: prose).filter { $0.secondOfDay != nil && $0.zone == nil }.map { (prose, $0) }
      }
      guard let (prose, mention) = bare.first, !hasZone(block) else { continue }
      if found[section] == nil { found[section] = (prose.span(of: mention.range), prose.text(in: mention.range), 0) }
      found[section]?.count += bare.count
    }
    // A zone stated for all times holds for all of them.
    if found.isEmpty || statesZoneForAll(document) { return [] }
    let bare = found.filter { $0.key < 0 || !statesZone(document, $0.key) }
    guard !bare.isEmpty else { return [] }
    if bare.count > 1, !namesAnyZone(document), let first = bare.min(by: { $0.key < $1.key }) {
      let count = bare.reduce(0) { $0 + $1.value.count }
      return [finding(first.value.span, first.value.text, count, "in this document", context)]
    }
    return bare.map { finding($1.span, $1.text, $1.count, "in this section", context) }
  }

  private func finding(_ span: TextSpan, _ text: String, _ count: Int, _ place: String, _ context: ReviewContext)
    -> Finding
  {
    let others =
      count > 2 ? ", nor have \(count - 1) more times \(place)" : count == 2 ? ", nor has one more time \(place)" : ""
    return context.finding(
      self, at: span, "'\(text)' has no zone\(others)", fix: count > 1 ? "All times are UTC." : "\(text) UTC")
  }

  private func namesAnyZone(_ document: PostmortemDocument) -> Bool {
    document.blocks.contains { isText($0) && hasZone($0) }
  }

  private func isText(_ block: DocumentBlock) -> Bool {
    switch block.kind {
    case .code, .html: false
    case .heading, .paragraph, .item, .row: true
    }
  }

  private func hasZone(_ block: DocumentBlock) -> Bool { block.proses.contains(where: Self.hasZone) }

  /// Whether the words name a zone, beside a time or by itself.
  static func hasZone(_ prose: Prose) -> Bool {
    TimeScanner(prose).firstZone() != nil || TimeScanner.mentions(in: prose).contains { $0.zone != nil }
  }

  /// Whether the heading, a paragraph or a table's header of the section says it, beside any one time or for all of them.
  private func statesZone(_ document: PostmortemDocument, _ section: Int) -> Bool {
    document.blocks(inSection: section).contains { block in
      if block.isItem || block.kind == .row(isHeader: false) {
        return block.proses.contains { saysForAll($0) }
      }
      return hasZone(block)
    }
  }

  private func saysForAll(_ prose: Prose) -> Bool {
    TimeScanner(prose).firstZone() != nil && prose.text.lowercased().contains("times")
  }

  private func statesZoneForAll(_ document: PostmortemDocument) -> Bool {
    document.blocks.contains { block in
      block.quoteDepth == 0 && isText(block) && block.proses.contains { saysForAll($0) }
    }
  }

  package var examples: [RuleExample] {
    [
      RuleExample("- ⟦10:05⟧ it stopped\n- 10:09 it ran", in: .timeline, why: "which 10:05?"),
      RuleExample("The queue stood still from ⟦10:05⟧ on.", in: .summary, why: "in a sentence"),
      RuleExample("- 10:05 UTC it stopped", in: .timeline, why: "beside the time"),
      RuleExample("- 16:58–17:02 UTC it stopped", in: .timeline, why: "once for a span"),
      RuleExample("All times are CET.\n\n- 10:05 it stopped", in: .timeline, why: "above the rows"),
      RuleExample("| Time (UTC) | Event |\n|---|---|\n| 10:05 | it stopped |", in: .timeline, why: "in the header"),
      RuleExample("# A\n\n## Timeline (times in PT)\n\n- 10:05 it stopped\n", in: nil, why: "in the heading"),
      RuleExample(
        "---\nzone: Europe/Berlin\n---\n\n## Timeline\n\n- 10:05 it stopped\n", in: nil, why: "in the front matter"),
      RuleExample("The log line was `10:05 it stopped`, a ratio of 4:3.", in: .summary, why: "code, and no time"),
    ]
  }
}
