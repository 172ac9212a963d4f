internal import Documents
internal import Findings
internal import Journal
internal import RecordViews
internal import Review

/// What the reviewer says of each text, kept for the lists and pages that ask again.
struct ReviewShelf {
  private struct Review {
    var path: String
    var findings: [Finding]
    var digest: ReviewDigest
  }

  private let reviewer: Reviewer
  /// By the SHA-256 of the text.
  private var reviews: [String: Review] = [:]

  init(reviewer: Reviewer) { self.reviewer = reviewer }

  /// Forgets what it quoted of texts.
  mutating func forget() { reviews = [:] }

  /// Reviews a document, or tells what was said of the same text before.
  mutating func read(_ document: PostmortemDocument, path: String) -> (findings: [Finding], digest: ReviewDigest) {
    let sha256 = ContentHash(of: Array(document.text.utf8)).description
    if let known = reviews[sha256], known.path == path { return (known.findings, known.digest) }
    let findings = reviewer.review(document, path: path)
    let digest = ReviewDigest(document, findings)
    if reviews.count >= DeskLimits.keptReviewsMax { reviews = [:] }
    reviews[sha256] = Review(path: path, findings: findings, digest: digest)
    return (findings, digest)
  }

  /// What the reviewer says of words as a section of a document, by the lines of the words.
  func findings(
    on markdown: String, as section: SectionKind, in document: PostmortemDocument, path: String
  ) -> [Finding] {
    let whole = document.replacingBody(of: section, with: markdown)
    guard let own = whole.section(section) else { return [] }
    let blanks = { (text: String) in
      text.split(omittingEmptySubsequences: false) { $0.isNewline }.prefix { $0.allSatisfy(\.isWhitespace) }.count
    }
    // Blank lines before the words are left out where they are put in.
    let shift = own.bodyLine + blanks(own.body) - 1 - blanks(markdown)
    // What is said of its heading is about its words; what is said of the next heading is not.
    let next = whole.sections.map(\.line).filter { $0 > own.line }.min() ?? .max
    let last = min(next - 1, own.bodyLine + own.body.count { $0.isNewline })
    return reviewer.review(whole, path: path).filter { (own.line...last).contains($0.span.line) }.map { finding in
      var finding = finding
      finding.span.line = max(1, finding.span.line - shift)
      finding.span.endLine = max(finding.span.line, finding.span.endLine - shift)
      return finding
    }
  }
}
