/// The name that a caller gives a write so that it is done once.
package enum IdempotencyKey {
  package static let lengthMax = 200

  /// Throws where it is not 1 to 200 printable ASCII characters without spaces.
  package static func check(_ key: String?) throws(Problem) {
    guard let key else { return }
    let place = "header 'Idempotency-Key'"
    let hint = "send 1 to \(lengthMax) printable ASCII characters, a random UUID is well"
    guard (1...lengthMax).contains(key.utf8.count) else {
      throw Problem(
        .invalidParameter, "the key has \(key.utf8.count) characters; expected 1 to \(lengthMax)", place: place,
        hint: hint)
    }
    guard key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Problem(
        .invalidParameter, "the key holds characters that are not printable ASCII", place: place, hint: hint)
    }
  }
}
