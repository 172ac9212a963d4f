import Chronology
import Foundation
import PatternMining

/// A stretch of time in which a pattern came at one rate.
struct RateSegment: Equatable {
  /// Seconds since the epoch, half open.
  var seconds: Range<Int64>
  var count: Int

  var rate: Double { Double(count) / Double(max(1, seconds.count)) }
  var perMinute: Double { rate * 60 }
}

/// Splits counts over time into stretches of constant rate: binary segmentation with the likelihood of a Poisson process.
///
/// A split must gain more than ``gainMin`` times the dispersion of the counts, so that lines that come in clumps do not
/// split at every clump. Neighbours whose rates differ by less than ``ratioMin`` are one.
enum RateSegments {
  static let gainMin = 12.0
  static let ratioMin = 1.8
  private static let bucketsMax: Int64 = 1024

  /// Segments of a series between two seconds, both included, in order; one when the rate did not change.
  static func segments(_ series: BucketSeries, from: Int64, through: Int64) -> [RateSegment] {
    var shift = series.widthSeconds.trailingZeroBitCount
    while (through >> Int64(shift)) - (from >> Int64(shift)) >= bucketsMax { shift += 1 }
    let start = from >> Int64(shift)
    let length = Int((through >> Int64(shift)) - start) + 1
    guard length > 0 else { return [] }
    var counts = Array(repeating: 0, count: length)
    for bucket in series.buckets {
      let number = bucket.number >> Int64(shift - series.widthSeconds.trailingZeroBitCount)
      let place = Int(number - start)
      if counts.indices.contains(place) { counts[place] += bucket.count }
    }
    var sums = [0]
    for count in counts { sums.append(sums[sums.count - 1] + count) }
    let gain = gainMin * dispersion(counts)
    var cuts: [Int] = []
    split(0..<length, sums, gain, &cuts)
    return joined([0] + cuts.sorted() + [length], sums).map { range in
      RateSegment(
        seconds: (start + Int64(range.lowerBound)) << Int64(shift)..<(start + Int64(range.upperBound)) << Int64(shift),
        count: sums[range.upperBound] - sums[range.lowerBound])
    }
  }

  /// Variance of the counts over their mean, from differences of neighbours: 1 for lines that come independently.
  private static func dispersion(_ counts: [Int]) -> Double {
    var squares = 0.0
    var sum = Double(counts.first ?? 0)
    for (left, right) in zip(counts, counts.dropFirst()) {
      squares += Double((left - right) * (left - right))
      sum += Double(right)
    }
    return sum == 0 ? 1 : max(1, squares / (2 * sum))
  }

  private static func split(_ range: Range<Int>, _ sums: [Int], _ gainMin: Double, _ cuts: inout [Int]) {
    guard range.count >= 2 else { return }
    let whole = likelihood(sums[range.upperBound] - sums[range.lowerBound], range.count)
    var best = (gain: gainMin, cut: -1)
    for cut in (range.lowerBound + 1)..<range.upperBound {
      let gain =
        likelihood(sums[cut] - sums[range.lowerBound], cut - range.lowerBound)
        + likelihood(sums[range.upperBound] - sums[cut], range.upperBound - cut) - whole
      if gain > best.gain { best = (gain, cut) }
    }
    guard best.cut >= 0 else { return }
    cuts.append(best.cut)
    split(range.lowerBound..<best.cut, sums, gainMin, &cuts)
    split(best.cut..<range.upperBound, sums, gainMin, &cuts)
  }

  private static func likelihood(_ count: Int, _ length: Int) -> Double {
    count == 0 ? 0 : Double(count) * log(Double(count) / Double(length))
  }

  /// Leaves out cuts between rates that hardly differ.
  private static func joined(_ bounds: [Int], _ sums: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (from, to) in zip(bounds, bounds.dropFirst()) {
      if let last = ranges.last {
        let before = Double(sums[last.upperBound] - sums[last.lowerBound]) / Double(last.count)
        let now = Double(sums[to] - sums[from]) / Double(to - from)
        if max(before, now) < ratioMin * min(before, now) {
          ranges[ranges.count - 1] = last.lowerBound..<to
          continue
        }
      }
      ranges.append(from..<to)
    }
    return ranges
  }
}
