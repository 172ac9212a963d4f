/// Colours that programs write for terminals: `ESC [ … m` and its kin (ECMA-48, section 5.4).
enum TerminalEscapes {
  /// Puts `text` without its control sequences into `plain`, whose room is used again.
  static func remove(from text: Span<UInt8>, into plain: inout [UInt8]) {
    plain.removeAll(keepingCapacity: true)
    var index = 0
    while index < text.count {
      guard text[index] == 27 else {
        plain.append(text[index])
        index += 1
        continue
      }
      index += 1
      guard text.isByte(91, at: index) else { continue }
      index += 1
      // Parameters, then one final byte from `@` to `~`.
      while index < text.count, (0x20...0x3f).contains(text[index]) { index += 1 }
      if index < text.count, (0x40...0x7e).contains(text[index]) { index += 1 }
    }
  }
}
