import EvidenceRecords

/// How much may still be unpacked from one file, whatever is packed in it how deeply.
///
/// A file of a few bytes can unpack to more than any disk holds. Used by one thread.
final class UnpackingBudget {
  private let bytesMax: Int64
  private var used: Int64 = 0

  init(bytesMax: Int64 = Limits.unpackedBytesMax) { self.bytesMax = bytesMax }

  /// Throws when all of it is spent.
  func check() throws(StreamDamage) {
    guard used >= bytesMax else { return }
    throw StreamDamage(reason: "unpacks to more than the \(bytesMax) bytes allowed")
  }

  func spend(_ bytes: Int) { used += Int64(bytes) }
}
