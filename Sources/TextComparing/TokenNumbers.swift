/// Gives equal tokens equal numbers, by their bytes: texts that only look alike differ.
struct TokenNumbers {
  private var known: [ArraySlice<UInt8>: Int32] = [:]

  mutating func numbers(of tokens: [Range<Int>], in bytes: [UInt8]) -> [Int32] {
    tokens.map { range in
      let key = bytes[range]
      if let number = known[key] { return number }
      let number = Int32(known.count)
      known[key] = number
      return number
    }
  }
}
