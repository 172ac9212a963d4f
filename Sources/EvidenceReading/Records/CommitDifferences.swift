import Foundation

/// Names in the differences of commits, from the output of `git log -p -U0 --format=%x1e%H`.
struct CommitDifferences {
  /// By commit id.
  private(set) var terms: [String: [String]] = [:]
  private var commit: String?
  private var finder = TermFinder()
  private var isDocument = false

  private static let documents = [".md", ".txt", ".rst", ".adoc", ".html", ".svg", ".lock", ".sum"]

  mutating func read(_ output: Data) {
    var start = output.startIndex
    while start < output.endIndex {
      let end = output[start...].firstIndex(of: 10) ?? output.endIndex
      take(output[start..<end])
      start = end + 1
    }
    finish()
  }

  private mutating func take(_ line: Data) {
    guard let first = line.first else { return }
    if first == 0x1E {
      finish()
      commit = line.dropFirst().text
    } else if line.starts(with: Data("+++ ".utf8)) || line.starts(with: Data("--- ".utf8)) {
      let path = line.text
      if path != "+++ /dev/null", path != "--- /dev/null" {
        isDocument = Self.documents.contains { path.hasSuffix($0) }
      }
    } else if first == UInt8(ascii: "+") || first == UInt8(ascii: "-"), !finder.isFull {
      let text = line.dropFirst().prefix(2_000).drop { $0 == 32 || $0 == 9 }
      finder.add(line: text, isProse: isDocument || Self.isComment(text))
    }
  }

  private mutating func finish() {
    if let commit { terms[commit] = finder.terms }
    finder = TermFinder()
    isDocument = false
  }

  private static func isComment(_ line: Data) -> Bool {
    ["//", "# ", "* ", "/*", "-- ", "<!--", ";;", "\"\"\""].contains { line.starts(with: Data($0.utf8)) }
  }
}
