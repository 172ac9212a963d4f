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
    case .json: try Output.write(JSONText.encode(FindingsDocument(findings: findings)), to: nil)
    }
    if isAnyUnread { throw ExitStatus.failure }
    if !findings.isEmpty { throw ExitStatus.findings }
  }
}
