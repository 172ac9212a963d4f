/// The words that logs use for their levels.
extension LogLevel {
  /// The level named by the bytes of `range`, whatever their case; nil when they name none.
  ///
  /// The first eight letters are compared as one number: `info` is 0x696e666f.
  init?(word bytes: Span<UInt8>, _ range: Range<Int>) {
    guard (3...13).contains(range.count) else { return nil }
    var letters: UInt64 = 0
    for index in range.prefix(8) {
      let letter = bytes[index] | 0x20
      guard letter &- 97 < 26 else { return nil }
      letters = letters << 8 | UInt64(letter)
    }
    switch letters {
    case 0x74_7261_6365, 0x64_6562_7567, 0x76_6572_626f_7365, 0x6669_6e65, 0x66_696e_6572, 0x6669_6e65_7374,
      0x636f_6e66_6967, 0x646267, 0x6465_6267:
      self = .debug  // trace debug verbose fine finer finest config dbg debg
    case 0x696e_666f, 0x696e66, 0x696e_666f_726d_6174: self = .info  // info inf informat
    case 0x6e6f_7469_6365: self = .notice  // notice
    case 0x7761_726e, 0x77_6172_6e69_6e67, 0x77726e: self = .warning  // warn warning wrn
    case 0x65_7272_6f72, 0x657272, 0x7365_7665_7265, 0x6572_6f72: self = .error  // error err severe eror
    case 0x6372_6974_6963_616c, 0x6372_6974, 0x66_6174_616c, 0x61_6c65_7274, 0x65_6d65_7267, 0x70_616e_6963, 0x66746c,
      0x656d_6572_6765_6e63:
      self = .critical  // critical crit fatal alert emerg panic ftl emergenc
    default: return nil
    }
    if range.count > 8 {
      guard letters == 0x696e_666f_726d_6174 || letters == 0x656d_6572_6765_6e63 else { return nil }
    }
  }

  /// The level of a syslog severity (RFC 5424, section 6.2.1): 0 emergency to 7 debug.
  init(syslogSeverity: Int) {
    switch syslogSeverity {
    case 0...2: self = .critical
    case 3: self = .error
    case 4: self = .warning
    case 5: self = .notice
    case 6: self = .info
    case 7: self = .debug
    default: self = .unknown
    }
  }

  /// The level of the numbers that pino and Bunyan write: 10 trace, 20 debug, 30 info, 40 warn, 50 error, 60 fatal.
  init(pinoNumber number: Int) {
    switch number {
    case 0...7: self = LogLevel(syslogSeverity: number)
    case 10..<30: self = .debug
    case 30..<40: self = .info
    case 40..<50: self = .warning
    case 50..<60: self = .error
    case 60...: self = .critical
    default: self = .unknown
    }
  }

  /// The level of one letter, as Android, klog and glog write it.
  init?(letter: UInt8) {
    switch letter {
    case 86, 68: self = .debug  // V D
    case 73: self = .info  // I
    case 78: self = .notice  // N
    case 87: self = .warning  // W
    case 69: self = .error  // E
    case 70, 67, 65: self = .critical  // F C A
    default: return nil
    }
  }
}
