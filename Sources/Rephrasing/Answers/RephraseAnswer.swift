/// What is said of a text, sentence by sentence.
package struct RephraseAnswer: Codable, Hashable, Sendable {
  package var sentences: [RephrasedSentence]

  package var isOpen: Bool { sentences.allSatisfy(\.findings.isEmpty) }

  /// What is said where nothing was found.
  package static let nothing = "Nothing here closes the conversation."
  /// What it cannot do; it stands wherever an answer stands.
  package static let limits = "It reads English only, looks at the words alone, and cannot hear the tone."
}

/// One sentence with what closes the conversation in it, the strongest first.
package struct RephrasedSentence: Codable, Hashable, Sendable {
  /// As it was typed.
  package var text: String
  package var findings: [RephraseFinding]

  /// The sentence in pieces, in order: those that a finding is about are marked.
  package var pieces: [(text: String, isMarked: Bool)] {
    let scalars = Array(text.unicodeScalars)
    var pieces: [(text: String, isMarked: Bool)] = []
    var at = 0
    func add(_ end: Int, _ isMarked: Bool) {
      if at < end { pieces.append((String(String.UnicodeScalarView(scalars[at..<end])), isMarked)) }
      at = max(at, end)
    }
    for finding in findings.sorted(by: { $0.column < $1.column }) {
      add(min(finding.column - 1, scalars.count), false)
      add(min(finding.endColumn - 1, scalars.count), true)
    }
    add(scalars.count, false)
    return pieces
  }
}

/// Words that close a conversation, and others that open it.
package struct RephraseFinding: Codable, Hashable, Sendable {
  /// Of a ``SpeechKind``.
  package var kind: String
  /// The words in question.
  package var passage: String
  /// Where they stand in the sentence: scalars from 1, the end exclusive.
  package var column: Int
  package var endColumn: Int
  /// Why they close it, in one sentence.
  package var reason: String
  /// One or two that open it, the best first.
  package var wordings: [String]
}
