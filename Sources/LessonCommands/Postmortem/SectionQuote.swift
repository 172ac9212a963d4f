import CommandKit
import Documents
import Interchange
import Postmortems
import Schemas
import TerminalPages

/// Whether a section has words that a comment is about.
struct SectionQuote {
  private static let shownMax = 100

  private let section: SectionKind
  private let passages: [String]

  init(_ section: SectionKind, in postmortem: PostmortemAnswer) {
    self.section = section
    var passages = postmortem.sections.filter { $0.section == section }.map(\.markdown)
    switch section {
    case .timeline: passages += postmortem.lines.map(\.text) + postmortem.gaps.map(\.text)
    case .rootCause:
      passages += postmortem.factors.map(\.text)
      passages += postmortem.assumptions.flatMap { [$0.believed, $0.shown, $0.now] }
    case .actions: passages += postmortem.actions.map(\.content.text)
    case .lessons: passages += postmortem.luck.map(\.text)
    default: break
    }
    self.passages = passages
  }

  /// Throws ``CommandFailure`` with the nearest sentence where the section has no such words.
  ///
  /// White space and the marks of Markdown make no difference.
  func check(_ quote: String) throws {
    let wanted = Self.folded(quote)
    guard !passages.contains(where: { Self.folded($0).contains(wanted) }) else { return }
    let near = nearest(quote).map { "Nearest there: '\(TerminalText.harmless($0))'\n  " } ?? ""
    throw CommandFailure(
      "'\(section.heading)' has no words '\(TerminalText.harmless(quote.prefix(Self.shownMax)))'",
      hint: near + "Without --quote the comment is about the whole section.")
  }

  /// The sentence that shares most of the words; nil where none shares any.
  private func nearest(_ quote: String) -> String? {
    let wanted = Self.words(quote)
    let sentences = passages.flatMap { $0.split { ".!?".contains($0) || $0.isNewline } }
    let found = sentences.map { (text: $0, shared: Self.words($0).intersection(wanted).count) }
    guard let best = found.max(by: { $0.shared < $1.shared }), best.shared > 0 else { return nil }
    return String(best.text.trimmingPrefix { $0.isWhitespace }.prefix(Self.shownMax))
  }

  private static func words(_ text: some StringProtocol) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  private static func folded(_ text: String) -> String {
    text.filter { !"*_`".contains($0) }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
