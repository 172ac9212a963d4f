import Postmortems

extension ChecklistLine.Expectation {
  /// What counts as good, for whoever writes the line.
  var words: String {
    switch self {
    case .done: "Ticked off"
    case .yes: "The answer must be yes"
    case .no: "The answer must be no"
    case .words: "Any answer in words"
    case .check: "A guard must hold"
    }
  }

  /// The first is what a line without a choice is.
  static var choices: [(value: String, words: String)] {
    allCases.map { ($0 == .done ? "" : $0.rawValue, $0.words) }
  }
}
