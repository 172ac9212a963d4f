import Crypto
import Foundation
import Interchange

/// Positions of the record as callers carry them: sealed, because the gaps between positions tell of what one may not see.
///
/// The key lives as long as the process: a cursor from before a restart is refused, and its caller begins again.
struct EventCursors {
  private let key = SymmetricKey(size: .bits256)

  func text(_ position: Int64) -> String {
    let plain = withUnsafeBytes(of: position.littleEndian) { Data($0) }
    guard let sealed = try? AES.GCM.seal(plain, using: key).combined else {
      preconditionFailure("sealing eight bytes cannot fail")
    }
    return PageCursor(key: sealed.base64EncodedString()).text(for: .listEvents)
  }

  func position(_ cursor: PageCursor) throws(Problem) -> Int64 {
    guard let data = Data(base64Encoded: cursor.key), let box = try? AES.GCM.SealedBox(combined: data),
      let plain = try? AES.GCM.open(box, using: key), plain.count == 8
    else { throw PageCursor.foreign }
    return plain.reversed().reduce(0) { $0 << 8 | Int64($1) }
  }
}
