import Chronology
import Interchange
import Schemas
import WireSchemas

/// Why a form was refused, as the people say it who fill it in: fields by their labels on the page, times in its zone.
///
/// The problem's own words are for programs: they speak of names in a body and of instants as RFC 3339.
struct RefusalWords: Sendable {
  let problem: Problem
  var zone = PageZone.utc

  /// One sentence; `label`: of a field by its name, nil where the page has no such field.
  func text(label: (String) -> String?) -> String {
    guard let errors = problem.errors, let first = errors.first else { return readable(problem.detail) }
    let more =
      errors.count == 1
      ? "" : ", and \(errors.count - 1) more: \(errors.count == 2 ? "it is" : "they are") marked below"
    let message = readable(first.message)
    guard let label = label(FormBridge.fieldName(of: first.pointer)) else { return message + more }
    return "‘\(label)’: \(message)\(more)"
  }

  /// A message with its times and days as people read them.
  func readable(_ message: String) -> String {
    message.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let plain = word.drop { $0 == "'" || $0 == "(" }
      let core = plain.prefix { $0.isLetter || $0.isNumber || "-:.+".contains($0) }
      let tail = core.reversed().prefix { $0 == "." || $0 == ":" }.count
      let value = String(core.dropLast(tail))
      guard value.count >= 10, let words = shown(value) else { return String(word) }
      return String(word.dropLast(plain.count)) + words + String(plain.dropFirst(value.count))
    }.joined(separator: " ")
  }

  private func shown(_ value: String) -> String? {
    if value.contains("T"), let instant = Instant(rfc3339: value) {
      return "\(Wording.dayAndMonth(zone.date(instant))), \(zone.minute(instant)) \(zone.label)"
    }
    return value.count == 10 ? CivilDate(value).map(Wording.dayAndMonth) : nil
  }
}

/// Labels of fields as a form shows them.
struct FormLabels: Sendable {
  let content: HTML
  /// The form's name, which its fields' ids begin with.
  let scope: String

  private static let escapes: [(escape: String, text: String)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
  ]

  /// Of a field by its name; of a row of fields, that of its first.
  func label(of name: String) -> String? {
    guard !name.isEmpty else { return nil }
    return text(after: "<label for=\"\(Field.id(name, in: scope))\">")
      ?? text(after: "<label for=\"\(Field.id(name + ".", in: scope))")
  }

  private func text(after mark: String) -> String? {
    guard let found = content.markup.firstRange(of: mark) else { return nil }
    var rest = content.markup[found.upperBound...]
    if !mark.hasSuffix(">") {
      guard let end = rest.firstIndex(of: ">") else { return nil }
      rest = rest[rest.index(after: end)...]
    }
    let words = rest.prefix { $0 != "<" }
    guard !words.isEmpty else { return nil }
    return Self.escapes.reduce(String(words)) { $0.replacing($1.escape, with: $1.text) }
  }
}
