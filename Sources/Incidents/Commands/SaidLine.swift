/// A line as it is typed while an incident runs: its first sign says what it is.
///
/// `!` begins a decision, `>` an update to people, `@` a task (`@kim restart app03` is one for `kim`, where that is
/// somebody's handle); anything else is a note. The same on pages and in a terminal.
package enum SaidLine: Hashable, Sendable {
  case note(String)
  case decision(String)
  case task(String, owner: String?)
  /// It is written in full before it goes out.
  case update(String)

  /// `people` are handles.
  package init(_ text: String, people: [String] = []) {
    let text = Self.trimmed(text)
    switch text.first {
    case "!": self = .decision(Self.trimmed(text.dropFirst()))
    case ">": self = .update(Self.trimmed(text.dropFirst()))
    case "@":
      let word = text.dropFirst().prefix { !$0.isWhitespace }
      let handle = (word.last == ":" ? word.dropLast() : word).lowercased()
      if let owner = people.first(where: { $0.lowercased() == handle }) {
        self = .task(Self.trimmed(text.dropFirst(1 + word.count)), owner: owner)
      } else {
        self = .task(Self.trimmed(text.dropFirst()), owner: nil)
      }
    default: self = .note(text)
    }
  }

  /// What such a line asks of whoever typed a sign and nothing behind it; nil where all is there.
  package var question: String? {
    switch self {
    case .note(let text): text.isEmpty ? "What was seen, said, done or decided?" : nil
    case .decision(let text): text.isEmpty ? "What was decided?" : nil
    case .task(let text, let owner):
      text.isEmpty ? owner.map { "What is \($0) to do?" } ?? "What is to be done?" : nil
    case .update: nil
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
