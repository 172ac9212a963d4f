/// Limits of what a guard may be, take and say.
package enum GuardLimits {
  /// Bytes of a file of guards.
  package static let fileBytesMax = 256 * 1024
  /// Guards in one file.
  package static let guardsMax = 500
  /// Problems of a file that are told at once.
  static let problemsMax = 50
  /// Flow brackets open at one place of a file, and list marks at the beginning of a line.
  static let nestingMax = 32

  package static let nameCharactersMax = 60
  package static let titleCharactersMax = 200
  package static let nextCharactersMax = 500
  /// Characters of a number of an incident or an action.
  static let referenceCharactersMax = 40
  /// Characters of a command, and of all its arguments together.
  package static let commandCharactersMax = 8_000
  static let argumentsMax = 100
  /// Characters of a query, a pattern, a URL, a text that is looked for.
  package static let textCharactersMax = 4_000
  /// Characters of the name of a machine (RFC 1035, section 2.3.4).
  static let hostCharactersMax = 253
  /// Entries of `env`, `headers`, `paths`, `except`, `status`, `json`, `reach`.
  static let entriesMax = 50

  /// Seconds that a check may take where its guard does not say.
  package static let secondsUsual: Double = 30
  package static let secondsMax: Double = 600
  package static let secondsMin: Double = 0.1
  /// Seconds between two runs on a schedule.
  package static let everySecondsMin = 60
  package static let everySecondsMax = 31 * 86_400

  /// Bytes of output that are kept: half from its head, half from its tail.
  package static let outputBytesMax = 64 * 1024
  /// Bytes of an HTTP answer that are read.
  package static let bodyBytesMax = 1024 * 1024
  static let redirectsMax = 5
  /// Files that one pattern looks through.
  static let filesMax = 100_000
  /// Bytes of one file that a pattern is looked for in.
  static let searchedFileBytesMax = 16 * 1024 * 1024
  /// Places that are listed; all are counted up to ``hitsCountedMax``.
  package static let hitsListedMax = 20
  static let hitsCountedMax = 10_000
  /// Characters of a line that are quoted.
  static let quoteCharactersMax = 160
  /// Series of a query's answer that are listed.
  package static let seriesListedMax = 20
  /// Guards that run at one time.
  package static let concurrencyUsual = 4
}
