/// How a file is packed, told by its first bytes.
enum PackedKind: Sendable {
  case gzip
  case zstandard
  case bzip2
  case xz
  case lz4
  case tar
  case zip

  init?(head: [UInt8]) {
    func begins(_ magic: [UInt8], at offset: Int = 0) -> Bool {
      head.count >= offset + magic.count && Array(head[offset..<(offset + magic.count)]) == magic
    }
    if begins([0x1f, 0x8b, 8]) {
      self = .gzip
    } else if begins([0x28, 0xb5, 0x2f, 0xfd]) {
      self = .zstandard
    } else if begins(Array("BZh".utf8)), begins([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4) {
      self = .bzip2
    } else if begins([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]) {
      self = .xz
    } else if begins([0x04, 0x22, 0x4d, 0x18]) {
      self = .lz4
    } else if begins(Array("ustar".utf8), at: 257) || Self.isOldTar(head) {
      self = .tar
    } else if begins([0x50, 0x4b, 3, 4]) {
      self = .zip
    } else {
      return nil
    }
  }

  /// A tar without a magic number, as before POSIX: the header's check sum is right.
  ///
  /// The sum is that of the 512 bytes with blanks in its own place, written in octal.
  private static func isOldTar(_ head: [UInt8]) -> Bool {
    guard head.count >= 512, head[0] != 0, head[511] == 0 else { return false }
    let digits = head[148..<156].drop { $0 == 32 }.prefix { (48...55).contains($0) }
    guard digits.count >= 4, let written = Int(String(decoding: digits, as: UTF8.self), radix: 8) else { return false }
    return head[..<148].reduce(0) { $0 + Int($1) } + head[156..<512].reduce(8 * 32) { $0 + Int($1) } == written
  }
}
