import Findings
import Postmortems
import Publishing

/// Shorthands for the tests of publishing.
enum Preparing {
  static func text(
    _ markdown: String, for audience: PublicationAudience = .public, people: [PersonRole] = [],
    hosts: [String] = [], opening: String? = nil, masked: Set<PublicationRule> = []
  ) -> PreparedText {
    AudienceText.prepare(
      markdown,
      PublicationContext(
        audience: audience, path: "p.md", people: people, internalHosts: hosts, opening: opening, masked: masked))
  }

  /// Markdown for the public around a summary, which is where it stands in the result.
  static func summary(_ words: String, people: [PersonRole] = [], hosts: [String] = []) -> String {
    let head = "# Title\n\n## Executive summary\n\n"
    let text = text(head + words + "\n", people: people, hosts: hosts).markdown
    return String(text.dropFirst(head.count).dropLast())
  }

  /// Rules that were found, the missing apology left out.
  static func rules(_ text: PreparedText) -> [String] {
    text.findings.map(\.rule).filter { $0 != PublicationRule.missingApology.rawValue }
  }
}
