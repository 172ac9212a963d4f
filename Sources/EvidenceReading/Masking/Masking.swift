/// Takes secrets and personal data out of a text, before it leaves the evidence folder.
///
/// Precise rather than greedy: request ids, order numbers and hashes stay, because a timeline without them cannot be
/// checked. Masked are values behind telling keys (`password=`, `"api_key": `) and sentences (`the db pw is …`), passwords
/// in URLs and commands, bearer and basic credentials, JSON web tokens, keys of cloud providers by their prefixes, private keys, e-mail addresses, international
/// telephone numbers, and card numbers whose check digit is right.
package enum Masking {
  /// What stands in the place of a masked value.
  package static let mark = "[masked]"

  /// Where secret values stand, in order, without overlap.
  package static func ranges(in text: [UInt8]) -> [Range<Int>] { MaskFinder(text).ranges() }

  /// The text with secret values replaced by ``mark``; their keys are kept.
  package static func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let ranges = MaskFinder(bytes).ranges()
    guard !ranges.isEmpty else { return text }
    var masked: [UInt8] = []
    masked.reserveCapacity(bytes.count)
    var at = 0
    for range in ranges {
      masked.append(contentsOf: bytes[at..<range.lowerBound])
      masked.append(contentsOf: mark.utf8)
      at = range.upperBound
    }
    masked.append(contentsOf: bytes[at...])
    return String(decoding: masked, as: UTF8.self)
  }
}
