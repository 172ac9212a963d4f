internal import Documents
internal import Findings
internal import Review

/// What the reviewer says of each text, kept for the lists that only need numbers.
struct ReviewShelf {
  /// The numbers of a summary.
  struct Digest {
    var errorCount: Int
    var warningCount: Int
    var openActionCount: Int

    init(_ document: PostmortemDocument, _ findings: [Finding]) {
      errorCount = findings.count { $0.severity == .error }
      warningCount = findings.count { $0.severity == .warning }
      openActionCount = document.actions.count { !$0.isDone }
    }
  }

  private let reviewer: Reviewer
  /// By the SHA-256 of the text.
  private var digests: [String: Digest] = [:]

  init(reviewer: Reviewer) { self.reviewer = reviewer }

  func digest(of sha256: String) -> Digest? { digests[sha256] }

  /// Reviews a text and keeps the numbers.
  mutating func read(
    _ text: String, sha256: String, path: String
  ) -> (document: PostmortemDocument, findings: [Finding], digest: Digest) {
    let document = PostmortemDocument(parsing: text)
    let findings = reviewer.review(document, path: path)
    let digest = Digest(document, findings)
    if digests.count >= DeskLimits.keptReviewsMax { digests = [:] }
    digests[sha256] = digest
    return (document, findings, digest)
  }
}
