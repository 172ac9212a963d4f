/// The checklist as files that leave the record: Markdown, and a table for a spreadsheet.
extension AuditChecklist {
  /// CommonMark with one table of the whole and a section for each control.
  package var markdown: String {
    var lines = [
      "# What the record shows", "", Self.preface, "", "Days: \(from) to \(until). State of \(today).", "",
      "| control | shown | in part | missing | no occasion |", "|---|---|---|---|---|",
    ]
    for control in controls {
      let counts = [State.shown, .partly, .missing, .noOccasion].map { state in
        "\(control.lines.count { $0.state == state })"
      }
      lines.append("| \(control.number) \(control.title) | \(counts.joined(separator: " | ")) |")
    }
    for control in controls {
      lines += ["", "## \(control.number) \(control.title)"]
      for line in control.lines { lines += Self.markdown(line) }
      lines += ["", "**Not shown by this record:**", ""] + control.notShown.map { "- \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func markdown(_ line: Line) -> [String] {
    var lines = ["", "### \(line.question)", "", "**\(line.state.words)**. \(escaped(line.shows))"]
    if !line.missing.isEmpty { lines += [""] + line.missing.map { "- missing: \(escaped($0))" } }
    if !line.proofs.isEmpty {
      lines += ["", "| what | title | shows |", "|---|---|---|"]
      lines += line.proofs.map { "| \(escaped($0.name)) | \(escaped($0.title)) | \(escaped($0.words)) |" }
      if line.proofCount > line.proofs.count { lines += ["", "… and \(line.proofCount - line.proofs.count) more."] }
    }
    return lines
  }

  /// Titles that people wrote stay words: nothing in them begins markup or a cell.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.map({ $0.isNewline ? " " : $0 }) {
      if "\\`*_[]<>|#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// RFC 4180, a row for each line, each thing that is missing, each proof, and each thing that is not shown.
  ///
  /// Columns: `control,title,question,state,what,name,words`; `what` is `shows`, `missing`, `not-shown`, or what a proof is.
  package var csv: String {
    var rows = [["control", "title", "question", "state", "what", "name", "words"]]
    for control in controls {
      let head = [control.number, control.title]
      for line in control.lines {
        let start = head + [line.question, line.state.rawValue]
        rows.append(start + ["shows", "", line.shows])
        rows += line.missing.map { start + ["missing", "", $0] }
        rows += line.proofs.map { start + [$0.kind.rawValue, $0.name, "\($0.title): \($0.words)"] }
      }
      rows += control.notShown.map { head + ["", "", "not-shown", "", $0] }
    }
    return rows.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Quoted where it must be; a text that a spreadsheet would take for a formula begins with an apostrophe.
  private static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    guard text.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
