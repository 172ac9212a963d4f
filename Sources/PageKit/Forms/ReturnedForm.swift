package import Interchange
package import Schemas
import WireSchemas

/// A form that was not done: what was typed, and what is wrong with it.
///
/// Nothing of it is lost.
package struct ReturnedForm: Sendable {
  package var operation: Operation
  /// Values of the names in the operation's path.
  package var path: [String: String]
  /// As they came, the site's own (`_csrf`, `_key`) among them.
  package var fields: [(name: String, value: String)]
  package var problem: Problem
  /// The entity tag of what stands there now, where the form was filled in from an older one.
  package var newVersion: String?

  package init(
    operation: Operation, path: [String: String], fields: [(name: String, value: String)], problem: Problem,
    newVersion: String? = nil
  ) {
    self.operation = operation
    self.path = path
    self.fields = fields
    self.problem = problem
    self.newVersion = newVersion
  }

  /// The last value of a field; nil where it did not come.
  package func value(_ name: String) -> String? { fields.last { $0.name == name }?.value }

  /// What is wrong with a field.
  package func problem(of name: String) -> String? {
    problem.errors?.first { FormBridge.fieldName(of: $0.pointer) == name }?.message
  }
}

/// One field of a form as an operation's schema has it.
package struct SchemaField: Sendable {
  package let name: String
  package let schema: Schema
  package let isRequired: Bool

  package init(name: String, schema: Schema, isRequired: Bool) {
    self.name = name
    self.schema = schema
    self.isRequired = isRequired
  }

  /// The fields of an object, those of objects within it by dotted names.
  package static func all(of schema: Schema, prefix: String = "", isRequired: Bool = true) -> [SchemaField] {
    schema.properties.flatMap { property in
      let name = prefix + property.name
      let isNeeded = isRequired && property.isRequired
      guard case .object = property.schema.kind else {
        return [SchemaField(name: name, schema: property.schema, isRequired: isNeeded)]
      }
      return all(of: property.schema, prefix: name + ".", isRequired: isNeeded)
    }
  }

  package var control: Field.Control {
    switch schema.kind {
    case .choice(let words):
      .choice((isRequired ? [] : [(value: "", words: "Not said")]) + words.map { ($0, Self.words($0)) })
    case .flag: .tick
    case .list, .anything: .lines
    case .text(let rules) where rules.isMultiline: .lines
    default: .line()
    }
  }

  package var label: String {
    Wording.sentence(name.split(separator: ".").map { Self.words(String($0)) }.joined(separator: ": "))
  }

  package var lengthMax: Int? {
    if case .text(let rules) = schema.kind { rules.length.upperBound } else { nil }
  }

  /// `isPrivate` and `next-by` as words.
  package static func words(_ name: String) -> String {
    var words = ""
    for character in name {
      if character == "-" || character == "_" {
        words.append(" ")
      } else if character.isUppercase {
        words += " " + character.lowercased()
      } else {
        words.append(character)
      }
    }
    return words
  }
}
