import Foundation
import Interchange
import Schemas
import Testing

struct JSONValueTests {
  @Test func `JSON comes back as it went`() throws {
    let value = JSONValue.object(["a": .array([.integer(1), .number(1.5), .null, .bool(true)]), "b": .string("ü")])
    #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
  }
}
