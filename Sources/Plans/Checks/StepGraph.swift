/// Which step waits for which.
package struct StepGraph: Sendable {
  package let numbers: [String]
  /// Indices of the steps that each waits for; those that are not there are left out.
  private let before: [[Int]]
  /// Indices in an order in which all can be done; nil when some wait for each other.
  package let order: [Int]?
  /// Numbers of steps that wait for each other, in the order of waiting; empty when there are none.
  package let circle: [String]

  package init(_ steps: [PlanStep]) {
    numbers = steps.map(\.number)
    var index: [String: Int] = [:]
    for (place, number) in numbers.enumerated() where index[number] == nil { index[number] = place }
    before = steps.map { step in step.after.compactMap { index[$0] } }
    order = Self.sorted(before)
    circle = order == nil ? Self.circle(before).map { steps[$0].number } : []
  }

  /// Earliest second at which each step can be done, counted from the start; steps without a time take none.
  ///
  /// Nil when the order is circular.
  package func ends(seconds: [Int?]) -> [Int]? {
    guard let order else { return nil }
    var ends = Array(repeating: 0, count: before.count)
    for index in order {
      let start = before[index].map { ends[$0] }.max() ?? 0
      ends[index] = start + (seconds[index] ?? 0)
    }
    return ends
  }

  /// Steps that can begin at once in rounds: all of a round may run side by side.
  package var rounds: [[Int]]? {
    guard let order else { return nil }
    var depth = Array(repeating: 0, count: before.count)
    for index in order { depth[index] = (before[index].map { depth[$0] + 1 }.max() ?? 0) }
    guard let deepest = depth.max() else { return [] }
    return (0...deepest).map { round in depth.indices.filter { depth[$0] == round } }
  }

  /// Kahn's order, the first in the document first.
  private static func sorted(_ before: [[Int]]) -> [Int]? {
    var waiting = before.map { Set($0).count }
    var next: [[Int]] = Array(repeating: [], count: before.count)
    for (index, earlier) in before.enumerated() { for one in Set(earlier) { next[one].append(index) } }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var order: [Int] = []
    var at = 0
    while at < ready.count {
      let index = ready[at]
      at += 1
      order.append(index)
      for later in next[index].sorted() {
        waiting[later] -= 1
        if waiting[later] == 0 { ready.append(later) }
      }
    }
    return order.count == before.count ? order : nil
  }

  /// One circle: walks back along what cannot be ordered until a step comes again.
  private static func circle(_ before: [[Int]]) -> [Int] {
    var state = Array(repeating: 0, count: before.count)
    for start in before.indices where state[start] == 0 {
      var path: [Int] = [start]
      var places: [Int] = [0]
      state[start] = 1
      while let last = path.last, let place = places.last {
        guard place < before[last].count else {
          state[last] = 2
          path.removeLast()
          places.removeLast()
          continue
        }
        places[places.count - 1] += 1
        let earlier = before[last][place]
        if state[earlier] == 1, let begin = path.firstIndex(of: earlier) { return Array(path[begin...]) }
        if state[earlier] == 0 {
          state[earlier] = 1
          path.append(earlier)
          places.append(0)
        }
      }
    }
    return []
  }
}
