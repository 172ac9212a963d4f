/// The shape of a JSON value: one definition for the API's description, for the check of what comes in, and for forms.
///
/// It renders itself as JSON Schema 2020-12 (``document``), checks a value (``problems(in:)``), and tells ``FormBridge``
/// how the fields of a form become JSON. A test holds the two renderings to each other.
package struct Schema: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    case text(TextRules)
    /// One of some words.
    case choice([String])
    case integer(ClosedRange<Int64>)
    case number(ClosedRange<Double>)
    case flag
    /// RFC 3339 with its zone.
    case instant
    case list(Schema, ClosedRange<Int>)
    /// Members by name; a closed one takes no others.
    case object([Property])
    /// Any JSON object at all.
    case anything
  }

  package var kind: Kind
  /// The name under which the description of the API keeps it; nil where it is written out in place.
  package var name: String?
  /// What it means, as a sentence.
  package var note: String?
  /// Whether null is a value too.
  package var isNullable = false

  package init(_ kind: Kind, name: String? = nil, note: String? = nil) {
    self.kind = kind
    self.name = name
    self.note = note
  }

  /// What a text must be.
  package struct TextRules: Hashable, Sendable {
    /// In Unicode scalars.
    package var length: ClosedRange<Int>
    /// In the dialect of ECMA-262, anchored; nil: anything without control characters.
    package var pattern: String?
    /// Whether line breaks and tabs may stand in it.
    package var isMultiline: Bool
  }

  /// A member of an object.
  package struct Property: Hashable, Sendable {
    package var name: String
    package var schema: Schema
    package var isRequired: Bool
  }
}

extension Schema {
  /// A text on one line; where `min` is over zero, it is more than spaces.
  package static func line(_ max: Int, min: Int = 1) -> Schema {
    Schema(.text(TextRules(length: min...max, pattern: nil, isMultiline: false)))
  }

  /// A text of any number of lines, Markdown where the note says so.
  package static func lines(_ max: Int, min: Int = 1) -> Schema {
    Schema(.text(TextRules(length: min...max, pattern: nil, isMultiline: true)))
  }

  package static func matching(_ pattern: String, max: Int, min: Int = 1) -> Schema {
    Schema(.text(TextRules(length: min...max, pattern: pattern, isMultiline: false)))
  }

  package static func choice(_ words: [String]) -> Schema { Schema(.choice(words)) }

  package static func choice<Words: CaseIterable & RawRepresentable<String>>(of type: Words.Type) -> Schema {
    Schema(.choice(type.allCases.map(\.rawValue)))
  }

  package static func integer(_ range: ClosedRange<Int64>) -> Schema { Schema(.integer(range)) }

  package static func number(_ range: ClosedRange<Double>) -> Schema { Schema(.number(range)) }

  package static var flag: Schema { Schema(.flag) }

  package static var instant: Schema { Schema(.instant) }

  package static var anything: Schema { Schema(.anything) }

  package static func list(of element: Schema, max: Int, min: Int = 0) -> Schema { Schema(.list(element, min...max)) }

  package static func object(_ properties: [Property], name: String? = nil) -> Schema {
    Schema(.object(properties), name: name)
  }

  /// With a sentence on what it means.
  package func noted(_ note: String) -> Schema {
    var copy = self
    copy.note = note
    return copy
  }

  /// Null is a value too.
  package var orNull: Schema {
    var copy = self
    copy.isNullable = true
    return copy
  }

  /// The members, where it is an object.
  package var properties: [Property] {
    guard case .object(let properties) = kind else { return [] }
    return properties
  }

  package func property(_ name: String) -> Property? { properties.first { $0.name == name } }
}

extension Schema.Property {
  package static func required(_ name: String, _ schema: Schema) -> Schema.Property {
    Schema.Property(name: name, schema: schema, isRequired: true)
  }

  package static func optional(_ name: String, _ schema: Schema) -> Schema.Property {
    Schema.Property(name: name, schema: schema, isRequired: false)
  }
}
