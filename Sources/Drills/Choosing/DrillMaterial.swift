package import Chronology

/// What a plan is rehearsed with.
package enum DrillMaterial: Hashable, Sendable {
  /// A scenario, by its name.
  case scenario(String)
  /// An incident of our own from which one can be made, by its number.
  case incident(Int)

  /// A scenario that there is.
  package struct Known: Hashable, Sendable {
    package var name: String
    package var plan: String?
    package var lastPlayed: CivilDate?

    package init(name: String, plan: String?, lastPlayed: CivilDate? = nil) {
      self.name = name
      self.plan = plan
      self.lastPlayed = lastPlayed
    }
  }

  /// An incident that is over.
  package struct Past: Hashable, Sendable {
    package var number: Int
    /// Names of the plans that it followed.
    package var plans: [String]

    package init(number: Int, plans: [String]) {
      self.number = number
      self.plans = plans
    }
  }

  /// The scenario of a plan that was longest not played; the newest incident that followed the plan where all of them were
  /// played already; nil where there is neither, so that somebody has to write one.
  package static func choice(for plan: String, scenarios: [Known], incidents: [Past]) -> DrillMaterial? {
    let fitting = scenarios.filter { $0.plan == plan }.sorted { left, right in
      switch (left.lastPlayed, right.lastPlayed) {
      case (nil, .some): true
      case (.some, nil): false
      case (let one?, let other?) where one != other: one < other
      default: left.name < right.name
      }
    }
    if let first = fitting.first, first.lastPlayed == nil { return .scenario(first.name) }
    // What nobody has seen teaches more than what everybody remembers.
    if let past = incidents.filter({ $0.plans.contains(plan) }).max(by: { $0.number < $1.number }) {
      return .incident(past.number)
    }
    return fitting.first.map { .scenario($0.name) }
  }
}
