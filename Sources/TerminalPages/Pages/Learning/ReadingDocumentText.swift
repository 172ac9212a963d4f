import Documents
import Postmortems
package import Reading

/// One reading for a terminal: all of it, its questions, or its sources.
package struct ReadingDocumentText {
  package enum Part: Sendable { case all, questions, sources }

  private let reading: ReadingWhole
  private let part: Part

  package init(reading: ReadingWhole, part: Part = .all) {
    self.reading = reading
    self.part = part
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    let listing = reading.listing
    lines.add(listing.title, style: .strong)
    lines.add("\(listing.organisation) · \(listing.date) · \(listing.minutes) min", hanging: 2, style: .faint)
    lines.add((listing.kinds.map(\.rawValue) + listing.technologies).joined(separator: ", "), style: .faint)
    switch part {
    case .all: addAll(&lines)
    case .questions:
      lines.gap()
      for (index, question) in reading.questions.enumerated() { lines.add("\(index + 1). ", question, columns: 3) }
    case .sources:
      lines.gap()
      for source in reading.sources { lines.add("- ", source.text, columns: 2) }
    }
    return lines.text
  }

  private func addAll(_ lines: inout TextLines) {
    lines.gap()
    MarkdownLines(body).add(to: &lines, indent: 0)
    addTaking(&lines)
    guard !reading.circles.isEmpty else { return }
    lines.heading("Read together")
    for circle in reading.circles {
      lines.add("\(circle.day)", "by \(circle.by)\(circle.note.map { ": \($0)" } ?? "")", columns: 12)
    }
  }

  /// What can be taken over, with what to type.
  private func addTaking(_ lines: inout TextLines) {
    let name = reading.listing.name
    lines.heading("To take over")
    for item in reading.guards { lines.add("mayday read \(name) --adopt-guard \(item.name)", unbroken: 2) }
    for line in reading.lines {
      lines.add("mayday read \(name) --adopt-line \(line.number)", unbroken: 2)
      let state = line.checklist.map { " (✓ in the checklist '\($0)')" } ?? ""
      lines.add("\(line.process): \(line.text)\(state)", indent: 6, style: .faint)
    }
    lines.add("mayday read \(name) --mark --note \"What we will do\"", unbroken: 2)
  }

  /// The document below its title.
  private var body: String {
    let document = MarkdownDocument(parsing: reading.text)
    let title = document.blocks.first { $0.kind == .heading(level: 1) }
    let start = (title?.lines.upperBound ?? document.frontMatter.lineCount) + 1
    let text = document.source(ofLines: start...Int.max)
    return String(text.drop { $0.isNewline })
  }
}
