import Findings
import Foundation
import Incidents
import Review
import Testing

/// Measures the rules of updates on labelled messages; skipped where the corpora are absent.
@Suite(.enabled(if: !LabelledText.all.isEmpty))
struct UpdateLabelTests {
  private static let messages = LabelledText.all.filter { $0.context == "customer_update" }

  @Test
  func `messages that say nothing are told from those that do, as people tell them`() {
    let identifiers = ["says-nothing", "only-over"]
    let label = "vague_comms"
    var hits = 0
    var extra: [String] = []
    var missed: [String] = []
    for sample in Self.messages {
      let fires = !findings(in: sample).filter { identifiers.contains($0.rule) }.isEmpty
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
      "\(label): precision \(precision), recall \(recall) (\(hits) found, \(extra.count) extra, \(missed.count) missed)"
    )
    if ProcessInfo.processInfo.environment["MAYDAY_VERBOSE"] != nil {
      for text in extra { print("  extra  ", text) }
      for text in missed { print("  missed ", text) }
    }
    #expect(precision >= 0.85)
    #expect(recall >= 0.5)
  }

  @Test
  func `no name is seen where real messages name nobody of a team`() throws {
    let folder = Corpus.folder.appendingPathComponent("status")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let texts = try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }.map {
      try String(contentsOf: $0, encoding: .utf8)
    }
    #expect(texts.count > 50)
    let context = UpdateContext(audience: .customers, state: .investigating, now: SampleUpdate.now)
    for text in texts + Self.messages.map(\.text) {
      let findings = UpdateReviewer.standard.review(UpdateText(broken: text), context: context)
      for finding in findings where finding.rule == "named-person" {
        Issue.record("\(finding.message): \(text.prefix(200))")
      }
    }
  }

  /// The message as the only field; what is over is labelled as needing no further word.
  private func findings(in sample: LabelledText) -> [Finding] {
    let isOver = !sample.labels.contains("no_next_update")
    let context = UpdateContext(
      audience: .customers, state: isOver ? .resolved : .investigating, now: SampleUpdate.now)
    return UpdateReviewer.standard.review(UpdateText(broken: sample.text), context: context).filter {
      $0.updateField == .broken
    }
  }
}
