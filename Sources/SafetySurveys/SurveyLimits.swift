/// What a survey takes and shows at the most and at the least.
package enum SurveyLimits {
  /// Under as many answers nothing is shown, and nothing kept.
  package static let answersMin = 5
  /// So many answers wait in memory until some are written.
  package static let waitingBeforeWriting = 10
  /// So many are written at a time.
  package static let batch = 5
  package static let invitedMin = 5
  package static let invitedMax = 500
  package static let teamScalarsMax = 80
  package static let handleScalarsMax = 100
  /// First and last day included.
  package static let roundDaysMax = 60
  /// Rounds closer than this have the same people, or none in common.
  package static let quietDays = 30
  package static let roundsMax = 1000
  /// A low item is shown with what helps: under this, where 4 is the middle of the scale.
  package static let lowMean = 4.5
  /// Means beyond these are told as "or less" and "or more": at the ends of the scale a mean would tell what everybody said.
  package static let meanShownMin = 1.5
  package static let meanShownMax = 6.5
  /// How far people's own means lie from each other, as intervals assume it.
  ///
  /// A quarter of the scale, more than most teams show. Never measured, so that no interval tells it.
  package static let assumedSpread = 1.5
  package static let keyBits = 2048
  /// Bytes of a blinded ticket and of a signature.
  package static let signatureBytes = keyBits / 8
  package static let ticketBytes = 32
}
