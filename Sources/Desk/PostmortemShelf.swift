internal import Documents
internal import Postmortems

/// Postmortems that were folded from the journal, kept for the next time; those that nobody asked for longest go first.
struct PostmortemShelf {
  /// Versions of all that a document is written out from.
  struct State: Equatable {
    var postmortem: Int64
    var incident: Int64
    var policy: Int64
  }

  private struct Fold {
    var postmortem: Postmortem
    /// The newest that was written out.
    var document: (state: State, document: PostmortemDocument)?
    /// What the reviewer counted in a version.
    var digest: ReviewShelf.Digest?
    var lastUse: Int
  }

  private var folds: [Int: Fold] = [:]
  private var useCount = 0

  mutating func postmortem(_ number: Int) -> Postmortem? {
    useCount += 1
    folds[number]?.lastUse = useCount
    return folds[number]?.postmortem
  }

  func document(of number: Int, in state: State) -> PostmortemDocument? {
    guard let kept = folds[number]?.document, kept.state == state else { return nil }
    return kept.document
  }

  mutating func keep(_ document: PostmortemDocument, in state: State, of postmortem: Postmortem) {
    guard folds[postmortem.number]?.postmortem.version == postmortem.version else { return }
    folds[postmortem.number]?.document = (state, document)
  }

  /// What the reviewer counted in a version; nil where it was not looked at yet.
  func digest(of number: Int, version: Int64) -> ReviewShelf.Digest? {
    guard let fold = folds[number], fold.postmortem.version == version else { return nil }
    return fold.digest
  }

  mutating func keep(_ digest: ReviewShelf.Digest, of postmortem: Postmortem) {
    guard folds[postmortem.number]?.postmortem.version == postmortem.version else { return }
    folds[postmortem.number]?.digest = digest
  }

  mutating func keep(_ postmortem: Postmortem) {
    useCount += 1
    if let fold = folds[postmortem.number], fold.postmortem.version >= postmortem.version { return }
    folds[postmortem.number] = Fold(postmortem: postmortem, lastUse: useCount)
    if folds.count > DeskLimits.keptPostmortemsMax, let oldest = folds.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      folds[oldest.key] = nil
    }
  }
}
