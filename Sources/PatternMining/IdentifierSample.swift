import Chronology

/// The identifiers with the smallest hashes, and the earliest instant of each.
///
/// Two sources that share identifiers keep the same ones, however many either has: the smallest of both.
struct IdentifierSample: Sendable {
  private let kept: Int
  /// Identifiers above are passed over: as many smaller ones are known as are kept.
  private var limit = UInt64.max
  private(set) var instants: [UInt64: Instant] = [:]

  init(kept: Int) { self.kept = kept }

  mutating func add(_ hash: UInt64, at instant: Instant) {
    guard hash < limit else { return }
    if let present = instants[hash] {
      if instant < present { instants[hash] = instant }
      return
    }
    instants[hash] = instant
    if instants.count >= kept * 2 { shrink() }
  }

  /// Keeps the smallest.
  mutating func shrink() {
    guard instants.count > kept else { return }
    let hashes = instants.keys.sorted()
    limit = hashes[kept]
    for hash in hashes[kept...] { instants[hash] = nil }
  }
}
