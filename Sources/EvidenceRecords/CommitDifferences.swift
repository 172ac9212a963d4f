import Foundation

/// Names in the differences of commits, from the output of `git log -p -U0 --format=%x1e%H`.
struct CommitDifferences {
  /// By commit id.
  private(set) var terms: [String: [String]] = [:]
  private var commit: String?
  private var finder = TermFinder()
  private var isDocument = false
  /// Between `-----BEGIN …` and `-----END …`.
  private var isArmoured = false

  /// Files of keys and certificates, whose lines hold no names.
  private static let keyFiles = [".pem", ".crt", ".cer", ".csr", ".key", ".asc", ".p12"]
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
      isArmoured = Self.keyFiles.contains { path.hasSuffix($0) }
      if path != "+++ /dev/null", path != "--- /dev/null" {
        isDocument = Self.documents.contains { path.hasSuffix($0) }
      }
    } else if first == UInt8(ascii: "+") || first == UInt8(ascii: "-"), !finder.isFull {
      let text = line.dropFirst().prefix(2_000).drop { $0 == 32 || $0 == 9 }
      if text.starts(with: Data("-----".utf8)) {
        isArmoured = text.starts(with: Data("-----BEGIN".utf8))
        return
      }
      if isArmoured || Self.isEncoded(text) { return }
      finder.add(line: text, isProse: isDocument || Self.isComment(text))
    }
  }

  private mutating func finish() {
    if let commit { terms[commit] = finder.terms }
    finder = TermFinder()
    isDocument = false
  }

  /// Whether a line is a piece of a key, certificate or file in base64: long, of its alphabet, without a blank.
  private static func isEncoded(_ line: Data) -> Bool {
    line.count >= 40
      && line.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 43 || $0 == 47 || $0 == 61
      }
  }

  private static func isComment(_ line: Data) -> Bool {
    ["//", "# ", "* ", "/*", "-- ", "<!--", ";;", "\"\"\""].contains { line.starts(with: Data($0.utf8)) }
  }
}
