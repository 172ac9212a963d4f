/// Reads lines of sources again, masked, each source in one pass.
package struct ExcerptReader: Sendable {
  private let paths: EvidencePaths

  /// `paths` as they were given to ``EvidenceReader/read(paths:progress:consumer:)``.
  package init(paths: [String]) { self.paths = EvidencePaths(paths) }

  package func excerpts(of source: String, around lines: [Int], context: Int = 2) -> [Int: [NumberedLine]] { [:] }
}
