/// Bounds of what is read and written here.
package enum ReadingLimits {
  /// Bytes of a document.
  package static let bytesMax = 100_000
  package static let nameScalarsMax = 60
  /// Questions for a reading circle.
  package static let questions = 3
  /// Characters of what a circle noted.
  package static let noteScalarsMax = 4000
  /// Circles of one reading that are shown, the newest.
  package static let circlesShown = 50
  /// Reasons that are told for a next read.
  package static let reasonsMax = 3
  /// Scalars of the text of one cue that are looked at.
  package static let cueScalarsMax = 20_000
}
