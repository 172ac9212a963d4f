/// Several names in a sentence.
package enum NameList {
  /// `Ann, Ben and Cleo`.
  package static func and(_ names: [String]) -> String { joined(names, "and") }

  /// `Ann, Ben or Cleo`.
  package static func or(_ names: [String]) -> String { joined(names, "or") }

  /// `Ann and Ben are`, `Ann is`.
  package static func are(_ names: [String]) -> String { and(names) + (names.count == 1 ? " is" : " are") }

  private static func joined(_ names: [String], _ word: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
