package import Incidents

/// Words that a plan holds ready for somebody, with blanks to fill in: a quotation below a line that says for whom.
package struct PreparedWords: Hashable, Sendable {
  /// As the plan writes it: `To customers, first word`.
  package var title: String
  /// Whom they are for, as far as the title names an audience; a letter to one person is for none.
  package var audiences: Set<Audience>
  /// Whether they say that it is over.
  package var isLast: Bool
  /// Markdown, without the marks of the quotation.
  package var text: String

  package init(title: String, text: String) {
    self.title = title
    self.text = text
    let words = Set(title.lowercased().split { !$0.isLetter }.map(String.init))
    audiences = Set(Self.telling.filter { !$0.words.isDisjoint(with: words) }.map(\.audience))
    isLast = words.contains("over") || words.contains("resolved")
  }

  private static let telling: [(audience: Audience, words: Set<String>)] = [
    (.customers, ["customers", "users", "clients", "public", "visitors", "wait"]),
    (.internal, ["colleagues", "company", "everybody", "everyone", "staff", "team", "internal", "employees"]),
    (.stakeholders, ["stakeholders", "management", "board", "partners", "investors"]),
    (.authorities, ["authorities", "authority", "regulator", "regulators", "police"]),
  ]
}

extension PreparedWords {
  /// The same words in the fields of an update.
  ///
  /// What stands behind "What you can do" is what people can do meanwhile; a sentence that is sorry is the apology; when
  /// the next word comes has a field with a clock, and is left out. The first passage says what is broken, all others
  /// what is being done.
  package var fields: UpdateText {
    var fields = UpdateText()
    var doing: [String] = []
    for passage in passages {
      var rest = Self.withoutNextWord(passage)
      if let (before, after) = Self.parted(rest, at: Self.meanwhileLabels) {
        fields.meanwhile = after
        rest = before
      }
      guard !rest.isEmpty else { continue }
      let lower = rest.lowercased()
      if fields.apology.isEmpty, lower.contains("sorry") || lower.contains("apologi") {
        fields.apology = rest
      } else if fields.broken.isEmpty {
        fields.broken = rest
      } else {
        doing.append(rest)
      }
    }
    fields.doing = doing.joined(separator: "\n\n")
    return fields
  }

  private static let meanwhileLabels = [
    "**What you can do:**", "**What you can do now:**", "What you can do:", "What you can do now:",
  ]

  /// Lines that belong together: one that does not end a sentence goes on in the next.
  private var passages: [String] {
    var passages: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = Self.trimmed(line)
      guard !line.isEmpty else {
        isOpen = false
        continue
      }
      if isOpen, let last = passages.popLast() {
        passages.append(last + " " + line)
      } else {
        passages.append(line)
      }
      isOpen = line.last.map { !".!?:*⟩)\"”".contains($0) } ?? false
    }
    return passages
  }

  private static func withoutNextWord(_ passage: String) -> String {
    for mark in ["**Next word", "Next word by"] {
      if let range = passage.firstRange(of: mark) { return trimmed(passage[..<range.lowerBound]) }
    }
    return passage
  }

  private static func parted(_ passage: String, at labels: [String]) -> (before: String, after: String)? {
    for label in labels {
      guard let range = passage.firstRange(of: label) else { continue }
      return (trimmed(passage[..<range.lowerBound]), trimmed(passage[range.upperBound...]))
    }
    return nil
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
