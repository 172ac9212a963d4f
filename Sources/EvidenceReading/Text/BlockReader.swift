/// Reads a source piece by piece.
///
/// Calls of ``take(_:isLast:)`` get its bytes in order.
protocol BlockReader {
  var tally: ReadingTally { get set }

  /// Reads what it can of `block` and returns how many bytes it is done with; the rest comes again at the front of the
  /// next block. All of a last block is read.
  mutating func take(_ block: Span<UInt8>, isLast: Bool, sink: any EntrySink) -> Int
}
