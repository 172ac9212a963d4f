package import Schemas

/// Turns the fields of a form into the JSON that an operation takes, by the operation's own schema.
///
/// - A field that is empty is absent, unless its schema takes an empty text; an empty one that is required stays, so that
///   the check says that it is missing.
/// - `owner.clear=on` puts null where the schema takes null.
/// - A dotted name is a member of a nested object or, where it is a number, an element of a list: `options.0`, `text.since`.
/// - A row of a list whose needed choice was left alone is left out; so is an optional object whose fields are all empty
///   where it could not be empty.
/// - A list is one element per line, or one per field of the same name; its empty lines are left out.
/// - A box that is not ticked is absent, or false where the member is required; a hidden field before it sets its value.
/// - An instant is RFC 3339, or a `datetime-local` value whose zone stands in the field `NAME.zone`, else in `_zone`: an
///   offset (`+01:00`, `Z`) or a name (`Europe/Berlin`).
/// - Names that begin with `_` are the page's own (`_csrf`, `_version`) and are left out.
///
/// Nothing is refused here: what does not fit goes through as text, and ``Schema/problems(in:)`` says so by the field's
/// name. ``Schema/FieldProblem/pointer`` leads back to the field through ``fieldName(of:)``.
package enum FormBridge {
  /// How many fields a form may have; what is past it is left out, and a body without it is refused by its check.
  package static let fieldsMax = 500

  package static func body(from fields: [(name: String, value: String)], for schema: Schema) -> JSONValue {
    var tree = FieldTree()
    for field in fields.prefix(fieldsMax) where !field.name.hasPrefix("_") {
      tree.insert(field.value, at: field.name.split(separator: ".", omittingEmptySubsequences: false).prefix(8))
    }
    let zone = fields.last { $0.name == "_zone" }?.value
    return FormReading(zone: zone).value(of: tree, as: schema, isRequired: true) ?? .object([:])
  }

  /// The name of the field that a problem is about: `/text/since` is `text.since`.
  ///
  /// An element of a list written one per line belongs to the list's own field.
  package static func fieldName(of pointer: String) -> String {
    pointer.split(separator: "/").joined(separator: ".")
  }
}

/// Fields by the parts of their names.
struct FieldTree {
  /// In the order in which they came.
  var values: [String] = []
  var members: [String: FieldTree] = [:]

  mutating func insert(_ value: String, at path: ArraySlice<Substring>) {
    guard let first = path.first else {
      values.append(value)
      return
    }
    members[String(first), default: FieldTree()].insert(value, at: path.dropFirst())
  }
}

/// The reading of one form.
struct FormReading {
  let zone: String?

  /// Nil where the field is absent.
  func value(of tree: FieldTree, as schema: Schema, isRequired: Bool) -> JSONValue? {
    if schema.isNullable, tree.members["clear"]?.values.contains(where: isTicked) == true { return .null }
    switch schema.kind {
    case .object(let properties): return object(tree, properties, isRequired: isRequired)
    case .list(let element, _): return list(tree, element, isRequired: isRequired)
    case .flag: return flag(tree, isRequired: isRequired)
    default: break
    }
    guard let written = tree.values.last else { return nil }
    if written.isEmpty, !isRequired, !schema.takesEmptyText { return nil }
    switch schema.kind {
    case .integer: return Int64(trimmed(written)).map { .integer($0) } ?? .string(written)
    case .number: return Double(trimmed(written)).map { .number($0) } ?? .string(written)
    case .instant:
      let zone = tree.members["zone"]?.values.last ?? zone
      return .string(LocalMoment.rfc3339(trimmed(written), zone: zone) ?? written)
    case .text(let rules) where rules.isMultiline: return .string(unixLines(written))
    default: return .string(written)
    }
  }

  private func object(_ tree: FieldTree, _ properties: [Schema.Property], isRequired: Bool) -> JSONValue? {
    let mustSay = properties.contains { $0.isRequired && !$0.schema.takesEmptyText }
    if !isRequired, mustSay, !hasText(tree, Schema(.anything)) { return nil }
    var members: [String: JSONValue] = [:]
    for property in properties {
      let field = tree.members[property.name] ?? FieldTree()
      members[property.name] = value(of: field, as: property.schema, isRequired: property.isRequired)
    }
    for (name, field) in tree.members where !properties.contains(where: { $0.name == name }) && name != "clear" {
      // Nothing is dropped in silence: the check refuses it by its name.
      members[name] = .string(field.values.last ?? "")
    }
    return members.isEmpty && !isRequired ? nil : .object(members)
  }

  private func list(_ tree: FieldTree, _ element: Schema, isRequired: Bool) -> JSONValue? {
    var elements: [JSONValue] = []
    for line in tree.values.flatMap({ unixLines($0).split(separator: "\n") }) where !trimmed(String(line)).isEmpty {
      let field = FieldTree(values: [trimmed(String(line))])
      if let value = value(of: field, as: element, isRequired: true) { elements.append(value) }
    }
    for entry in rows(of: tree, element) {
      if let value = value(of: entry.field, as: element, isRequired: true) { elements.append(value) }
    }
    return elements.isEmpty && !isRequired ? nil : .array(elements)
  }

  /// Rows that were filled in, in their order.
  private func rows(of tree: FieldTree, _ element: Schema) -> [(index: Int, field: FieldTree)] {
    tree.members.compactMap { name, field in Int(name).map { (index: $0, field: field) } }
      .filter { hasText($0.field, element) }.sorted { $0.index < $1.index }
  }

  /// The row of a form that became an element of a list; lines of a text come before rows.
  func row(of element: Int, in tree: FieldTree, _ schema: Schema) -> String {
    let lines = tree.values.flatMap { unixLines($0).split(separator: "\n") }.count { !trimmed(String($0)).isEmpty }
    let rows = rows(of: tree, schema)
    let place = element - lines
    return rows.indices.contains(place) ? "\(rows[place].index)" : "\(element)"
  }

  private func flag(_ tree: FieldTree, isRequired: Bool) -> JSONValue? {
    guard let written = tree.values.last, !written.isEmpty else { return isRequired ? .bool(false) : nil }
    if isTicked(written) { return .bool(true) }
    return ["off", "false", "0", "no"].contains(written.lowercased()) ? .bool(false) : .string(written)
  }

  private func isTicked(_ value: String) -> Bool { ["on", "true", "1", "yes"].contains(value.lowercased()) }

  /// Whether an element of a list was filled in: a row whose needed choice was left alone was not.
  private func hasText(_ tree: FieldTree, _ schema: Schema) -> Bool {
    for property in schema.properties where property.isRequired {
      if case .choice = property.schema.kind, tree.members[property.name]?.values.last?.isEmpty != false {
        return false
      }
    }
    return tree.values.contains { !$0.isEmpty }
      || tree.members.values.contains { hasText($0, Schema(.anything)) }
  }

  /// Browsers send the lines of a text with carriage returns (the rules for forms ask for it).
  private func unixLines(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
  }

  private func trimmed(_ text: String) -> String {
    let inner = text.drop { $0.isWhitespace }
    return String(inner.reversed().drop { $0.isWhitespace }.reversed())
  }
}

extension Schema {
  /// Whether an empty text says something: that there is none any more.
  fileprivate var takesEmptyText: Bool {
    guard case .text(let rules) = kind else { return false }
    return rules.length.lowerBound == 0 && rules.pattern == nil
  }
}
