package import DocumentImport

/// What an import would bring, file by file, for a terminal.
package struct ReadingText {
  private let outcomes: [ImportOutcome]
  private let skipped: LibraryReading.Skipped
  private let takesAll: Bool

  /// `takesAll`: also what does not look like a postmortem.
  package init(outcomes: [ImportOutcome], skipped: LibraryReading.Skipped, takesAll: Bool) {
    self.outcomes = outcomes
    self.skipped = skipped
    self.takesAll = takesAll
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for outcome in outcomes {
      switch outcome {
      case .document(let document): add(document, &lines)
      case .refused(let path, _, let refusal):
        lines.add("✕ ", "\(path)", indent: 0, columns: 2)
        lines.add("not read: \(refusal)", indent: 4, hanging: 2, style: .late)
      }
    }
    lines.gap()
    lines.add(summary)
    return lines.text
  }

  private func add(_ document: ImportedDocument, _ lines: inout TextLines) {
    let isTaken = takesAll || document.leftOut == nil
    lines.add(isTaken ? "✓ " : "– ", document.title, indent: 0, columns: 2, style: isTaken ? .strong : nil)
    var facts = [document.path, document.kind.words]
    if let date = document.date { facts.append("\(date)") }
    if isTaken { facts.append("\(document.sections.count) of the ten sections") }
    lines.add(facts.joined(separator: " · "), indent: 4, hanging: 2, style: .faint)
    if let reason = document.leftOut { lines.add("left out: \(reason)", indent: 4, hanging: 2) }
    guard isTaken else { return }
    for note in document.notes { lines.add(note.sentence, indent: 4, hanging: 2) }
  }

  private var summary: String {
    let documents = outcomes.compactMap { outcome -> ImportedDocument? in
      guard case .document(let document) = outcome else { return nil }
      return document
    }
    let taken = takesAll ? documents.count : documents.count { $0.leftOut == nil }
    var parts = ["\(taken) \(taken == 1 ? "postmortem" : "postmortems") to import"]
    if taken < documents.count { parts.append("\(documents.count - taken) left out (--all takes them too)") }
    if documents.count < outcomes.count { parts.append("\(outcomes.count - documents.count) not read") }
    if skipped.otherFiles > 0 { parts.append("\(skipped.otherFiles) other files") }
    if skipped.beyondLimits > 0 { parts.append("\(skipped.beyondLimits) beyond the limits") }
    if skipped.links > 0 { parts.append("\(skipped.links) links not followed") }
    if skipped.deepFolders > 0 { parts.append("\(skipped.deepFolders) folders too deep to enter") }
    return parts.joined(separator: ", ") + "."
  }
}

extension ImportNote {
  /// `left out: 3 scripts`, as a person reads it.
  package var sentence: String {
    let verb =
      switch kind {
      case .leftOut: "left out"
      case .changed: "changed"
      case .notUnderstood: "not understood"
      case .cut: "cut off"
      }
    return "\(verb): \(what)\(count > 1 ? " (\(count))" : "")\(firstLine.map { ", line \($0)" } ?? "")"
  }
}
