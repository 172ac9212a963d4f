/// Finds the middle of a shortest edit script in linear space (Myers 1986, section 4b), with a bound on its work.
struct ShortestScript {
  /// Inner steps that are left.
  private(set) var steps: Int
  /// Furthest `x` reached on each diagonal, from the start and from the end; ``unreached`` where none is.
  private var forward: [Int]
  private var backward: [Int]

  private static let unreached = Int.min / 2
  private static let reach = ComparisonLimits.differencesMax / 2 + 1
  private static let zero = reach + 2

  init(steps: Int) {
    self.steps = steps
    forward = []
    backward = []
  }

  /// Takes steps for other work; false when they are used up.
  mutating func spend(_ count: Int) -> Bool {
    steps -= count
    return steps > 0
  }

  /// Where a shortest script is half done: the place, and how many equal elements follow it.
  ///
  /// Both stretches are not empty and differ in their first and in their last elements. Nil past the limits.
  mutating func middle(
    _ a: [Int32], _ left: Range<Int>, _ b: [Int32], _ right: Range<Int>
  ) -> Alignment.Match? {
    guard steps > 0 else { return nil }
    if forward.isEmpty {
      forward = [Int](repeating: Self.unreached, count: 2 * Self.zero + 1)
      backward = forward
    }
    let size = (n: left.count, m: right.count)
    let delta = size.n - size.m
    let isOdd = !delta.isMultiple(of: 2)
    let most = min((size.n + size.m + 1) / 2, Self.reach)
    for d in 0...most {
      clear(d)
      var k = Self.lowest(d, size.m)
      let top = Self.lowest(d, size.n)
      while k <= -top {
        if var x = Self.next(forward, k, d, size) {
          let start = x
          while x < size.n, x - k < size.m, a[left.lowerBound + x] == b[right.lowerBound + x - k] { x += 1 }
          forward[Self.zero + k] = x
          steps -= 1 + x - start
          let other = delta - k
          if isOdd, abs(other) < d, x + backward[Self.zero + other] >= size.n {
            return Alignment.Match(
              a: left.lowerBound + start, b: right.lowerBound + start - k, count: x - start)
          }
        }
        k += 2
      }
      k = Self.lowest(d, size.m)
      while k <= -top {
        if var x = Self.next(backward, k, d, size) {
          let start = x
          while x < size.n, x - k < size.m, a[left.upperBound - x - 1] == b[right.upperBound - x + k - 1] { x += 1 }
          backward[Self.zero + k] = x
          steps -= 1 + x - start
          let other = delta - k
          if !isOdd, abs(other) <= d, x + forward[Self.zero + other] >= size.n {
            return Alignment.Match(a: left.upperBound - x, b: right.upperBound - x + k, count: x - start)
          }
        }
        k += 2
      }
      if steps <= 0 { return nil }
    }
    return nil
  }

  /// The lowest diagonal of `d` edits that lies inside: no lower than `-limit`, of the parity of `d`.
  private static func lowest(_ d: Int, _ limit: Int) -> Int {
    d <= limit ? -d : -(limit - (d - limit) % 2)
  }

  private mutating func clear(_ d: Int) {
    for k in [-d - 1, -d, d, d + 1] {
      forward[Self.zero + k] = Self.unreached
      backward[Self.zero + k] = Self.unreached
    }
  }

  /// The furthest place on a diagonal after one more edit, inside of both stretches; nil when there is none.
  private static func next(_ reached: [Int], _ k: Int, _ d: Int, _ size: (n: Int, m: Int)) -> Int? {
    if d == 0 { return 0 }
    let across = reached[zero + k - 1] + 1
    let down = reached[zero + k + 1]
    let isAcross = across >= 0 && across <= size.n && across - k <= size.m
    let isDown = down >= 0 && down - k <= size.m
    if isAcross, isDown { return max(across, down) }
    return isAcross ? across : isDown ? down : nil
  }
}
