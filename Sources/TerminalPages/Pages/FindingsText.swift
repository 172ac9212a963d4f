import Documents
package import Findings

/// Findings for a terminal: the place, the line with the passage marked, why, and the question.
package struct FindingsText {
  private let findings: [Finding]
  private let documents: [String: String]
  private let place: String
  private let isOfFiles: Bool

  /// `documents` are the texts by path, to quote from; `place` says in the summary where the findings are, which left
  /// out counts the documents.
  package init(findings: [Finding], documents: [String: String], place: String? = nil) {
    self.findings = findings
    self.documents = documents
    isOfFiles = place == nil
    self.place = place ?? (documents.count == 1 ? "1 file" : "\(documents.count) files")
  }

  package func render(for terminal: Terminal) -> String {
    var lines: [String] = []
    let texts = documents.mapValues { LineTable($0) }
    for finding in findings {
      lines += block(finding, in: texts[finding.path], terminal) + [""]
    }
    return (lines + summary(terminal)).joined(separator: "\n")
  }

  private func summary(_ terminal: Terminal) -> [String] {
    guard let first = findings.first else { return ["No findings in \(place)."] }
    let counts = FindingSeverity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let total = findings.count == 1 ? "1 finding" : "\(findings.count) findings"
    let count = "\(total) in \(place) (\(counts.joined(separator: ", ")))."
    let about = "About a rule: mayday rules \(first.rule)"
    // A command to type is not broken in two.
    let isShort = TerminalText.width(count) + 1 + TerminalText.width(about) <= terminal.columns
    return isShort ? [count + " " + about] : [count, about]
  }

  private func block(_ finding: Finding, in text: LineTable?, _ terminal: Terminal) -> [String] {
    let place = "\(TerminalText.harmless(finding.path)):\(finding.span.line):\(finding.span.column)"
    let head = "\(place): \(finding.severity.rawValue): \(TerminalText.harmless(finding.message)) [\(finding.rule)]"
    let style: Terminal.Style = finding.severity == .error ? .wrong : .late
    // Of a file one line, however long: editors and other programs read the place from its beginning.
    let heads = isOfFiles ? [head] : TerminalText.wrap(head, width: terminal.columns)
    var lines = heads.map { terminal.styled($0, style) }
    lines += quote(finding.span, in: text, terminal)
    lines += labelled("why", finding.reason, terminal)
    lines += labelled("ask", finding.question, terminal)
    if let fix = finding.fix { lines += labelled("like", "\"\(fix)\"", terminal) }
    return lines
  }

  private func labelled(_ label: String, _ text: String, _ terminal: Terminal) -> [String] {
    TerminalText.wrap(TerminalText.harmless(text), width: terminal.columns - 8).enumerated().map { index, line in
      index == 0 ? "  " + TerminalText.padded(label, to: 6) + line : "        " + line
    }
  }

  /// The first line of the passage, cut around it where the line is long, with the passage underlined.
  private func quote(_ span: TextSpan, in text: LineTable?, _ terminal: Terminal) -> [String] {
    guard let bytes = text?.bytes(ofLine: span.line), !bytes.isEmpty else { return [] }
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let room = terminal.columns - 9
    let start = min(max(span.column - 1, 0), scalars.count)
    let end = span.endLine == span.line ? min(max(span.endColumn - 1, start), scalars.count) : scalars.count
    let from = start + min(end - start, room / 2) > room ? max(0, start - room / 4) : 0
    let cut = from > 0 ? "…" : ""
    let before = cut + harmless(scalars[from..<start])
    let marked = harmless(scalars[start..<end])
    let shown = TerminalText.prefix((before + marked + harmless(scalars[end...]))[...], width: room)
    let number = String(span.line)
    let lead = String(repeating: " ", count: max(0, 5 - number.count)) + number + " │ "
    let space = TerminalText.width(before)
    let carets = max(1, min(TerminalText.width(marked), room - space))
    let below = "      │ " + String(repeating: " ", count: space) + String(repeating: "^", count: carets)
    return [lead + shown, terminal.styled(below, .faint)]
  }

  private func harmless(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    TerminalText.harmless(String(String.UnicodeScalarView(scalars)))
  }
}
