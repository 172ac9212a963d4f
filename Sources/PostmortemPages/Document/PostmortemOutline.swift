import Documents
import Findings

/// A postmortem as a page shows it: its sections in the order of the file, with the missing ones where they belong, and
/// each finding with the section in which it stands.
struct PostmortemOutline: Sendable {
  struct Part: Sendable {
    /// The name of its place on the page.
    let id: String
    let kind: SectionKind?
    let heading: String
    /// Markdown; nil where the section is missing.
    let body: String?
    /// What somebody wrote there, without the parts that are written out among it.
    let words: String?
    var findings: [Finding] = []

    var isMissing: Bool { body == nil }
    var isEmpty: Bool { body.map { $0.allSatisfy(\.isWhitespace) } ?? true }
    var hasWords: Bool { words.map { !$0.allSatisfy(\.isWhitespace) } ?? false }
  }

  private(set) var parts: [Part] = []
  /// Findings that stand before the first section: about the head of the file, or the file as a whole.
  private(set) var headFindings: [Finding] = []

  /// The outline of a document.
  ///
  /// `words`: the document without its parts; nil where it has none. Others' documents, not `isOurs`, are shown as they
  /// are: nobody here is asked for what is missing in them.
  init(
    document: PostmortemDocument, words: PostmortemDocument? = nil, findings: [Finding], isOurs: Bool = true
  ) {
    var seen: Set<String> = []
    var bodies = Self.bodies(of: words ?? document)
    for (offset, section) in document.sections.enumerated() {
      let name = section.kind?.rawValue ?? "section-\(offset + 1)"
      let id = seen.insert(name).inserted ? name : "\(name)-\(offset + 1)"
      let own = section.kind.map(\.rawValue) ?? section.heading
      let body = bodies[own].flatMap { $0.isEmpty ? nil : $0.first }
      bodies[own]?.removeFirst(body == nil ? 0 : 1)
      let part = Part(id: id, kind: section.kind, heading: section.heading, body: section.body, words: body)
      parts.append(part)
    }
    if isOurs { place(findings, sections: document.sections) }
    liftTitle(of: document)
    if isOurs { addMissing() }
    if let opening = Self.opening(of: document) { parts.insert(opening, at: 0) }
  }

  /// What stands above the first heading; the whole text where there is none.
  private static func opening(of document: PostmortemDocument) -> Part? {
    let lines = document.text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let first = document.sections.map(\.line).min() ?? lines.count + 1
    let head = lines.prefix(max(0, first - 1)).dropFirst(document.frontMatter.lineCount)
    let words = head.joined(separator: "\n")
    guard words.contains(where: { !$0.isWhitespace }) else { return nil }
    let heading = document.sections.isEmpty ? "What it says" : "Before the first heading"
    return Part(id: "opening", kind: nil, heading: heading, body: words, words: words)
  }

  /// Bodies of sections by their kind, or by their heading where they are the author's own, in order.
  private static func bodies(of document: PostmortemDocument) -> [String: [String]] {
    Dictionary(document.sections.map { ($0.kind.map(\.rawValue) ?? $0.heading, [$0.body]) }, uniquingKeysWith: +)
  }

  /// The title heads the page.
  ///
  /// What stands below it in the file keeps a place of its own, under the name of the section.
  private mutating func liftTitle(of document: PostmortemDocument) {
    guard let index = parts.firstIndex(where: { $0.kind == .titleAndOwnership }) else { return }
    let part = parts[index]
    if part.isEmpty {
      parts.remove(at: index)
      headFindings += part.findings
    } else {
      parts[index] = Part(
        id: part.id, kind: part.kind, heading: SectionKind.titleAndOwnership.heading, body: part.body,
        words: part.words, findings: part.findings)
    }
  }

  private mutating func place(_ findings: [Finding], sections: [PostmortemSection]) {
    let ordered = findings.sorted { ($0.span.line, $0.span.column) < ($1.span.line, $1.span.column) }
    for finding in ordered {
      if let index = sections.lastIndex(where: { $0.line <= finding.span.line }) {
        parts[index].findings.append(finding)
      } else {
        headFindings.append(finding)
      }
    }
  }

  /// Puts each missing section behind the nearest one of the ten that should stand before it.
  private mutating func addMissing() {
    let kinds = SectionKind.allCases
    // The head of the page says whose document it is, or that this is not known.
    for (rank, kind) in kinds.enumerated()
    where kind != .titleAndOwnership && !parts.contains(where: { $0.kind == kind }) {
      let before = Set(kinds[..<rank])
      let place = parts.lastIndex { part in part.kind.map(before.contains) ?? false }.map { $0 + 1 } ?? 0
      parts.insert(Part(id: kind.rawValue, kind: kind, heading: kind.heading, body: nil, words: nil), at: place)
    }
  }
}

/// What a section answers, asked where it is missing or empty.
enum SectionQuestion {
  static func text(_ kind: SectionKind) -> String {
    switch kind {
    case .titleAndOwnership: "What is this incident called, and which team answers for it?"
    case .dateAndTime: "When did it begin, when was it noticed, when was it over, and in which zone?"
    case .participants: "Who wrote this, and who took part?"
    case .status: "Is it still running, over, or being watched? Is this text final?"
    case .summary:
      "What happened, to whom, for how long, and what was done? Five sentences that a stranger understands."
    case .impact: "Who felt it, how many, how long, and what did it cost? Measured, or estimated?"
    case .rootCause: "What made it possible, and what kept it from being seen?"
    case .timeline: "What happened when, and where does it say so?"
    case .actions: "What will be different, who does it, by when, and what will show that it worked?"
    case .lessons: "What went well, what did not, and where was there luck?"
    }
  }
}
