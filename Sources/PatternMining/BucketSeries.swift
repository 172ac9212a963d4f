import Chronology

/// Counts over time in buckets of a width that grows with the span, so that memory stays bounded.
///
/// Widths are powers of two of a second and buckets are aligned to the epoch; the same lines give the same series in
/// whatever order and pieces they arrive. At most ``bucketsMax`` buckets lie between the first and the last.
package struct BucketSeries: Sendable, Hashable {
  package static let bucketsMax = 1024

  package struct Bucket: Sendable, Hashable {
    package var count: Int
    /// The earliest line of the bucket.
    package var first: Occurrence

    package init(count: Int, first: Occurrence) {
      self.count = count
      self.first = first
    }
  }

  /// Seconds of a bucket: 1, 2, 4, …
  package private(set) var widthSeconds: Int64 = 1
  /// By bucket number: floor(seconds since the epoch / width). Only buckets that hold something.
  package private(set) var buckets: [Int64: Bucket] = [:]

  package init() {}

  /// Counts a line. Lines without an instant are not counted.
  package mutating func add(_ occurrence: Occurrence) {
    guard let instant = occurrence.instant else { return }
    let seconds =
      instant.nanoseconds >= 0
      ? instant.nanoseconds / 1_000_000_000 : (instant.nanoseconds - 999_999_999) / 1_000_000_000
    insert(Bucket(count: 1, first: occurrence), at: seconds >> widthSeconds.trailingZeroBitCount)
  }

  private mutating func insert(_ bucket: Bucket, at number: Int64) {
    if let present = buckets[number] {
      let isEarlier =
        (bucket.first.instant ?? .distantFuture, bucket.first.line) < (
          present.first.instant ?? .distantFuture, present.first.line
        )
      buckets[number] = Bucket(count: present.count + bucket.count, first: isEarlier ? bucket.first : present.first)
    } else {
      buckets[number] = bucket
    }
  }
}

extension Instant {
  fileprivate static let distantFuture = Instant(nanoseconds: .max)
}
