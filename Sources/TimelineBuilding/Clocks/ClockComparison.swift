import Chronology

/// How far the clocks of two groups of logs lie apart, from the identifiers that both wrote.
struct ClockComparison {
  var left: Int
  var right: Int
  /// Instants of the left minus instants of the right, seconds: the median.
  var offsetSeconds: Double
  /// Identifiers that agree with the median.
  var agreeing: Int

  /// Shared identifiers below which nothing is concluded.
  static let sharedMin = 8
  /// Seconds around the median within which an identifier agrees.
  static let agreementSeconds = 2.0
  /// Share of the identifiers that must agree.
  static let agreementMin = 0.6
  /// An identifier in more groups than this is no request's.
  private static let groupsPerIdentifierMax = 32

  /// All pairs of groups that can be compared, most agreeing identifiers first.
  static func all(_ groups: [ClockGroup]) -> [ClockComparison] {
    var holders: [UInt64: [Int]] = [:]
    for (index, group) in groups.enumerated() {
      for identifier in group.identifiers.keys { holders[identifier, default: []].append(index) }
    }
    var offsets: [Pair: [Double]] = [:]
    for (identifier, indices) in holders where indices.count > 1 && indices.count <= groupsPerIdentifierMax {
      for (place, left) in indices.enumerated() {
        for right in indices[(place + 1)...] {
          guard let first = groups[left].identifiers[identifier], let second = groups[right].identifiers[identifier]
          else { continue }
          offsets[Pair(left: left, right: right), default: []].append(first.seconds(since: second))
        }
      }
    }
    return offsets.compactMap { pair, values in comparison(pair, values) }
      .sorted { ($0.agreeing, $1.left, $1.right) > ($1.agreeing, $0.left, $0.right) }
  }

  private static func comparison(_ pair: Pair, _ values: [Double]) -> ClockComparison? {
    guard values.count >= sharedMin else { return nil }
    let sorted = values.sorted()
    let median = sorted[sorted.count / 2]
    let agreeing = sorted.count { abs($0 - median) <= agreementSeconds }
    guard agreeing >= sharedMin, Double(agreeing) >= agreementMin * Double(sorted.count) else { return nil }
    return ClockComparison(left: pair.left, right: pair.right, offsetSeconds: median, agreeing: agreeing)
  }

  private struct Pair: Hashable {
    var left: Int
    var right: Int
  }
}

/// Groups whose clocks can be compared, directly or by way of others, with the offset of each to one of them.
struct ClockNetwork {
  private var parent: [Int]
  /// Instants of a group minus instants of its parent.
  private var offset: [Double]

  init(count: Int, comparisons: [ClockComparison]) {
    parent = Array(0..<count)
    offset = Array(repeating: 0, count: count)
    for comparison in comparisons {
      let left = root(comparison.left)
      let right = root(comparison.right)
      guard left.root != right.root else { continue }
      // left = leftRoot + left.offset, right = rightRoot + right.offset, left - right = the comparison's offset.
      parent[left.root] = right.root
      offset[left.root] = comparison.offsetSeconds + right.offset - left.offset
    }
  }

  func root(_ group: Int) -> (root: Int, offset: Double) {
    var at = group
    var sum = 0.0
    while parent[at] != at {
      sum += offset[at]
      at = parent[at]
    }
    return (at, sum)
  }

  /// Groups by root, each with its offset.
  var components: [[(group: Int, offset: Double)]] {
    var byRoot: [Int: [(group: Int, offset: Double)]] = [:]
    for group in parent.indices {
      let found = root(group)
      byRoot[found.root, default: []].append((group, found.offset))
    }
    return byRoot.sorted { $0.key < $1.key }.map(\.value)
  }
}
