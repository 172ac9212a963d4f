/// Reads `Label: value` in running text.
enum LabelledValue {
  /// What stands behind one of the labels at the start of the text; nil when none does or nothing follows.
  static func value(in text: String, labels: Set<String>) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let label = text[..<colon].lowercased().filter { $0.isLetter || $0 == " " || $0 == "-" }
    guard labels.contains(label.trimmingPrefix(while: \.isWhitespace).description) else { return nil }
    let value = text[text.index(after: colon)...].drop { $0.isWhitespace || $0 == "*" }
    return value.isEmpty ? nil : String(value)
  }
}
