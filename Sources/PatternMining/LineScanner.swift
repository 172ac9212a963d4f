/// Splits a message into words that make its shape and tokens that vary, in one pass over its bytes.
///
/// A token varies when it holds digits, or when it is long and all hexadecimal. Kept in spite of their digits: the
/// status of a request, a short number after a word such as `status` or `errno`, names such as `SSLV3_ALERT`,
/// `v1`, and database error codes. Lists of variable tokens count as one.
struct LineScanner: Sendable {
  /// Bytes of a message that are looked at.
  static let bytesMax = 32 * 1024
  /// Tokens of a message that are looked at.
  static let tokensMax = 256

  private let classes = ByteClasses()
  private let codeWords = WordSet([
    "status", "Status", "STATUS", "code", "Code", "CODE", "errno", "Errno", "ERRNO", "error", "Error", "ERROR", "exit",
    "sqlstate", "SQLSTATE", "SqlState", "signal", "us", "rc", "http_status", "status_code", "statusCode",
    "upstream_status", "exit_code", "exitCode", "exit_status", "level", "severity",
  ])
  private let methods = WordSet(["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "CONNECT"])

  @inline(__always)
  func scan<Sink: TokenSink>(_ message: Span<UInt8>, into sink: inout Sink) {
    let end = min(message.count, Self.bytesMax)
    let entries = classes.entries
    let table = entries.span
    var at = 0
    var tokens = 0
    var delimiters: UInt64 = 0
    var state = State()
    var isAfterVariable = false
    while at < end, tokens < Self.tokensMax {
      let byte = message[at]
      var packed = ByteClasses.tally(of: byte, in: table)
      if packed == 0 {
        if byte > 32 {
          delimiters = delimiters << 8 | UInt64(byte)
        } else if delimiters & 0xff != 32 {
          delimiters = delimiters << 8 | 32
        }
        at += 1
        continue
      }
      let start = at
      var hash = (StableHash.offset ^ UInt64(byte)) &* StableHash.prime
      at += 1
      while at < end {
        let next = message[at]
        let tally = ByteClasses.tally(of: next, in: table)
        if tally == 0 { break }
        packed &+= tally
        hash = (hash ^ UInt64(next)) &* StableHash.prime
        at += 1
      }
      let token = Token(
        tally: TokenTally(packed: packed), hash: hash, first: byte, last: message[at - 1], count: at - start,
        isAfterBlank: delimiters & 0xff == 32)
      let isWord = isWord(token, &state) || token.mayBeCode && Self.isCode(message, at: start)
      if !isWord, token.isIdentifier { sink.identifier(StableHash.mixed(hash)) }
      if isWord {
        sink.take(delimiters: delimiters, token: start..<at, word: hash)
        isAfterVariable = false
        state.previousWord = hash
      } else {
        if !isAfterVariable || !Self.joinsList(delimiters) {
          sink.take(delimiters: delimiters, token: start..<at, word: nil)
        }
        isAfterVariable = true
        state.previousWord = 0
      }
      delimiters = 0
      tokens += 1
    }
  }

  /// Whether a token makes the shape of its line.
  @inline(__always)
  private func isWord(_ token: Token, _ state: inout State) -> Bool {
    let tally = token.tally
    if !tally.hasDigits {
      if methods.contains(token.hash) { state.isStatusAwaited = true }
      return tally.otherLetters > 0 || tally.marks > 0 || tally.hexLetters < 12
    }
    guard tally.isNumber else { return token.isName }
    if token.count == 3, state.isStatusAwaited, token.first < 54, token.first > 48, token.isAfterBlank {
      state.isStatusAwaited = false
      return true
    }
    return token.count <= 5 && codeWords.contains(state.previousWord)
  }

  /// How the error codes of databases and systems begin: ORA-01555, TNS-12541, ERR1234, SQL0911N.
  private static func isCode(_ message: Span<UInt8>, at start: Int) -> Bool {
    switch UInt32(message[start]) << 16 | UInt32(message[start + 1]) << 8 | UInt32(message[start + 2]) {
    case 0x4f5241, 0x544e53, 0x455252, 0x53514c: true
    default: false
    }
  }

  /// `1,2`, `1, 2`, `10:20`, `/1/2`: between two variable tokens these make a list.
  @inline(__always)
  private static func joinsList(_ delimiters: UInt64) -> Bool {
    switch delimiters {
    case 44, 44 << 8 | 32, 58, 47: true
    default: false
    }
  }
}

/// What the tokens before say about the next one.
private struct State {
  /// Hash of the word before; 0 after a token that varies.
  var previousWord: UInt64 = 0
  /// Whether a method of HTTP was seen and its status not yet.
  var isStatusAwaited = false
}

/// One token while it is judged.
private struct Token {
  var tally: TokenTally
  var hash: UInt64
  var first: UInt8
  var last: UInt8
  var count: Int
  var isAfterBlank: Bool

  /// Whether it is, in spite of its digits, a name rather than a value: `SSLV3_ALERT_BAD`, `v1`.
  @inline(__always)
  var isName: Bool {
    guard first >= 65, tally.digits <= 2 else { return false }
    let letters = tally.hexLetters + tally.otherLetters
    return letters >= 6 && tally.otherLetters >= 3 && last >= 65 || count == 2 && first == UInt8(ascii: "v")
  }

  @inline(__always)
  var mayBeCode: Bool {
    first < 91 && first > 64 && count > 4 && count <= 10 && tally.digits >= 4 && tally.digits <= 5
  }

  /// Whether it can name one request, trace or order: 16 or more hexadecimal digits, a UUID, or letters with at least six
  /// digits behind them, such as `ch_4c1d09e2` or `C01-0000912`.
  @inline(__always)
  var isIdentifier: Bool {
    guard tally.digits > 0, count >= 10 else { return false }
    if count >= 16, tally.otherLetters == 0, tally.hexLetters > 0 {
      return tally.marks == 0 || (tally.marks == 4 && count == 36)
    }
    return count <= 40 && tally.digits >= 6 && first >= 65 && tally.marks <= 2
  }
}

/// A handful of words, asked for by hash; most questions end at one bit.
struct WordSet: Sendable {
  private var bits: UInt64 = 0
  private var hashes: [UInt64] = []

  init(_ words: [String]) {
    for word in words {
      let hash = StableHash.word(word)
      bits |= 1 << (hash & 63)
      hashes.append(hash)
    }
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    bits >> (hash & 63) & 1 == 1 && hashes.contains(hash)
  }
}
