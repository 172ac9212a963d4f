package import Rephrasing

/// What is said of a sentence, for a terminal: the words marked, why, and what to say in their place.
package struct RephraseText {
  private let answer: RephraseAnswer

  package init(_ answer: RephraseAnswer) { self.answer = answer }

  package func render(for terminal: Terminal) -> String {
    (answer.sentences.flatMap { block($0, terminal) + [""] } + summary(terminal)).joined(separator: "\n")
  }

  private func summary(_ terminal: Terminal) -> [String] {
    let kinds = answer.sentences.flatMap(\.findings).map(\.kind)
    let about = kinds.first.map { ["About a kind: mayday rules \($0)"] } ?? []
    return TerminalText.wrap(RephraseAnswer.limits, width: terminal.columns) + about
  }

  private func block(_ sentence: RephrasedSentence, _ terminal: Terminal) -> [String] {
    guard !sentence.findings.isEmpty else {
      return TerminalText.wrap("“\(TerminalText.harmless(sentence.text))”", width: terminal.columns)
        + [terminal.styled("  \(RephraseAnswer.nothing)", .good)]
    }
    return sentence.findings.flatMap { finding in
      var lines = quote(finding, of: sentence.text, terminal)
      lines += labelled("why", "\(finding.reason) [\(finding.kind)]", terminal)
      for (place, wording) in finding.wordings.enumerated() {
        lines += labelled(place == 0 ? "say" : "or", "\"\(wording)\"", terminal)
      }
      return lines
    }
  }

  private func labelled(_ label: String, _ text: String, _ terminal: Terminal) -> [String] {
    TerminalText.wrap(TerminalText.harmless(text), width: terminal.columns - 8).enumerated().map { index, line in
      index == 0 ? "  " + TerminalText.padded(label, to: 6) + line : "        " + line
    }
  }

  /// The sentence on one line, cut around the words where it is long, with the words underlined.
  private func quote(_ finding: RephraseFinding, of text: String, _ terminal: Terminal) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let room = terminal.columns - 1
    let start = min(max(finding.column - 1, 0), scalars.count)
    let end = min(max(finding.endColumn - 1, start), scalars.count)
    let from = start + min(end - start, room / 2) > room ? max(0, start - room / 4) : 0
    let before = (from > 0 ? "…" : "") + harmless(scalars[from..<start])
    let marked = harmless(scalars[start..<end])
    let shown = TerminalText.prefix((before + marked + harmless(scalars[end...]))[...], width: room)
    let space = TerminalText.width(before)
    let carets = max(1, min(TerminalText.width(marked), room - space))
    return [
      terminal.styled(String(shown), .strong),
      terminal.styled(String(repeating: " ", count: space) + String(repeating: "^", count: carets), .faint),
    ]
  }

  private func harmless(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    TerminalText.harmless(String(String.UnicodeScalarView(scalars)))
  }
}
