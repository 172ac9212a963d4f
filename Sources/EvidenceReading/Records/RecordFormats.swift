/// The structured formats that are known.
package enum RecordFormats {
  package static let all: [any RecordFormat] = []

  /// Whether a folder is a git repository, bare or with a working tree.
  package static func isRepository(_ folder: String) -> Bool {
    false
  }
}
