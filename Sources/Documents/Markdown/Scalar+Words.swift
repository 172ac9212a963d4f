extension Unicode.Scalar {
  /// White space of any kind; quick for ASCII.
  package var isSpace: Bool {
    isASCII ? value == 32 || (value >= 9 && value <= 13) : properties.isWhitespace
  }

  /// A letter or a digit of any script; quick for ASCII.
  package var isLetterOrDigit: Bool {
    guard isASCII else { return properties.isAlphabetic || properties.numericType != nil }
    return (value | 32 >= 97 && value | 32 <= 122) || (value >= 48 && value <= 57)
  }
}
