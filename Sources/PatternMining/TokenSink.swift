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
