import Chronology

/// Counts over time in buckets of a width that grows with the span, so that memory stays bounded.
///
/// Widths are powers of two of a second and buckets are aligned to the epoch; the same lines give the same series in
/// whatever order and pieces they arrive. At most ``bucketsMax`` buckets lie between the first and the last.
package struct BucketSeries: Sendable, Hashable {
  package static let bucketsMax = 1024

  package struct Bucket: Sendable, Hashable {
    /// Floor of seconds since the epoch divided by the width.
    package var number: Int64
    package var count: Int
    /// The earliest line of the bucket.
    package var first: Occurrence

    package init(number: Int64, count: Int, first: Occurrence) {
      self.number = number
      self.count = count
      self.first = first
    }
  }

  /// Seconds of a bucket, a power of two.
  package private(set) var widthSeconds: Int64 = 1
  /// Only buckets that hold something, by number.
  package private(set) var buckets: [Bucket] = []

  package init() {}

  /// Counts a line; lines without an instant are not counted.
  ///
  /// Lines that come in order of time, as they mostly do, touch the last bucket only.
  package mutating func add(_ occurrence: Occurrence) {
    guard let instant = occurrence.instant else { return }
    let number = Self.second(of: instant) >> widthSeconds.trailingZeroBitCount
    let last = buckets.count - 1
    if last >= 0, buckets[last].number == number {
      buckets[last].count += 1
      if let present = buckets[last].first.instant, instant < present { buckets[last].first = occurrence }
      return
    }
    insert(Bucket(number: number, count: 1, first: occurrence))
  }

  /// Adds what another series counted, at the coarser width of the two; `moved` shifts its instants.
  package mutating func add(_ other: BucketSeries, movedByNanoseconds moved: Int64 = 0) {
    while widthSeconds < other.widthSeconds { widen() }
    for bucket in other.buckets {
      let instant = bucket.first.instant?.advanced(byNanoseconds: moved)
      guard let instant else { continue }
      insert(
        Bucket(
          number: Self.second(of: instant) >> widthSeconds.trailingZeroBitCount, count: bucket.count,
          first: Occurrence(line: bucket.first.line, instant: instant)))
    }
  }

  private mutating func insert(_ bucket: Bucket) {
    var bucket = bucket
    while let first = buckets.first, let last = buckets.last,
      max(last.number, bucket.number) - min(first.number, bucket.number) >= Self.bucketsMax
    {
      widen()
      bucket.number >>= 1
    }
    let place = position(of: bucket.number)
    if place < buckets.count, buckets[place].number == bucket.number {
      buckets[place].absorb(bucket)
    } else {
      buckets.insert(bucket, at: place)
    }
  }

  /// First place whose bucket is not before `number`; the end is looked at first.
  private func position(of number: Int64) -> Int {
    guard let last = buckets.last, last.number >= number else { return buckets.count }
    var low = 0
    var high = buckets.count
    while low < high {
      let middle = (low + high) / 2
      if buckets[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func widen() {
    widthSeconds *= 2
    var wider: [Bucket] = []
    wider.reserveCapacity(buckets.count / 2 + 1)
    for var bucket in buckets {
      bucket.number >>= 1
      if let last = wider.indices.last, wider[last].number == bucket.number {
        wider[last].absorb(bucket)
      } else {
        wider.append(bucket)
      }
    }
    buckets = wider
  }

  private static func second(of instant: Instant) -> Int64 {
    instant.nanoseconds >= 0
      ? instant.nanoseconds / 1_000_000_000 : (instant.nanoseconds - 999_999_999) / 1_000_000_000
  }
}

extension BucketSeries.Bucket {
  /// Takes in the lines of a bucket of the same number.
  fileprivate mutating func absorb(_ other: Self) {
    count += other.count
    let earliest = Instant(nanoseconds: .max)
    if (other.first.instant ?? earliest, other.first.line) < (first.instant ?? earliest, first.line) {
      first = other.first
    }
  }
}
