/// What the beginning of a TCP payload shows of TLS, in the clear.
struct TLSRecords {
  /// The description of a fatal alert that was sent unencrypted.
  private(set) var fatalAlert: UInt8?
  /// Whether the payload ends the TLS connection in good order, or may: a `close_notify`, or an encrypted alert, whose
  /// description cannot be seen.
  private(set) var isOrderlyEnd = false

  /// Walks the records from the first byte of a segment, as far as they were captured.
  ///
  /// Records as in RFC 8446 section 5.1,
  /// alerts as in section 6.
  init(_ bytes: Span<UInt8>, in payload: Range<Int>) {
    var at = payload.lowerBound
    while at + 5 <= payload.upperBound, (20...23).contains(bytes[at]), bytes[at + 1] == 3, bytes[at + 2] <= 4 {
      let length = Int(bytes.number16(at + 3))
      if bytes[at] == 21 {
        let isClear = length == 2 && at + 7 <= payload.upperBound
        if isClear, bytes[at + 5] == 2 {
          fatalAlert = bytes[at + 6]
        } else {
          isOrderlyEnd = true
        }
      } else if bytes[at] == 23, length == 19, at == payload.lowerBound {
        // TLS 1.3 sends alerts as application data: two bytes, the type and the tag of 16.
        isOrderlyEnd = true
      }
      at += 5 + length
    }
  }

  /// The description as RFC 8446 section 6 and its predecessors call it.
  static func name(ofAlert code: UInt8) -> String {
    names[code] ?? "alert \(code)"
  }

  private static let names: [UInt8: String] = [
    0: "close notify", 10: "unexpected message", 20: "bad record MAC", 21: "decryption failed", 22: "record overflow",
    30: "decompression failure", 40: "handshake failure", 41: "no certificate", 42: "bad certificate",
    43: "unsupported certificate", 44: "certificate revoked", 45: "certificate expired", 46: "certificate unknown",
    47: "illegal parameter", 48: "unknown certificate authority", 49: "access denied", 50: "decode error",
    51: "decrypt error", 60: "export restriction", 70: "protocol version", 71: "insufficient security",
    80: "internal error", 86: "inappropriate fallback", 90: "user canceled", 100: "no renegotiation",
    109: "missing extension", 110: "unsupported extension", 111: "certificate unobtainable", 112: "unrecognized name",
    113: "bad certificate status response", 114: "bad certificate hash value", 115: "unknown PSK identity",
    116: "certificate required", 120: "no application protocol",
  ]
}
