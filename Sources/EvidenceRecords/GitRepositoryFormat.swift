import Crypto
import Foundation

/// A git repository: a folder with `.git`, or a bare one.
///
/// ``RecordInput/file`` is the folder.
package struct GitRepositoryFormat: RecordFormat {
  package let name = "git"

  package init() {}

  /// Never recognises the bytes of a file: folders are told by ``RecordFormats/isRepository(_:)``.
  package func confidence(head: [UInt8], path: String) -> Double { 0 }

  package func read(_ input: RecordInput) throws -> RecordReading {
    var input = input
    if input.sha256.isEmpty { input.sha256 = Self.fingerprint(of: input.file) ?? "" }
    return try CommitHistory(GitCommand(folder: Self.absolute(input.file)), input: input).read()
  }

  /// What stands for the SHA-256 of a repository, which has no bytes of its own: that of the sorted output of
  /// `git show-ref`, lower-case hexadecimal; nil when it cannot be read.
  package static func fingerprint(of folder: String) -> String? {
    // Status 1 without output: a repository without refs.
    guard let output = try? GitCommand(folder: absolute(folder)).run(["show-ref"], bytesMax: 64 << 20),
      output.status <= 1
    else { return nil }
    let lines = output.data.split(separator: 10).map(\.text).sorted().map { $0 + "\n" }.joined()
    return SHA256.hash(data: Data(lines.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private static func absolute(_ folder: String) -> String {
    URL(fileURLWithPath: folder).standardizedFileURL.path
  }
}
