/// The four things that participants are asked.
package enum AccountQuestion: String, CaseIterable, Sendable {
  case saw, expected, surprised, sense

  package var words: String {
    switch self {
    case .saw: "What did you see?"
    case .expected: "What did you expect?"
    case .surprised: "What surprised you?"
    case .sense: "Why did what you did make sense then?"
    }
  }

  package var hint: String {
    switch self {
    case .saw: "In the order in which you saw it: screens, messages, sounds. With times where you know them."
    case .expected: "Before it went otherwise."
    case .surprised: "Also what did not happen."
    case .sense: "What you knew, what you were after, what you had been told, how much time there was."
    }
  }

  package func answer(_ statement: AccountStatement) -> String {
    switch self {
    case .saw: statement.saw
    case .expected: statement.expected
    case .surprised: statement.surprised
    case .sense: statement.sense
    }
  }
}
