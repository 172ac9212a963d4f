import Foundation

/// A JSON value as read, numbers by their text.
enum JSONValue {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads one document; nil when the bytes are not exactly one.
  init?(parsing data: Data) {
    // Nesting is bounded by the library (512 levels).
    guard let value = try? JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed]) else { return nil }
    self.init(value)
  }

  private init(_ value: Any) {
    switch value {
    case let text as String: self = .string(text)
    case let object as [String: Any]: self = .object(object.mapValues { JSONValue($0) })
    case let array as [Any]: self = .array(array.map { JSONValue($0) })
    case let number as NSNumber:
      // Foundation keeps booleans as numbers of type `c`, which no JSON number becomes.
      self = unsafe number.objCType.pointee == 99 ? .bool(number.boolValue) : .number(number.stringValue)
    default: self = .null
    }
  }

  var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// A string, number or truth value as text; nil for anything else and for empty strings.
  var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let text): text
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// Texts of an array, or the one text.
  var texts: [String] { array?.compactMap(\.text) ?? text.map { [$0] } ?? [] }

  subscript(key: String) -> JSONValue? { object?[key] }

  /// The first of the keys that holds a text.
  func text(_ keys: String...) -> String? { text(keys) }

  func text(_ keys: [String]) -> String? {
    guard let object else { return nil }
    return keys.lazy.compactMap { object[$0]?.text }.first
  }

  /// The instant under the first of the keys that holds one.
  func stamp(_ keys: String...) -> RecordStamp? {
    keys.lazy.compactMap { key in text(key).flatMap { RecordStamp($0) } }.first
  }
}
