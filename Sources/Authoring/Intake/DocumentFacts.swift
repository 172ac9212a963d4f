package import Documents
package import Incidents

/// What the record takes from a postmortem beside its text.
package struct DocumentFacts {
  /// The longest title that is taken over.
  package static let titleScalarsMax = 300
  /// Stands where nothing says how things are.
  static let unknownStatus = "not known"

  package let title: String
  /// Of the document.
  package let status: String
  /// The one that it says it is about.
  package let incident: String?
  package let facts: IncidentFacts

  /// A document without a title goes by the name of its file.
  package init(_ document: PostmortemDocument, fileName: String) {
    let labels = DocumentLabels(document)
    let times = DocumentTimes(document, labels: labels)
    let stem = fileName.split(separator: ".").first.map(String.init) ?? fileName
    let title = document.title.map(Self.line).flatMap { $0.isEmpty ? nil : $0 } ?? Self.line(stem)
    let stated = document.frontMatter["status"] ?? Self.statusLine(of: document)
    self.title = title
    status = stated.map { Self.line($0) } ?? Self.unknownStatus
    incident = document.frontMatter["incident"]
    let severity = document.frontMatter["severity"] ?? labels.value(["severity", "sev", "severity level", "priority"])
    facts = IncidentFacts(
      title: title, severity: severity.flatMap(Severity.number),
      status: Self.incidentStatus(stated, isOver: times.ended != nil), started: times.started, ended: times.ended,
      detected: times.detected, impact: FirstSentence.impact(of: document))
  }

  /// The status of the incident where the document's own speaks of it, else what the times say.
  private static func incidentStatus(_ stated: String?, isOver: Bool) -> String {
    let words = (stated ?? "").lowercased().split { !$0.isLetter }
    let known = ["ongoing", "active", "investigating", "mitigated", "monitoring", "resolved"]
    if let word = words.first(where: { known.contains(String($0)) }) { return String(word) }
    return isOver ? "resolved" : unknownStatus
  }

  /// The first words of the status section, up to the first mark: `Final, approved on…` is `Final`.
  private static func statusLine(of document: PostmortemDocument) -> String? {
    for block in document.blocks
    where document.kind(of: block) == .status && block.quoteDepth == 0 && !block.isHeading {
      for prose in block.proses {
        let words = prose.text.prefix { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
        if words.contains(where: \.isLetter), words.count <= 40 { return String(words) }
      }
    }
    return nil
  }

  private static func line(_ text: String) -> String {
    let printable = text.map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? " " : $0 }
    return String(printable).split(whereSeparator: \.isWhitespace).joined(separator: " ").shortened(
      to: titleScalarsMax)
  }
}

/// The many ways to write how bad it was.
enum Severity {
  private static let words = [
    ("critical", 1), ("blocker", 1), ("highest", 1), ("major", 2), ("high", 2), ("medium", 3), ("moderate", 3),
    ("minor", 4), ("low", 4),
  ]

  /// 1 to 5 of `SEV2`, `sev-2`, `S2`, `P2`, `2`, `2 of 5`, or a word such as `critical`; nil for anything else.
  ///
  /// Where the scale begins with 0, that is the worst as well.
  static func number(_ text: String) -> Int? {
    let lower = text.lowercased()
    let digits = lower.drop { !$0.isNumber }.prefix { $0.isNumber }
    let before = lower.prefix { !$0.isNumber }.filter(\.isLetter)
    if let number = Int(digits), (0...5).contains(number),
      ["", "sev", "severity", "s", "p", "priority"].contains(before)
    {
      return max(1, number)
    }
    let said = Set(lower.split { !$0.isLetter }.map(String.init))
    return words.first { said.contains($0.0) }?.1
  }
}
