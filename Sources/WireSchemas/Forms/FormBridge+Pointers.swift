package import Schemas

extension FormBridge {
  /// Where on the form a problem is: a pointer by the names of the form's fields.
  ///
  /// Rows that were left empty are not in the body, so that the third row of a form may be the first element of its list.
  package static func formPointer(
    _ pointer: String, fields: [(name: String, value: String)], for schema: Schema
  ) -> String {
    var tree = FieldTree()
    for field in fields.prefix(fieldsMax) where !field.name.hasPrefix("_") {
      tree.insert(field.value, at: field.name.split(separator: ".", omittingEmptySubsequences: false).prefix(8))
    }
    let reading = FormReading(zone: nil)
    var place: (tree: FieldTree, schema: Schema)? = (tree, schema)
    let parts = pointer.split(separator: "/").map { part in
      guard let known = place else { return String(part) }
      var name = String(part)
      switch known.schema.kind {
      case .list(let element, _):
        if let index = Int(part) { name = reading.row(of: index, in: known.tree, element) }
        place = known.tree.members[name].map { ($0, element) }
      default:
        let member = known.schema.property(name)?.schema
        place = member.flatMap { schema in known.tree.members[name].map { ($0, schema) } }
      }
      return name
    }
    return parts.map { "/" + $0 }.joined()
  }
}
