package import Chronology

/// A part of an update, in the order in which people need it.
package enum PublicTextPart: Hashable, Sendable {
  case broken(String)
  case affected(String)
  case since(Instant)
  case doing(String)
  case meanwhile(String)
  case apology(String)
  case nextBy(Instant)
  case more(String)

  /// What stands before it; nil where it speaks for itself.
  package var label: String? {
    switch self {
    case .affected: "Affected"
    case .since: "Since"
    case .doing: "What we are doing"
    case .meanwhile: "What you can do"
    case .nextBy: "Next word by"
    case .broken, .apology, .more: nil
    }
  }
}

extension PublicText {
  /// The fields that are filled.
  package var parts: [PublicTextPart] {
    func filled(_ text: String, _ part: (String) -> PublicTextPart) -> PublicTextPart? {
      text.allSatisfy(\.isWhitespace) ? nil : part(text)
    }
    return [
      filled(broken) { .broken($0) }, filled(affected) { .affected($0) }, since.map { .since($0) },
      filled(doing) { .doing($0) }, filled(meanwhile) { .meanwhile($0) }, filled(apology) { .apology($0) },
      nextBy.map { .nextBy($0) }, filled(more) { .more($0) },
    ].compactMap(\.self)
  }

  /// All of it as text, a paragraph for each part, for readers that know no fields.
  package var paragraphs: String { joined(mark: "") }

  /// All of it as Markdown, the labels set off.
  package var markdown: String { joined(mark: "**") }

  private func joined(mark: String) -> String {
    parts.map { part in
      let text =
        switch part {
        case .broken(let text), .affected(let text), .doing(let text), .meanwhile(let text), .apology(let text),
          .more(let text):
          text.trimmingWhitespace
        case .since(let instant), .nextBy(let instant): instant.publicText
        }
      guard let label = part.label else { return text }
      // A list, a quotation or a table begins on a line of its own.
      let isBlock = text.first.map { "-*+>#|`".contains($0) || $0.isNumber && part.isProse } ?? false
      return "\(mark)\(label):\(mark)\(isBlock ? "\n\n" : " ")\(text)"
    }.joined(separator: "\n\n")
  }
}

extension PublicTextPart {
  fileprivate var isProse: Bool {
    switch self {
    case .since, .nextBy: false
    case .broken, .affected, .doing, .meanwhile, .apology, .more: true
    }
  }
}

extension Instant {
  /// `2026-11-24 15:47 UTC`.
  package var publicText: String {
    let clock = clock()
    return "\(DayRecord.isoText(clock.date)) \(clock.time.prefix(5)) UTC"
  }
}

extension String {
  var trimmingWhitespace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
