import Crypto
import Foundation

/// Hides positions of the journal in the identifiers of a stream's events.
///
/// The numbers of the journal count everything, private incidents too: a gap between two would tell that something
/// happened that the reader may not know of. Each identifier is sealed anew (AES-GCM under a key of this process), so
/// that two for the same position are not alike either. After a restart old ones cannot be read, and a stream begins
/// anew and says so.
struct LiveSeal: Sendable {
  private let key: SymmetricKey

  init(key: SymmetricKey = SymmetricKey(size: .bits256)) { self.key = key }

  func identifier(of position: Int64) -> String {
    let plain = withUnsafeBytes(of: position.bigEndian) { Data($0) }
    // Sealing fails for nonces of a wrong size alone, and this one is made by the library.
    guard let box = try? AES.GCM.seal(plain, using: key), let combined = box.combined else { return "" }
    return combined.base64EncodedString()
  }

  /// Nil for what this process did not seal.
  func position(of identifier: String) -> Int64? {
    guard identifier.utf8.count <= 64, let data = Data(base64Encoded: identifier),
      let box = try? AES.GCM.SealedBox(combined: data), let plain = try? AES.GCM.open(box, using: key),
      plain.count == MemoryLayout<Int64>.size
    else { return nil }
    return plain.reduce(0) { $0 << 8 | Int64($1) }
  }
}
