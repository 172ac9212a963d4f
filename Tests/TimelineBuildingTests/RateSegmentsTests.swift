import Chronology
import PatternMining
import Testing
import TimelineBuilding

struct RateSegmentsTests {
  private func series(_ counts: [Int]) -> BucketSeries {
    var series = BucketSeries()
    for (second, count) in counts.enumerated() {
      for _ in 0..<count { series.add(Occurrence(line: second, instant: Instant(seconds: Int64(second)))) }
    }
    return series
  }

  private func cuts(_ counts: [Int]) -> [Int64] {
    RateSegments.segments(series(counts), from: 0, through: Int64(counts.count - 1)).dropFirst().map(
      \.seconds.lowerBound)
  }

  @Test func `lines at a steady rate are one segment`() {
    var dice = Dice(seed: 7)
    for rate in [2, 5, 30] {
      #expect(cuts((0..<600).map { _ in dice.roll(rate) }).isEmpty, "0 to \(rate - 1) lines a second")
    }
  }

  @Test func `a step is found to the second`() {
    #expect(cuts((0..<600).map { $0 < 311 ? 0 : 2 }) == [311])
    #expect(cuts((0..<600).map { (200..<260).contains($0) ? 9 : 1 }) == [200, 260])
  }

  @Test func `a gap between equal rates is found`() {
    #expect(cuts((0..<600).map { (250..<350).contains($0) ? 0 : 1 }) == [250, 350])
  }

  @Test func `clumps at regular times are not steps`() {
    #expect(cuts((0..<600).map { $0 % 60 == 0 ? 12 : 0 }).isEmpty)
  }

  @Test func `a long span is looked at in wider buckets`() {
    var series = BucketSeries()
    for hour in 0..<2000 {
      for line in 0..<(hour < 1000 ? 1 : 10) {
        series.add(Occurrence(line: line, instant: Instant(seconds: Int64(hour) * 3600)))
      }
    }
    let segments = RateSegments.segments(series, from: 0, through: 2000 * 3600)
    #expect(segments.count == 2)
    #expect(segments.reduce(0) { $0 + $1.count } == 11_000)
    #expect(abs((segments.last?.seconds.lowerBound ?? 0) - 1000 * 3600) <= 8192)
  }

  @Test func `nothing between the bounds is one empty segment`() {
    #expect(RateSegments.segments(BucketSeries(), from: 10, through: 20) == [RateSegment(seconds: 10..<21, count: 0)])
  }
}
