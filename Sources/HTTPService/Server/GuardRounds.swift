/// Which guards run, and when each ran last.
package actor GuardRounds {
  private var running: Set<String> = []
  private var begun: [String: ContinuousClock.Instant] = [:]

  package init() {}

  /// Places of the guards that are to run now; they count as running from then on.
  ///
  /// Those come first that are late by the most of their intervals; a guard that never ran before all others.
  /// `sinceResult` is how long ago the record heard of it, for the first round after a start.
  package func begin(_ guards: [(name: String, every: Double, sinceResult: Double?)]) -> [Int] {
    let now = ContinuousClock.now
    let late = guards.indices.compactMap { place -> (place: Int, intervals: Double)? in
      let one = guards[place]
      guard !running.contains(one.name) else { return nil }
      let seconds: Double
      if let last = begun[one.name] {
        let passed = last.duration(to: now).components
        seconds = Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
      } else {
        seconds = one.sinceResult.flatMap { $0 >= 0 ? $0 : nil } ?? .infinity
      }
      return seconds >= one.every ? (place, seconds / max(1, one.every)) : nil
    }
    let taken = late.sorted { ($1.intervals, $0.place) < ($0.intervals, $1.place) }
      .prefix(max(0, GuardKeeper.runningMax - running.count)).map(\.place)
    for place in taken {
      running.insert(guards[place].name)
      begun[guards[place].name] = now
    }
    return taken
  }

  package func ends(_ name: String) { running.remove(name) }
}
