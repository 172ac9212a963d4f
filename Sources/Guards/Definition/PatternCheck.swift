/// A pattern that must, or must not, stand in the files of a folder.
package struct PatternCheck: Hashable, Sendable, Codable {
  /// What is looked for.
  package enum Pattern: Hashable, Sendable, Codable {
    /// Exactly this text.
    case text(String)
    /// A regular expression (ICU); ^ and $ match at line ends, and a dot matches none.
    case regex(String)
  }

  /// Whether finding it is what is wanted.
  package enum Must: String, Sendable, Codable, CaseIterable {
    case appear
    case notAppear = "not-appear"
  }

  package var pattern: Pattern
  /// Globs of files, relative to the folder; see ``PathGlob``.
  package var paths: [String]
  /// Globs of files that are left out.
  package var except: [String]
  package var must: Must
  /// The folder that is looked through, relative to the folder of its file.
  package var folder: String?

  package init(
    _ pattern: Pattern, paths: [String], must: Must, except: [String] = [], folder: String? = nil
  ) {
    self.pattern = pattern
    self.paths = paths
    self.must = must
    self.except = except
    self.folder = folder
  }
}
