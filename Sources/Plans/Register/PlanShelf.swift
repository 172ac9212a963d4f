/// Plans as they were read, so that a text is read once.
package struct PlanShelf {
  private struct Kept {
    var version: Int64
    var plan: Plan
  }

  private var kept: [Int: Kept] = [:]

  package init() {}

  package mutating func plan(of record: TextRecord) -> Plan {
    if let known = kept[record.number], known.version == record.writtenVersion { return known.plan }
    var plan = Plan(parsing: record.text)
    // The record's name is the one that addresses and drills know.
    plan.name = record.name
    kept[record.number] = Kept(version: record.writtenVersion, plan: plan)
    return plan
  }
}
