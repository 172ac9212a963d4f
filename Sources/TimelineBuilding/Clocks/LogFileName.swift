/// The name of a log file without what rotation, compression and dates add to it.
package struct LogFileName: Sendable {
  /// `checkout` for `app01/var/log/shop/checkout.log.1.gz`.
  package let stem: String
  /// The folder that it lies in, without the final slash.
  package let folder: String

  private static let endings: Set<String> = [
    "gz", "zst", "bz2", "xz", "log", "txt", "json", "jsonl", "out", "err", "stderr", "stdout", "old", "export",
  ]

  package init(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    folder = parts.dropLast().joined(separator: "/")
    let name = parts.last.map { $0.split(separator: "!").last.map(String.init) ?? String($0) } ?? path
    var words = name.split(separator: ".").map(String.init)
    while words.count > 1, let last = words.last,
      Self.endings.contains(last.lowercased()) || last.allSatisfy({ $0.isNumber || $0 == "-" || $0 == "_" })
    {
      words.removeLast()
    }
    let joined = words.joined(separator: ".")
    let trimmed = joined.reversed().drop { $0.isNumber || $0 == "-" || $0 == "_" }.reversed()
    stem = trimmed.isEmpty ? joined : String(trimmed)
  }
}
