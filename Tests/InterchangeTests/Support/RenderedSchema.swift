import Foundation
import Interchange
import Schemas

extension Schema {
  /// As JSON Schema with every named schema written out where it stands.
  var inlined: JSONValue {
    var named: [String: Schema] = [:]
    collectNamed(into: &named)
    return Self.inlined(document, named)
  }

  private static func inlined(_ json: JSONValue, _ named: [String: Schema]) -> JSONValue {
    switch json {
    case .object(let members):
      if let reference = members["$ref"]?.string, let schema = named[String(reference.split(separator: "/").last ?? "")]
      {
        return inlined(schema.written, named)
      }
      return .object(members.mapValues { inlined($0, named) })
    case .array(let elements): return .array(elements.map { inlined($0, named) })
    default: return json
    }
  }
}

/// Reads JSON Schema as its specification says, for the keywords that the descriptions use, and refuses to go on at others.
struct RenderedSchema {
  let json: JSONValue

  func accepts(_ value: JSONValue) -> Bool {
    guard let keywords = json.object else { return false }
    return keywords.allSatisfy { keyword, rule in holds(keyword, rule, value, keywords) }
  }

  private func holds(_ keyword: String, _ rule: JSONValue, _ value: JSONValue, _ all: [String: JSONValue]) -> Bool {
    switch keyword {
    case "type": (rule.array ?? [rule]).contains { isOf($0.string ?? "", value) }
    case "enum": rule.array?.contains(value) == true
    case "minLength": value.string.map { $0.unicodeScalars.count >= Int(rule.integer ?? 0) } ?? true
    case "maxLength": value.string.map { $0.unicodeScalars.count <= Int(rule.integer ?? 0) } ?? true
    case "pattern": value.string.map { matches(rule.string ?? "", $0) } ?? true
    case "format": value.string.map(isDateTime) ?? true
    case "minimum": value.number.map { $0 >= rule.number ?? 0 } ?? true
    case "maximum": value.number.map { $0 <= rule.number ?? 0 } ?? true
    case "minItems": value.array.map { $0.count >= Int(rule.integer ?? 0) } ?? true
    case "maxItems": value.array.map { $0.count <= Int(rule.integer ?? 0) } ?? true
    case "items": value.array?.allSatisfy { RenderedSchema(json: rule).accepts($0) } ?? true
    case "required":
      value.object.map { members in rule.array?.allSatisfy { members[$0.string ?? ""] != nil } == true } ?? true
    case "properties":
      value.object?.allSatisfy { name, member in rule[name].map { RenderedSchema(json: $0).accepts(member) } ?? true }
        ?? true
    case "additionalProperties":
      value.object?.keys.allSatisfy { all["properties"]?[$0] != nil } ?? true
    case "oneOf": rule.array?.filter { RenderedSchema(json: $0).accepts(value) }.count == 1
    case "description": true
    default: false
    }
  }

  private func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch type {
    case "string": value.string != nil
    case "integer": value.integer != nil
    case "number": value.number != nil
    case "boolean": value.bool != nil
    case "array": value.array != nil
    case "object": value.object != nil
    case "null": value == .null
    default: false
    }
  }

  /// As ECMA-262 finds it, by a regular expression engine that is not the check's.
  private func matches(_ pattern: String, _ text: String) -> Bool {
    let whole = pattern.hasSuffix("$") ? pattern.dropLast() + "\\z" : pattern[...]
    return text.range(of: String(whole), options: .regularExpression) != nil
  }

  private func isDateTime(_ text: String) -> Bool {
    let formatter = ISO8601DateFormatter()
    // A leap second is a date-time by RFC 3339, which the formatter does not read.
    return formatter.date(from: text.replacingOccurrences(of: ":60", with: ":59")) != nil
  }
}
