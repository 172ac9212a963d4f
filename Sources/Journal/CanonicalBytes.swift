/// Fields in one unambiguous sequence of bytes, for hashing.
///
/// Each field is its length in bytes as an unsigned 32-bit big-endian number, then the bytes; text is UTF-8. No two
/// different lists of fields give the same bytes.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ field: [UInt8]) {
    let count = UInt32(field.count)
    bytes.reserveCapacity(bytes.count + field.count + 4)
    for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
    bytes += field
  }

  mutating func append(_ field: String) {
    append(Array(field.utf8))
  }

  var hash: ContentHash { ContentHash(of: bytes) }
}
