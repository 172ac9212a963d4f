package import Interchange
import Postmortems

/// Postmortems as a list on a terminal.
package struct PostmortemListText {
  private let postmortems: [PostmortemSummaryAnswer]
  private let hasMore: Bool

  package init(postmortems: [PostmortemSummaryAnswer], hasMore: Bool) {
    self.postmortems = postmortems
    self.hasMore = hasMore
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    guard !postmortems.isEmpty else {
      lines.add("No postmortem is here yet. Begin one: mayday postmortem start INC-1")
      return lines.text
    }
    lines.table(postmortems.map { [$0.id, $0.stage.words, $0.incident ?? "", $0.title] }, indent: 0)
    if hasMore { lines.add("There are more; see them with --limit.", style: .faint) }
    return lines.text
  }
}
