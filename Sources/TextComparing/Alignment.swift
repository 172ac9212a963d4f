/// Which elements of two sequences stand for each other, in order.
struct Alignment {
  /// `count` elements from `a` on equal those from `b` on.
  struct Match: Equatable {
    var a: Int
    var b: Int
    var count: Int
  }

  let a: [Int32]
  let b: [Int32]
  private var search: ShortestScript
  /// In order of both sequences, none touching the next in both.
  private(set) var matches: [Match] = []

  init(_ a: [Int32], _ b: [Int32], steps: Int) {
    self.a = a
    self.b = b
    search = ShortestScript(steps: steps)
  }

  /// Steps of the search that are left.
  var steps: Int { search.steps }

  mutating func align(isLarge: Bool) {
    align(0..<a.count, 0..<b.count, byLandmarks: isLarge)
  }

  private mutating func align(_ left: Range<Int>, _ right: Range<Int>, byLandmarks: Bool) {
    var (low, lowB) = (left.lowerBound, right.lowerBound)
    var (high, highB) = (left.upperBound, right.upperBound)
    while low < high, lowB < highB, a[low] == b[lowB] { (low, lowB) = (low + 1, lowB + 1) }
    add(left.lowerBound, right.lowerBound, low - left.lowerBound)
    while low < high, lowB < highB, a[high - 1] == b[highB - 1] { (high, highB) = (high - 1, highB - 1) }
    if low < high, lowB < highB {
      // Landmarks cost some twenty times a step of the search, each element.
      let isWorth = byLandmarks && search.spend(20 * (high - low + highB - lowB))
      let landmarks = isWorth ? Landmarks.find(a, low..<high, b, lowB..<highB) : []
      if !landmarks.isEmpty {
        for landmark in landmarks where landmark.a >= low && landmark.b >= lowB {
          align(low..<landmark.a, lowB..<landmark.b, byLandmarks: true)
          add(landmark.a, landmark.b, 1)
          (low, lowB) = (landmark.a + 1, landmark.b + 1)
        }
        align(low..<high, lowB..<highB, byLandmarks: true)
      } else if let middle = search.middle(a, low..<high, b, lowB..<highB) {
        align(low..<middle.a, lowB..<middle.b, byLandmarks: false)
        add(middle.a, middle.b, middle.count)
        align((middle.a + middle.count)..<high, (middle.b + middle.count)..<highB, byLandmarks: false)
      }
    }
    add(high, highB, left.upperBound - high)
  }

  private mutating func add(_ a: Int, _ b: Int, _ count: Int) {
    guard count > 0 else { return }
    if let last = matches.last, last.a + last.count == a, last.b + last.count == b {
      matches[matches.count - 1].count += count
    } else {
      matches.append(Match(a: a, b: b, count: count))
    }
  }
}
