/// Bounds on what the desk takes in.
package enum DeskLimits {
  /// Bytes of a postmortem: a book of a thousand pages fits.
  package static let postmortemBytesMax = 4 << 20
  /// Scalars of a title or a status that are kept for lists; the document keeps all.
  package static let titleScalarsMax = 300
  /// Scalars of the sentence on what users felt.
  package static let impactScalarsMax = 400
  /// How often an import is decided anew because others appended in between.
  package static let attemptsMax = 50
  /// Reviews that are kept for the lists of pages.
  package static let keptReviewsMax = 2000
}
