import ArgumentParser
import CommandKit
import Documents
import Findings
import Foundation
import Review
import TerminalPages

/// `mayday review`: what a careful colleague would ask about a postmortem.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review postmortems: place, reason, and a question that moves the author on.",
    discussion: "Exit status: 0 no findings, 1 findings, 2 a file could not be read. What a rule means: mayday rules.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "Postmortems as Markdown; - for standard input.", completion: .file(extensions: ["md"]))
  var files: [String]

  @Option(help: "Form of the result.")
  var format: Format = .text

  func run() throws {
    var findings: [Finding] = []
    var documents: [String: String] = [:]
    var isAnyUnread = false
    for path in files {
      do {
        let text = try DocumentFile.read(path)
        documents[path] = text
        findings += Reviewer.standard.review(PostmortemDocument(parsing: text), path: path)
      } catch let failure as CommandFailure {
        // The other files are still worth their review.
        Output.say("mayday: error: \(failure)")
        isAnyUnread = true
      }
    }
    guard !documents.isEmpty else { throw ExitStatus.failure }
    switch format {
    case .text:
      let text = FindingsText(findings: findings, documents: documents)
      try Output.write(text.render(for: .standardOutput()), to: nil)
    case .json: try Output.write(JSONText.encode(ReviewDocument(findings: findings)), to: nil)
    }
    if isAnyUnread { throw ExitStatus.failure }
    if !findings.isEmpty { throw ExitStatus.findings }
  }
}

/// The object that `mayday review --format json` prints; described by `Documentation/review.schema.json`.
struct ReviewDocument: Encodable {
  static let schemaVersionCurrent = 1

  var schemaVersion = Self.schemaVersionCurrent
  var findings: [Entry]

  init(findings: [Finding]) {
    self.findings = findings.map(Entry.init)
  }

  /// A finding with its place beside its other fields.
  struct Entry: Encodable {
    var finding: Finding

    enum CodingKeys: String, CodingKey {
      case path, line, column, endLine, endColumn, rule, severity, message, reason, question, fix
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(finding.path, forKey: .path)
      try container.encode(finding.span.line, forKey: .line)
      try container.encode(finding.span.column, forKey: .column)
      try container.encode(finding.span.endLine, forKey: .endLine)
      try container.encode(finding.span.endColumn, forKey: .endColumn)
      try container.encode(finding.rule, forKey: .rule)
      try container.encode(finding.severity, forKey: .severity)
      try container.encode(finding.message, forKey: .message)
      try container.encode(finding.reason, forKey: .reason)
      try container.encode(finding.question, forKey: .question)
      try container.encode(finding.fix, forKey: .fix)
    }
  }
}
