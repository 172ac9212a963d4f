/// What was read out of scenarios and drills, so that a text is read and a drill is compared once.
package struct DrillShelf {
  private struct Compared {
    var drill: Int64
    var incident: Int64
    var comparison: DrillComparison
  }

  private var compared: [Int: Compared] = [:]

  package init() {}

  /// How a drill that is over went; nil where it or its incident changed since.
  package func comparison(of drill: Drill, incident version: Int64) -> DrillComparison? {
    guard let known = compared[drill.number], known.drill == drill.version, known.incident == version else {
      return nil
    }
    return known.comparison
  }

  package mutating func keep(_ comparison: DrillComparison, of drill: Drill, incident version: Int64) {
    compared[drill.number] = Compared(drill: drill.version, incident: version, comparison: comparison)
  }
}
