import Documents
package import Findings

/// One of the ten sections is not there.
package struct MissingSectionRule: ReviewRule {
  package let identifier = "missing-section"
  package let severity = FindingSeverity.error
  /// From so many on, missing sections are one finding: a short note is no document with holes.
  static let togetherMin = 4

  package let summary = "one of the ten sections is missing"
  package let reason =
    "Readers look for the ten in their order; what is missing cannot be learned from, and nobody sees that it was left out."
  package let question = "What would a reader from another team ask first about this?"

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    let document = context.document
    let missing = SectionKind.allCases.filter { document.section($0) == nil && !isElsewhere($0, document) }
    if missing.count >= Self.togetherMin { return [together(missing, context)] }
    return missing.map { kind in
      let heading = kind == .titleAndOwnership ? "# What broke, for whom" : "## \(kind.heading)"
      let name = kind == .titleAndOwnership ? "a title" : "the section '\(kind.heading)'"
      return context.finding(
        self, at: ReviewContext.start, "\(name) is missing", severity: Self.severity(of: kind),
        question: Self.question(for: kind), fix: heading)
    }
  }

  private func together(_ missing: [SectionKind], _ context: ReviewContext) -> Finding {
    let names = missing.map { $0 == .titleAndOwnership ? "a title" : "'\($0.heading)'" }
    return context.finding(
      self, at: ReviewContext.start,
      "\(missing.count) of the ten sections are missing: \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")",
      severity: missing.map(Self.severity).max(),
      fix: "## \((missing.first { $0 != .titleAndOwnership } ?? .summary).heading)")
  }

  /// Whether the front matter says what the section would.
  private func isElsewhere(_ kind: SectionKind, _ document: PostmortemDocument) -> Bool {
    let keys: [String]
    switch kind {
    case .titleAndOwnership: return document.title != nil
    case .dateAndTime: keys = ["started", "ended", "date", "detected"]
    case .participants: keys = ["participants", "authors", "author"]
    case .status: keys = ["status"]
    case .summary, .impact, .rootCause, .timeline, .actions, .lessons: return false
    }
    return keys.contains { document.frontMatter[$0] != nil }
  }

  private static func severity(of kind: SectionKind) -> FindingSeverity {
    switch kind {
    case .dateAndTime, .participants, .status, .lessons: .warning
    case .titleAndOwnership, .summary, .impact, .rootCause, .timeline, .actions: .error
    }
  }

  /// What the section answers.
  static func question(for kind: SectionKind) -> String {
    switch kind {
    case .titleAndOwnership: "What broke, for whom, and who answers for this document?"
    case .dateAndTime: "When did the first user feel it, when did the last, and in which zone are the times?"
    case .participants: "Who wrote this, and who took part and can be asked?"
    case .status: "Is it over, is it understood, and what is still open?"
    case .summary: "What happened, in three sentences that somebody outside the team understands?"
    case .impact: "Who could not do what, how many, and for how long; measured or estimated?"
    case .rootCause: "What made it possible, what set it off, and what kept it from being seen?"
    case .timeline: "What happened when, and where can each line be checked?"
    case .actions: "What will be different, who does it, by when, and what will show that it works?"
    case .lessons: "What was surprising, what worked, and where was it luck?"
    }
  }

  package var examples: [RuleExample] {
    let rest = SectionKind.allCases.dropFirst().filter { $0 != .impact }.map { "## \($0.heading)\n\nText." }
    let complete = SectionKind.allCases.dropFirst().map { "## \($0.heading)\n\nText." }
    let short = ["Summary", "Impact", "Root causes and trigger", "Timeline (UTC)", "Action items", "What went well"]
    return [
      RuleExample(
        "⟦⟧# Orders charged twice\n\n" + rest.joined(separator: "\n\n"), in: nil, why: "nothing says who was affected"),
      RuleExample(
        "⟦⟧# Orders charged twice\n\nIt stopped at noon.", in: nil, why: "a short note: all that is missing at once"),
      RuleExample("# Orders charged twice\n\n" + complete.joined(separator: "\n\n"), in: nil, why: "all ten are there"),
      RuleExample(
        "---\ntitle: Orders charged twice\nstarted: 2024-03-02T10:00:00Z\nauthors: [Ines]\nstatus: resolved\n---\n"
          + short.map { "## \($0)\n\nText." }.joined(separator: "\n\n"), in: nil,
        why: "other names for the same, and the front matter says the rest"),
    ]
  }
}
