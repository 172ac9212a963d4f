/// How things are called on the wire: `INC-12`, `MW-3`, `NM-4`, `PM-5`.
package enum WireName {
  package static func incident(_ number: Int) -> String { "INC-\(number)" }
  package static func maintenance(_ number: Int) -> String { "MW-\(number)" }
  package static func nearMiss(_ number: Int) -> String { "NM-\(number)" }
  package static func postmortem(_ number: Int) -> String { "PM-\(number)" }

  /// The number in `INC-12`, in any case; nil where it is not written so.
  package static func number(_ text: String, prefix: String) -> Int? {
    let digits = text.dropFirst(prefix.count + 1)
    guard text.lowercased().hasPrefix(prefix.lowercased() + "-"), (1...10).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.first != "0"
    else { return nil }
    return Int(digits)
  }
}
