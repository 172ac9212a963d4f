internal import Foundation
package import Schemas

/// How values become the JSON of the API: names as Swift has them (lowerCamel), in order, instants as RFC 3339.
///
/// The one place that knows it. Types carry no coding keys, and a member that is nil is left out.
package enum WireCoding {
  package static func bytes(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      preconditionFailure("a type of the wire that cannot be written: \(type(of: value))")
    }
  }

  package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// A value as any JSON, for the check against a schema.
  package static func json(of value: some Encodable) -> JSONValue {
    (try? JSONText.parse(bytes(of: value))) ?? .null
  }
}
