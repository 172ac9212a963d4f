import Chronology
import PatternMining
import Testing

struct BucketSeriesTests {
  private func occurrence(_ second: Int64, line: Int) -> Occurrence {
    Occurrence(line: line, instant: Instant(seconds: second))
  }

  @Test func `the same lines give the same series in any order and pieces`() {
    let seconds: [Int64] = [0, 3, 3, 900, 5000, 4999, 70_000, -12]
    var forward = BucketSeries()
    var backward = BucketSeries()
    var left = BucketSeries()
    var right = BucketSeries()
    for (line, second) in seconds.enumerated() {
      forward.add(occurrence(second, line: line))
      if line.isMultiple(of: 2) {
        left.add(occurrence(second, line: line))
      } else {
        right.add(occurrence(second, line: line))
      }
    }
    for (line, second) in seconds.enumerated().reversed() { backward.add(occurrence(second, line: line)) }
    left.add(right)
    #expect(forward == backward)
    #expect(forward == left)
  }

  @Test func `buckets widen with the span and lose no line`() throws {
    var series = BucketSeries()
    for line in 0..<10_000 { series.add(occurrence(Int64(line) * 7, line: line)) }
    #expect(series.widthSeconds == 128)
    #expect(series.buckets.reduce(0) { $0 + $1.count } == 10_000)
    let (first, last) = try (#require(series.buckets.first), #require(series.buckets.last))
    #expect(last.number - first.number < Int64(BucketSeries.bucketsMax))
    #expect(first.first.line == 0)
  }

  @Test func `a line without an instant is not counted`() {
    var series = BucketSeries()
    series.add(Occurrence(line: 1, instant: nil))
    #expect(series.buckets.isEmpty)
  }

  @Test func `a moved series starts where the clock says`() {
    var series = BucketSeries()
    series.add(occurrence(100, line: 1))
    var moved = BucketSeries()
    moved.add(series, movedByNanoseconds: 37_000_000_000)
    #expect(moved.buckets.first?.number == 137)
    #expect(moved.buckets.first?.first.instant == Instant(seconds: 137))
  }
}
