import Findings
import Foundation
import Testing

struct FindingTests {
  @Test
  func `severities are ordered by what they hold back`() {
    #expect(FindingSeverity.allCases.sorted() == [.note, .warning, .error])
    #expect(FindingSeverity.allCases.max() == .error)
  }

  @Test
  func `a finding survives JSON, with and without a fix`() throws {
    let span = TextSpan(line: 3, column: 1, endLine: 4, endColumn: 7)
    for fix in [nil, "All times are UTC."] {
      let finding = Finding(
        path: "-", span: span, rule: "no-zone", severity: .warning, message: "'10:05' has no zone", reason: "Why.",
        question: "Which?", fix: fix)
      let data = try JSONEncoder().encode(finding)
      #expect(try JSONDecoder().decode(Finding.self, from: data) == finding)
    }
  }

  @Test
  func `severities are written as the words that the contract names`() throws {
    let words = try FindingSeverity.allCases.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    #expect(words == ["\"note\"", "\"warning\"", "\"error\""])
  }
}
