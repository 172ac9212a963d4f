package import Documents
package import Findings
package import Postmortems

/// What keeps a postmortem from being final, gate by gate.
///
/// - Findings: errors of the reviewer's rules, and questions of the draft that nobody answered; other warnings pass.
/// - Uncited: factors that are said to be shown or likely, and assumptions that the day is said to have shown otherwise,
///   without any evidence; lines of the timeline whose instant a source is said to have written, without that source.
///   Figures in the impact section that do not say whether they were measured or estimated: in tables a row with a figure
///   and no such word, in sentences only where no word of the whole section says so. A figure is a number of something; times, dates
///   and durations are none.
/// - Actions: accepted or proposed ones without owner, date or a way to verify them; none at all.
/// - Accounts: whoever was asked and has neither told nor declined.
/// - Reviewers: named ones who have not approved this revision; a text that nobody is named to review passes.
package struct PostmortemGates {
  private let postmortem: Postmortem
  private let document: PostmortemDocument
  private let findings: [Finding]

  /// `findings` are the reviewer's on the whole document.
  package init(postmortem: Postmortem, document: PostmortemDocument, findings: [Finding]) {
    self.postmortem = postmortem
    self.document = document
    self.findings = findings
  }

  /// Gates that are shut, in their order; empty where the postmortem can be final.
  package func shut() -> [ShutGate] {
    let reasons: [(PostmortemGate, [String])] = [
      (.findings, errors()), (.uncited, uncited() + unsourcedFigures()), (.actions, actions()),
      (.accounts, postmortem.missingAccounts.map { "\($0) was asked for an account and has not told it yet" }),
      (.reviewers, reviewers()),
    ]
    return reasons.filter { !$0.1.isEmpty }.map { ShutGate(gate: $0.0, reasons: $0.1) }
  }

  private func errors() -> [String] {
    let errors = findings.filter { $0.severity == .error }
      .map { "line \($0.span.line): \($0.message) [\($0.rule)]" }
    let open = findings.filter { $0.severity == .warning && $0.rule == "placeholder" }.map { String($0.span.line) }
    guard !open.isEmpty else { return errors }
    let lines = open.prefix(12).joined(separator: ", ") + (open.count > 12 ? ", …" : "")
    return errors + [
      open.count == 1
        ? "one question of the draft is not answered: line \(lines)"
        : "\(open.count) questions of the draft are not answered: lines \(lines)"
    ]
  }

  private func uncited() -> [String] {
    let factors = postmortem.factors.filter { $0.sureness != .possible && $0.evidence.isEmpty }
      .map { "F\($0.number) is said to be \($0.sureness.rawValue) and cites nothing" }
    let assumptions = postmortem.assumptions.filter { !$0.shown.isEmpty && $0.evidence.isEmpty }
      .map { "assumption B\($0.number): what the day showed cites nothing" }
    let lines = postmortem.lines.filter { $0.basis == .stamped && $0.references.isEmpty }
      .map { "L\($0.number) has an instant that a source wrote, and names no source" }
    return factors + assumptions + lines + astray()
  }

  /// Lines of the timeline that are cited and are not there.
  private func astray() -> [String] {
    let known = Set(postmortem.lines.map { "L\($0.number)" })
    func missing(_ evidence: [String], _ place: String) -> [String] {
      evidence.filter { $0.wholeMatch(of: #/L[0-9]+/#) != nil && !known.contains($0) }
        .map { "\(place) cites \($0), and the timeline has no such line" }
    }
    return postmortem.factors.flatMap { missing($0.evidence, "F\($0.number)") }
      + postmortem.assumptions.flatMap { missing($0.evidence, "assumption B\($0.number)") }
  }

  // MARK: Figures

  private func unsourcedFigures() -> [String] {
    guard let index = document.sections.firstIndex(where: { $0.kind == .impact && !$0.body.isEmpty }) else { return [] }
    let blocks = document.blocks(inSection: index).filter { $0.quoteDepth == 0 }
    let all = blocks.flatMap { $0.proses.map(\.text) }.joined(separator: " ")
    let isSourced = FigureFinder.isSourced(all)
    var reasons: [String] = []
    for block in blocks {
      switch block.kind {
      case .row(isHeader: false):
        let text = block.cells.map(\.text).joined(separator: " ")
        let hasEvidence = block.cells.contains { !$0.objects.isEmpty }
        guard let figure = FigureFinder.figure(in: text), !FigureFinder.isSourced(text), !hasEvidence else { continue }
        reasons.append(Self.unsourced(figure, block))
      case .paragraph, .item:
        guard !isSourced, block.prose.objects.isEmpty, let figure = FigureFinder.figure(in: block.prose.text) else {
          continue
        }
        reasons.append(Self.unsourced(figure, block))
      default: break
      }
    }
    return reasons
  }

  private static func unsourced(_ figure: String, _ block: DocumentBlock) -> String {
    "line \(block.lines.lowerBound): '\(figure)' does not say whether it was measured or estimated, and from what"
  }

  // MARK: Actions, reviewers

  private func actions() -> [String] {
    let standing = postmortem.actions.filter { $0.state == .proposed || $0.state == .accepted }
    guard !postmortem.actions.isEmpty else { return ["there is no action"] }
    return standing.flatMap { action -> [String] in
      var missing: [String] = []
      if action.content.owner?.isEmpty ?? true { missing.append("no owner") }
      if action.content.due == nil { missing.append("no date") }
      if action.content.verification.isEmpty { missing.append("no way to verify it") }
      return missing.isEmpty ? [] : ["A\(action.number) has \(DraftText.list(missing))"]
    }
  }

  private func reviewers() -> [String] {
    let verdicts = postmortem.standingVerdicts
    let asked = postmortem.reviewers.compactMap { person -> String? in
      guard let verdict = verdicts[person] else { return "\(person) has not reviewed this text yet" }
      return verdict.content.isApproved ? nil : "\(person) asks for changes: \(verdict.content.note)"
    }
    // Taking a reviewer off the list does not take back what they asked for.
    let others = verdicts.values.filter { !$0.content.isApproved && !postmortem.reviewers.contains($0.person) }
      .sorted { $0.person < $1.person }
    return asked + others.map { "\($0.person), who is no reviewer any more, asks for changes: \($0.content.note)" }
  }
}

/// Finds figures in the text of an impact section: numbers that count something.
enum FigureFinder {
  /// The figure with the word behind it; nil without one.
  static func figure(in text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    for (index, word) in words.enumerated() {
      let bare = word.trimmingMarks
      guard let first = bare.first, first.isASCII, first.isNumber || "$€£".contains(first), isNumber(bare) else {
        continue
      }
      let next = index + 1 < words.count ? words[index + 1].trimmingMarks : ""
      let before = index > 0 ? words[index - 1].trimmingMarks.lowercased() : ""
      if names.contains(before) || isTime(next) || months.contains(before.prefix(3).lowercased())
        || months.contains(next.prefix(3).lowercased())
      {
        continue
      }
      if next.isEmpty && !bare.hasSuffix("%") && !"$€£".contains(first) { continue }
      return next.isEmpty ? bare : "\(bare) \(next)"
    }
    return nil
  }

  /// Whether a word says where figures come from.
  static func isSourced(_ text: String) -> Bool {
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    return !words.isDisjoint(with: [
      "measured", "estimated", "estimate", "estimates", "counted", "according", "source", "sources", "logs", "metrics",
      "approximately", "about", "roughly",
    ])
  }

  /// `3,400`, `12.5%`, `$2`, `4k`: no clock, date, version or name.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.drop { "$€£".contains($0) }.prefix { $0.isNumber || $0 == "," || $0 == "." }
    let rest = text.drop { "$€£".contains($0) }.dropFirst(digits.count)
    return !digits.isEmpty && digits.filter({ $0 == "." }).count <= 1
      && ["", "%", "k", "K", "M", "m"].contains(String(rest))
  }

  private static func isTime(_ word: String) -> Bool {
    let units = ["second", "minute", "hour", "day", "week", "month", "year", "ms", "min", "utc", "s", "h"]
    let lower = word.lowercased()
    return units.contains { lower == $0 || lower == $0 + "s" }
  }

  /// What a number behind it names and does not count.
  private static let names: Set<String> = [
    "release", "version", "build", "port", "section", "step", "line", "page", "table", "phase", "part", "level", "host",
    "server", "node", "rack", "code", "error", "status", "http", "no", "number", "incident", "ticket", "pr", "issue",
  ]

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}

extension String {
  fileprivate var trimmingMarks: String {
    let isMark: (Character) -> Bool = { "()[],;:.!?\"'*".contains($0) }
    var text = Substring(self)
    while let first = text.first, isMark(first) { text.removeFirst() }
    while let last = text.last, isMark(last) { text.removeLast() }
    return String(text)
  }
}
