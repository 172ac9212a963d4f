import Chronology
import Foundation
package import PatternMining

/// A stretch of time in which a pattern came at one rate.
package struct RateSegment: Equatable, Sendable {
  /// Seconds since the epoch, half open.
  package var seconds: Range<Int64>
  package var count: Int

  package init(seconds: Range<Int64>, count: Int) {
    self.seconds = seconds
    self.count = count
  }

  var rate: Double { Double(count) / Double(max(1, seconds.count)) }
  var perMinute: Double { rate * 60 }
}

/// Splits counts over time into stretches of constant rate: binary segmentation with the likelihood of a Poisson process.
///
/// Where no single cut helps, two are tried: a gap between equal rates shows in no single one. A split must gain more than ``gainMin`` times the dispersion of the counts, so that lines that come in clumps do not
/// split at every clump. Neighbours whose rates differ by less than ``ratioMin`` are one.
package enum RateSegments {
  static let gainMin = 12.0
  static let ratioMin = 1.8
  private static let bucketsMax: Int64 = 1024
  /// Places at which the beginning and the end of a gap are looked for first.
  private static let gapPlaces = 48
  private static let gapBucketsMin = 20
  /// What two cuts must gain more than one, for there are many more pairs.
  private static let gapGainMore = 6.0

  /// Segments of a series between two seconds, both included, in order; one when the rate did not change.
  package static func segments(_ series: BucketSeries, from: Int64, through: Int64) -> [RateSegment] {
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
    guard best.cut >= 0 else {
      if let gap = gap(range, sums, gainMin + gapGainMore) {
        cuts.append(gap.lowerBound)
        cuts.append(gap.upperBound)
      }
      return
    }
    cuts.append(best.cut)
    split(range.lowerBound..<best.cut, sums, gainMin, &cuts)
    split(best.cut..<range.upperBound, sums, gainMin, &cuts)
  }

  /// The stretch inside a range whose rate differs most from that around it.
  private static func gap(_ range: Range<Int>, _ sums: [Int], _ gainMin: Double) -> Range<Int>? {
    let step = max(1, range.count / gapPlaces)
    guard range.count >= 3 else { return nil }
    var best = (gain: gainMin, from: -1, to: -1)
    func look(_ from: Int, _ to: Int) {
      let gain = gapGain(range, from..<to, sums)
      if gain > best.gain { best = (gain, from, to) }
    }
    for from in stride(from: range.lowerBound + 1, to: range.upperBound - 1, by: step) {
      for to in stride(from: from + step, to: range.upperBound, by: step) { look(from, to) }
    }
    guard best.from >= 0 else { return nil }
    // Between the places that were looked at, each end by itself.
    let to = best.to
    for from in max(range.lowerBound + 1, best.from - step)...min(to - 1, best.from + step) { look(from, to) }
    let from = best.from
    for to in max(from + 1, best.to - step)...min(range.upperBound - 1, best.to + step) { look(from, to) }
    return best.from..<best.to
  }

  private static func gapGain(_ range: Range<Int>, _ gap: Range<Int>, _ sums: [Int]) -> Double {
    let all = sums[range.upperBound] - sums[range.lowerBound]
    let inside = sums[gap.upperBound] - sums[gap.lowerBound]
    // Lines pause for a moment now and then.
    if gap.count < gapBucketsMin, inside * range.count < all * gap.count { return 0 }
    return likelihood(inside, gap.count) + likelihood(all - inside, range.count - gap.count)
      - likelihood(all, range.count)
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
