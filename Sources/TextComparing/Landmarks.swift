/// Elements that stand once in each of two stretches and in the same order in both ("patience" comparison).
enum Landmarks {
  static func find(_ a: [Int32], _ left: Range<Int>, _ b: [Int32], _ right: Range<Int>) -> [(a: Int, b: Int)] {
    // The place in each stretch: -2 where it is not seen yet, -1 where it stands more than once.
    var places: [Int32: (a: Int, b: Int)] = [:]
    for index in left {
      let isNew = places[a[index]] == nil
      places[a[index]] = (isNew ? index : -1, -2)
    }
    for index in right {
      guard let place = places[b[index]] else { continue }
      places[b[index]]?.b = place.b == -2 ? index : -1
    }
    var pairs: [(a: Int, b: Int)] = []
    for index in left {
      if let place = places[a[index]], place.a == index, place.b >= 0 { pairs.append(place) }
    }
    return longestRising(pairs)
  }

  /// The longest part of the pairs, sorted by `a`, that rises in `b` too.
  private static func longestRising(_ pairs: [(a: Int, b: Int)]) -> [(a: Int, b: Int)] {
    // For each length, the pair that ends a rising part of that length with the least `b`.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for index in pairs.indices {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].b < pairs[index].b { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var result: [(a: Int, b: Int)] = []
    var at = ends.last ?? -1
    while at >= 0 {
      result.append(pairs[at])
      at = before[at]
    }
    return result.reversed()
  }
}
