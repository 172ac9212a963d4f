import Findings
import Foundation
import Postmortems
import Publishing
import Testing
import TextComparing

/// Real postmortems of others, where they are at hand; only read, never kept.
struct CorpusTests {
  private static let folder: String = {
    if let path = ProcessInfo.processInfo.environment["MAYDAY_CORPORA"] { return path + "/postmortems" }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.deletingLastPathComponent().appending(path: "shared/corpora/postmortems").path
  }()

  private static let texts: [String] = {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().prefix(8).compactMap {
      try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
    }.filter { $0.utf8.count < 20_000 }
  }()

  @Test(.enabled(if: !texts.isEmpty)) func `each is prepared once and for all, with nothing lost from the difference`()
  {
    let people = [PersonRole(names: ["Kim Lee", "kim"], role: "an engineer")]
    for text in Self.texts {
      for audience in PublicationAudience.allCases {
        let once = Preparing.text(text, for: audience, people: people)
        #expect(Preparing.text(once.markdown, for: audience, people: people).markdown == once.markdown)
        #expect(once.comparison.filter { $0.kind != .added }.map(\.text).joined().utf8.elementsEqual(text.utf8))
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
        #expect(once.findings.allSatisfy { (1...lines).contains($0.span.line) })
      }
    }
  }
}
