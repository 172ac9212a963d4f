extension Schema {
  /// The pattern of a text that has none of its own, as ECMA-262: no control characters, and more than spaces.
  static func plainPattern(isMultiline: Bool, isEmptyAllowed: Bool) -> String {
    let inside =
      isMultiline ? "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F" : "\\u0000-\\u001F\\u007F-\\u009F"
    let any = "[^\(inside)]*"
    return isEmptyAllowed ? "^\(any)$" : "^\(any)[^\\u0000-\\u0020\\u007F-\\u009F]\(any)$"
  }

  /// The years that an instant may have, as ECMA-262.
  static let instantPattern = "^(1[7-9]|2[01])[0-9]{2}-"

  /// As JSON Schema 2020-12, named schemas as references into the description's components.
  package var document: JSONValue {
    if let name {
      let reference: JSONValue = ["$ref": .string("#/components/schemas/\(name)")]
      guard isNullable else { return reference }
      return ["oneOf": [reference, ["type": "null"]]]
    }
    return written
  }

  /// As JSON Schema 2020-12, written out at its own level even when it has a name.
  package var written: JSONValue {
    var members = keywords
    if let note { members["description"] = .string(note) }
    if isNullable, case .string(let type)? = members["type"] { members["type"] = [.string(type), "null"] }
    if isNullable, case .array(let words)? = members["enum"] { members["enum"] = .array(words + [.null]) }
    return .object(members)
  }

  private var keywords: [String: JSONValue] {
    switch kind {
    case .text(let rules):
      return [
        "type": "string", "minLength": .integer(Int64(rules.length.lowerBound)),
        "maxLength": .integer(Int64(rules.length.upperBound)),
        "pattern": .string(
          rules.pattern
            ?? Self.plainPattern(isMultiline: rules.isMultiline, isEmptyAllowed: rules.length.lowerBound == 0)),
      ]
    case .choice(let words): return ["type": "string", "enum": .array(words.map { .string($0) })]
    case .integer(let range):
      return ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
    case .number(let range):
      return ["type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
    case .flag: return ["type": "boolean"]
    case .instant: return ["type": "string", "format": "date-time", "pattern": .string(Self.instantPattern)]
    case .list(let element, let count):
      return [
        "type": "array", "items": element.document, "minItems": .integer(Int64(count.lowerBound)),
        "maxItems": .integer(Int64(count.upperBound)),
      ]
    case .object(let properties):
      var members: [String: JSONValue] = ["type": "object", "additionalProperties": false]
      members["properties"] = .object(
        Dictionary(properties.map { ($0.name, $0.schema.document) }, uniquingKeysWith: { $1 }))
      let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
      if !required.isEmpty { members["required"] = .array(required) }
      return members
    case .anything: return ["type": "object"]
    }
  }

  /// The named schemas in here, this one included, by name.
  package func collectNamed(into found: inout [String: Schema]) {
    if let name {
      guard found[name] == nil else { return }
      var plain = self
      plain.isNullable = false
      found[name] = plain
    }
    switch kind {
    case .list(let element, _): element.collectNamed(into: &found)
    case .object(let properties): for property in properties { property.schema.collectNamed(into: &found) }
    default: break
    }
  }
}
