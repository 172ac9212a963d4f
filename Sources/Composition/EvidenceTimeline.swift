package import EvidenceReading
import PatternMining
package import TimelineBuilding

/// Reads evidence and builds its timeline: the one place that joins reader, miner and builder.
package struct EvidenceTimeline: Sendable {
  package var reading: ReadingOptions
  package var timeline: TimelineOptions

  package init(reading: ReadingOptions = ReadingOptions(), timeline: TimelineOptions = TimelineOptions()) {
    self.reading = reading
    self.timeline = timeline
  }

  /// Builds the timeline of files and folders; the same result for any order and number of threads.
  ///
  /// Throws ``EvidenceError`` when a path is missing or nothing below the paths can be read.
  package func build(paths: [String], progress: (@Sendable (ReadingProgress) -> Void)? = nil) throws -> TimelineReport {
    let set = try EvidenceReader(options: reading).read(paths: paths, progress: progress) { context in
      PatternMiner(context: context)
    }
    return TimelineBuilder(options: timeline).build(
      evidence: paths, set: set, excerpts: ExcerptReader(paths: paths, unpackedBytesMax: reading.unpackedBytesMax))
  }
}
