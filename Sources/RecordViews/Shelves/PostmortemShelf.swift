package import Documents
package import Findings
package import Postmortems

/// Postmortems that were folded from the journal, kept for the next time; those that nobody asked for longest go first.
package struct PostmortemShelf {
  /// Versions of all that a document is written out from.
  package struct State: Equatable {
    package var postmortem: Int64
    package var incident: Int64
    package var policy: Int64

    package init(postmortem: Int64, incident: Int64, policy: Int64) {
      self.postmortem = postmortem
      self.incident = incident
      self.policy = policy
    }
  }

  private struct Fold {
    var postmortem: Postmortem
    /// The newest that was written out.
    var document: (state: State, document: PostmortemDocument)?
    /// What the reviewer counted in a version.
    var digest: ReviewDigest?
    var lastUse: Int
  }

  private var folds: [Int: Fold] = [:]
  private var useCount = 0
  private let max: Int

  /// Keeps at most so many.
  package init(max: Int) { self.max = max }

  package mutating func postmortem(_ number: Int) -> Postmortem? {
    useCount += 1
    folds[number]?.lastUse = useCount
    return folds[number]?.postmortem
  }

  package func document(of number: Int, in state: State) -> PostmortemDocument? {
    guard let kept = folds[number]?.document, kept.state == state else { return nil }
    return kept.document
  }

  package mutating func keep(_ document: PostmortemDocument, in state: State, of postmortem: Postmortem) {
    guard folds[postmortem.number]?.postmortem.version == postmortem.version else { return }
    folds[postmortem.number]?.document = (state, document)
  }

  /// What the reviewer counted in a version; nil where it was not looked at yet.
  package func digest(of number: Int, version: Int64) -> ReviewDigest? {
    guard let fold = folds[number], fold.postmortem.version == version else { return nil }
    return fold.digest
  }

  package mutating func keep(_ digest: ReviewDigest, of postmortem: Postmortem) {
    guard folds[postmortem.number]?.postmortem.version == postmortem.version else { return }
    folds[postmortem.number]?.digest = digest
  }

  package mutating func keep(_ postmortem: Postmortem) {
    useCount += 1
    if let fold = folds[postmortem.number], fold.postmortem.version >= postmortem.version { return }
    folds[postmortem.number] = Fold(postmortem: postmortem, lastUse: useCount)
    if folds.count > max, let oldest = folds.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      folds[oldest.key] = nil
    }
  }
}

/// The numbers that a list shows of what the reviewer found.
package struct ReviewDigest: Sendable {
  package var errorCount: Int
  package var warningCount: Int
  package var openActionCount: Int

  package init(_ document: PostmortemDocument, _ findings: [Finding]) {
    errorCount = findings.count { $0.severity == .error }
    warningCount = findings.count { $0.severity == .warning }
    openActionCount = document.actions.count { !$0.isDone }
  }
}
