/// Bounds on scenarios and on drills.
package enum DrillLimits {
  /// Bytes of a scenario.
  package static let bytesMax = 256 * 1024
  package static let injectsMax = 200
  package static let expectationsMax = 100
  package static let ideaPhrasesMax = 50
  /// A day.
  package static let minutesMax = 1440
  /// Scalars of what comes with one inject.
  package static let injectScalarsMax = 5000
  /// Files of evidence that a scenario holds.
  package static let filesMax = 20
  /// Bytes of one of them.
  package static let fileBytesMax = 64 * 1024
  package static let fileNameBytesMax = 100
  /// People of one drill.
  package static let peopleMax = 100
  /// How much faster than a clock on the wall a drill may run.
  package static let speedMax = 60
  /// By how much an inject may be put off at once.
  package static let delaySecondsMax = 86_400
  package static let observationsMax = 500
  /// Times that a drill may be halted.
  package static let pausesMax = 100
  /// Events of one drill.
  package static let eventsMax: Int64 = 5000
  /// Injects of a scenario that is made from a past incident.
  package static let madeInjectsMax = 14
  /// Minutes of a scenario that is made from a past incident; a longer one is played faster.
  package static let madeMinutesMax = 40
}
