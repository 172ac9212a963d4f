/// A value of JSON.
package enum GuardJSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([GuardJSON])
  case object([String: GuardJSON])

  /// The value at a JSON Pointer (RFC 6901); nil where there is none.
  package func value(at pointer: String) -> GuardJSON? {
    guard !pointer.isEmpty else { return self }
    guard pointer.hasPrefix("/") else { return nil }
    var value = self
    for token in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      let key = String(token.replacing("~1", with: "/").replacing("~0", with: "~"))
      switch value {
      case .object(let members):
        guard let member = members[key] else { return nil }
        value = member
      case .array(let items):
        // Section 4: digits without a leading zero.
        guard let index = Int(key), String(index) == key, items.indices.contains(index) else { return nil }
        value = items[index]
      default: return nil
      }
    }
    return value
  }

  /// The value in words: what it is, and short ones in full.
  package var words: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): GuardText.number(value)
    case .string(let value): "'\(GuardText.shortened(value, to: 80))'"
    case .array(let items): "a list of \(items.count)"
    case .object(let members): "an object of \(members.count)"
    }
  }
}

extension GuardJSON: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([GuardJSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: GuardJSON].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}
