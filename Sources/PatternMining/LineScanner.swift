/// Takes the tokens of a message in order.
protocol TokenSink {
  /// - Parameters:
  ///   - delimiters: the last eight bytes between the token before and this one, runs of blanks as one space.
  ///   - token: where it stands in the message.
  ///   - word: its hash, nil for a variable token.
  mutating func take(delimiters: UInt64, token: Range<Int>, word: UInt64?)

  /// A token that looks like a request or trace identifier.
  mutating func identifier(_ hash: UInt64)
}

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
    var previousWord: UInt64 = 0
    var isAfterVariable = false
    var isStatusAwaited = false
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
      let tally = TokenTally(packed: packed)
      var isWord = !tally.hasDigits
      if isWord {
        if tally.otherLetters == 0, tally.marks == 0, tally.hexLetters >= 12 { isWord = false }
        if methods.contains(hash) { isStatusAwaited = true }
      } else if tally.isNumber {
        if at - start == 3, isStatusAwaited, byte < 54, byte > 48, delimiters & 0xff == 32 {
          isWord = true
          isStatusAwaited = false
        } else if at - start <= 5 {
          isWord = codeWords.contains(previousWord)
        }
      } else {
        isWord = Self.isName(tally, first: byte, last: message[at - 1], count: at - start)
        if !isWord, Self.isIdentifier(tally, first: byte, count: at - start) {
          sink.identifier(StableHash.mixed(hash))
        }
      }
      if isWord {
        sink.take(delimiters: delimiters, token: start..<at, word: hash)
        isAfterVariable = false
        previousWord = hash
      } else {
        if !isAfterVariable || !Self.joinsList(delimiters) {
          sink.take(delimiters: delimiters, token: start..<at, word: nil)
        }
        isAfterVariable = true
        previousWord = 0
      }
      delimiters = 0
      tokens += 1
    }
  }

  /// Whether a token that varies can name one request, trace or order: 16 or more hexadecimal digits, a UUID, or letters
  /// with at least six digits behind them, such as `ch_4c1d09e2` or `C01-0000912`.
  @inline(__always)
  private static func isIdentifier(_ tally: TokenTally, first: UInt8, count: Int) -> Bool {
    if count >= 16, tally.otherLetters == 0, tally.hexLetters > 0 {
      return tally.marks == 0 || (tally.marks == 4 && count == 36)
    }
    return count >= 10 && count <= 40 && tally.digits >= 6 && first >= 65 && tally.marks <= 2
  }

  /// Whether a token with digits and other bytes is a name rather than a value: `SSLV3_ALERT_BAD`, `v1`, `ORA-01555`.
  @inline(__always)
  private static func isName(_ tally: TokenTally, first: UInt8, last: UInt8, count: Int) -> Bool {
    guard first >= 65 else { return false }
    let letters = tally.hexLetters + tally.otherLetters
    if tally.digits <= 2 {
      if letters >= 6, tally.otherLetters >= 3, last >= 65 { return true }
      if count == 2, first == 118 { return true }
    }
    // Codes of databases and systems: ORA-01555, TNS-12541, ERR1234, SQL0911N.
    return letters >= 3 && letters <= 4 && tally.marks <= 1 && first < 91
      && (first == 79 || first == 84 || first == 69 || first == 83) && tally.digits >= 4 && tally.digits <= 5
      && count <= 10 && tally.hexLetters <= 2 && tally.marks + tally.digits > 4
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
