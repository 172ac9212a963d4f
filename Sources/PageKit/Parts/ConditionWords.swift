package import Incidents

/// The words for how a component does.
package enum ConditionWords {
  package static func words(_ condition: ComponentCondition) -> String {
    switch condition {
    case .operational: "Works"
    case .degraded: "Slower or less steady than usual"
    case .partialOutage: "Fails for some"
    case .majorOutage: "Does not work"
    case .maintenance: "Planned work"
    }
  }

  package static var choices: [(value: String, words: String)] {
    ComponentCondition.allCases.map { ($0.rawValue, words($0)) }
  }
}
