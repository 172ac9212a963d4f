internal import Chronology
internal import Postmortems

/// How steps and factors lie in columns: fields and records apart by the ASCII marks for that, read many times faster
/// than JSON.
///
/// A board of 3,000 postmortems reads some ten thousand of them.
enum ActionCoding {
  /// Between records.
  static let recordMark = "\u{1E}"
  private static let fieldMark = "\u{1F}"

  static func text(_ step: PostmortemAction.Step) -> String {
    fields(step.state.rawValue, step.at.rfc3339, step.by, step.note, step.check ?? "")
  }

  static func steps(_ text: String) -> [PostmortemAction.Step] {
    records(text).compactMap { fields in
      guard fields.count == 5, let state = ActionState(rawValue: fields[0]), let at = Instant(rfc3339: fields[1])
      else { return nil }
      return PostmortemAction.Step(
        state: state, at: at, by: fields[2], note: fields[3], check: fields[4].isEmpty ? nil : fields[4])
    }
  }

  static func text(factors: [Int: String]) -> String {
    factors.sorted { $0.key < $1.key }.map { fields(String($0.key), $0.value) }.joined(separator: recordMark)
  }

  static func factors(_ text: String) -> [Int: String] {
    var factors: [Int: String] = [:]
    for fields in records(text) where fields.count == 2 {
      if let number = Int(fields[0]) { factors[number] = fields[1] }
    }
    return factors
  }

  private static func records(_ text: String) -> [[String]] {
    guard !text.isEmpty else { return [] }
    return text.utf8.split(separator: 0x1E).map { record in
      record.split(separator: 0x1F, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// What people write holds neither mark; what an older record holds is kept apart from them.
  private static func fields(_ values: String...) -> String {
    values.map { value in
      value.utf8.contains { $0 == 0x1E || $0 == 0x1F }
        ? String(value.unicodeScalars.map { [0x1E, 0x1F].contains($0.value) ? " " : Character($0) }) : value
    }.joined(separator: fieldMark)
  }
}
