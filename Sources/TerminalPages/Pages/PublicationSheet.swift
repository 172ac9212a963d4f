import Findings
package import Interchange
import Postmortems

/// A postmortem exactly as it would go out, with what was left out, replaced, and what holds it back.
package struct PublicationSheet {
  private let prepared: PreparedPublicationAnswer

  package init(prepared: PreparedPublicationAnswer) { self.prepared = prepared }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    lines.add("What goes out to \(prepared.audience.words)", style: .strong)
    lines.gap()
    MarkdownLines(prepared.markdown).add(to: &lines, indent: 4)
    if !prepared.dropped.isEmpty {
      lines.heading("What stays here")
      lines.table(
        prepared.dropped.map { part in
          let place =
            part.firstLine == part.lastLine ? "line \(part.firstLine)" : "lines \(part.firstLine)–\(part.lastLine)"
          return [place, part.reason.replacing("-", with: " "), part.title]
        })
    }
    var seen: Set<String> = []
    let replaced = prepared.replaced.filter { seen.insert($0.original).inserted }
    if !replaced.isEmpty {
      lines.heading("What is called otherwise")
      lines.table(replaced.map { [$0.original, $0.replacement] })
    }
    lines.gap()
    if prepared.mayLeave {
      lines.add("Nothing holds it back.", style: .good)
    } else {
      let rules = prepared.barred + prepared.held
      lines.add("Held back by: \(rules.joined(separator: ", "))", style: .wrong)
    }
    return lines.text
  }

  /// What holds it back, place by place.
  package func findings(for terminal: Terminal) -> String {
    FindingsText(
      findings: prepared.findings.filter { $0.severity == .error }, documents: [:], place: "the document"
    ).render(for: terminal)
  }
}
