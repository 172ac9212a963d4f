import Documents
import Findings
import Foundation
import Review
import Testing

/// Measures the rules on labelled sentences; skipped where the corpora are absent.
@Suite(.enabled(if: !LabelledText.all.isEmpty))
struct LabelTests {
  @Test(arguments: [
    ("blame", "blame", ["prose", "root_cause"], 0.8, 0.5),
    ("hindsight", "hindsight", ["prose", "root_cause"], 0.8, 0.6),
    ("human-error", "human_error_cause", ["prose", "root_cause"], 0.8, 0.5),
    ("vague-action", "vague_action", ["action_item"], 0.8, 0.6),
    ("no-owner", "no_owner", ["action_item"], 0.95, 0.9),
    ("no-due-date", "no_due", ["action_item"], 0.95, 0.9),
  ])
  func `a rule agrees with people`(
    identifier: String, label: String, contexts: [String], precisionMin: Double, recallMin: Double
  ) throws {
    let rule = try #require(Reviewer.standard.rules.first { $0.identifier == identifier })
    var hits = 0
    var extra: [String] = []
    var missed: [String] = []
    for sample in LabelledText.all where contexts.contains(sample.context) {
      let isAction = sample.context == "action_item"
      let heading = isAction ? "Action items" : sample.context == "root_cause" ? "Root cause" : "Background"
      let text = "# A\n\n## \(heading)\n\n" + (isAction ? "- " : "") + sample.text + "\n"
      let context = ReviewContext(document: PostmortemDocument(parsing: text), path: sample.id)
      let fires = !rule.check(context).isEmpty
      switch (fires, sample.labels.contains(label)) {
      case (true, true): hits += 1
      case (true, false): extra.append(sample.text)
      case (false, true): missed.append(sample.text)
      case (false, false): break
      }
    }
    let precision = Double(hits) / Double(max(1, hits + extra.count))
    let recall = Double(hits) / Double(max(1, hits + missed.count))
    print(
      "\(identifier): precision \(precision), recall \(recall) (\(hits) found, \(extra.count) extra, \(missed.count) missed)"
    )
    if ProcessInfo.processInfo.environment["MAYDAY_VERBOSE"] != nil {
      for text in extra { print("  extra  ", text) }
      for text in missed { print("  missed ", text) }
    }
    #expect(precision >= precisionMin)
    #expect(recall >= recallMin)
  }

  @Test
  func `real postmortems get few remarks on their sentences`() throws {
    var words = 0
    var counts: [String: Int] = [:]
    let clock = ContinuousClock()
    var spent = Duration.zero
    for file in Corpus.postmortems {
      let text = try String(contentsOf: file, encoding: .utf8)
      words += text.split(whereSeparator: \.isWhitespace).count
      var findings: [Finding] = []
      spent += clock.measure {
        findings = Reviewer.standard.review(PostmortemDocument(parsing: text), path: file.lastPathComponent)
      }
      for finding in findings {
        counts[finding.rule, default: 0] += 1
        if ProcessInfo.processInfo.environment["MAYDAY_VERBOSE"] != nil, finding.rule != "missing-section" {
          print("  \(finding.rule) \(finding.path):\(finding.span.line):\(finding.span.column) \(finding.message)")
        }
      }
    }
    print("\(words) words in \(spent); \(counts.sorted { $0.key < $1.key })")
    let judged = counts["blame", default: 0] + counts["hindsight", default: 0]
    #expect(Double(judged) * 1000 / Double(words) < 2)
  }
}

/// A text with the labels that a person gave it.
struct LabelledText: Decodable, Sendable {
  var id: String
  var text: String
  var context: String
  var labels: [String]

  static let all: [LabelledText] = {
    let file = Corpus.folder.appendingPathComponent("lint/labels.dev.jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(LabelledText.self, from: Data($0.utf8)) }
  }()
}
