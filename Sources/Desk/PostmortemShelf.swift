internal import Postmortems

/// Postmortems that were folded from the journal, kept for the next time; those that nobody asked for longest go first.
struct PostmortemShelf {
  private struct Fold {
    var postmortem: Postmortem
    /// Of this version of it.
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

  /// What the reviewer counted in a version; nil where it was not looked at yet.
  func digest(of number: Int, version: Int64) -> ReviewShelf.Digest? {
    guard let fold = folds[number], fold.postmortem.version == version else { return nil }
    return fold.digest
  }

  mutating func keep(_ digest: ReviewShelf.Digest, of postmortem: Postmortem) {
    keep(postmortem)
    guard folds[postmortem.number]?.postmortem.version == postmortem.version else { return }
    folds[postmortem.number]?.digest = digest
  }

  mutating func keep(_ postmortem: Postmortem) {
    useCount += 1
    guard let fold = folds[postmortem.number] else {
      folds[postmortem.number] = Fold(postmortem: postmortem, lastUse: useCount)
      if folds.count > DeskLimits.keptPostmortemsMax, let oldest = folds.min(by: { $0.value.lastUse < $1.value.lastUse }) {
        folds[oldest.key] = nil
      }
      return
    }
    guard fold.postmortem.version < postmortem.version else { return }
    folds[postmortem.number] = Fold(postmortem: postmortem, lastUse: useCount)
  }
}
