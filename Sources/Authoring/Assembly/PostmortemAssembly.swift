package import Chronology
package import Documents
package import Incidents
package import Postmortems

/// A postmortem as one document: the words of its sections, and below them its parts written out.
///
/// ``AssembledParts`` reads the parts back without loss. What a document was brought in as stays byte for byte while it
/// has neither parts nor details of its own. Comments, verdicts and the history of actions do not travel; accounts do
/// once they are opened.
package struct PostmortemAssembly {
  private let postmortem: Postmortem
  private let incident: Incident?
  private let policy: Policy
  private let clock: DraftClock

  /// - Parameters:
  ///   - postmortem: what is written out.
  ///   - incident: what it is about; nil without one, or where the reader may not see it.
  ///   - policy: names the severity.
  ///   - zoneLabel: the zone in which times are written, as a person says it: `UTC`, `America/New_York`.
  ///   - offsetSeconds: seconds east of UTC at an instant.
  package init(
    postmortem: Postmortem, incident: Incident?, policy: Policy = .standard, zoneLabel: String,
    offsetSeconds: @escaping @Sendable (Instant) -> Int
  ) {
    self.postmortem = postmortem
    self.incident = incident
    self.policy = policy
    clock = DraftClock(zoneLabel: zoneLabel, offsetSeconds: offsetSeconds)
  }

  package func markdown() -> String { document().text }

  /// The document; parsing ``markdown()`` gives the same.
  package func document() -> PostmortemDocument {
    let stretches = PartWriter(postmortem: postmortem, clock: clock).stretches()
    let words = postmortem.document
    let isOurs = postmortem.origin == .incident || postmortem.origin == .evidence
    guard isOurs || postmortem.hasOwnDetails || !stretches.isEmpty else { return words }
    var text = stretches.isEmpty ? words.text : PartStretch.guarded(words.text)
    text = AssembledHead(postmortem: postmortem, incident: incident, policy: policy, clock: clock).applied(to: text)
    var document = PostmortemDocument(parsing: text)
    for (kind, stretch, markdown) in stretches {
      let body = "\(stretch.start)\n\n\(markdown)\n\n\(PartStretch.end)"
      if let section = document.section(kind), section.level == 0 {
        // A bold label may stand in the middle of a line: parts get a heading of their own at the end.
        let end = document.text.hasSuffix("\n") ? "" : "\n"
        let headed = "\(stretch.start)\n\n## \(kind.heading)\n\n\(markdown)\n\n\(PartStretch.end)\n"
        document = PostmortemDocument(parsing: "\(document.text)\(end)\n\(headed)")
      } else {
        let words = document.section(kind)?.body ?? ""
        document = document.replacingBody(of: kind, with: words.trimmingBlankEnds + "\n\n" + body)
      }
    }
    return document
  }
}

extension String {
  /// Without blank lines at the start and white space at the end.
  var trimmingBlankEnds: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    let start = self[..<first].lastIndex(where: \.isNewline).map { index(after: $0) } ?? startIndex
    return String(self[start...last])
  }
}
