/// What reading takes at the most.
///
/// Each limit that is met is said in a note of the source, with both numbers.
package enum Limits {
  /// Bytes of a line that are looked at; the rest is passed over and counted.
  package static let lineBytesMax = 64 * 1024
  /// Bytes of one JSON document or webhook payload.
  package static let documentBytesMax = 64 * 1024 * 1024
  /// Records kept from one source.
  package static let recordsPerSourceMax = 100_000
  /// Files below the paths that were given.
  package static let filesMax = 100_000
  /// Unpacked bytes of one compressed source.
  package static let unpackedBytesMax: Int64 = 1 << 40
  /// Members of one archive.
  package static let archiveMembersMax = 100_000
  /// Commits read from one repository, newest first.
  package static let commitsMax = 20_000
  package static let changePathsMax = 50
  package static let changeTermsMax = 200
  package static let unrecognisedSamplesMax = 3
}
