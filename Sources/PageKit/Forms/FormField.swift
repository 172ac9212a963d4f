package import Interchange

/// Fields that a form carries for the site itself; their names begin with `_`, as no member of a body's does.
package enum FormField: String, Sendable, CaseIterable {
  /// Proves that the form is one of our own pages'.
  case token = "_csrf"
  /// Makes sending the form twice harmless.
  case key = "_key"
  /// The path to go to once it is done.
  case returnTo = "_return_to"
  /// The entity tag of what the form was filled in from.
  case version = "_version"
  /// The zone that instants without one are in.
  case zone = "_zone"
  /// The form's name on its page.
  case form = "_form"
  /// The path of the page that the form stands on, which is shown again where what was asked for is refused.
  case page = "_page"
  /// The method of the operation where it is none that a form can have.
  case method = "_method"

  /// A field that one button of a form means, and its other buttons do not: only that operation takes it.
  package static func only(_ field: String, of operation: OperationID) -> String {
    "\(onlyStart)\(operation.rawValue).\(field)"
  }

  /// The name that an operation takes a field by: what is another operation's alone keeps the site's own name.
  package static func name(_ field: String, for operation: OperationID) -> String {
    let start = only("", of: operation)
    return field.hasPrefix(start) ? String(field.dropFirst(start.count)) : field
  }

  /// Whether a field holds what a person typed, so that a form that comes back shows it again.
  package static func isTyped(_ field: String) -> Bool {
    !field.hasPrefix("_") || field.hasPrefix(onlyStart) || field == zone.rawValue
  }

  private static let onlyStart = "_only."

  /// A field that is sent along and not shown.
  package func hidden(_ value: String) -> HTML { HiddenField.html(rawValue, value) }
}

/// A field that is sent along and not shown.
package enum HiddenField {
  package static func html(_ name: String, _ value: String) -> HTML {
    Tag.input(.set("type", "hidden"), .set("name", name), .set("value", value))
  }
}

/// The fields that every form of an operation carries: token, key, and where to go afterwards.
///
/// `name` tells the forms of one page apart, so that each has a key of its own.
package struct FormTrim: Sendable {
  package let visitor: PageVisitor?
  package let name: String
  package var returnTo: SitePath?
  package var version: String?

  package init(visitor: PageVisitor?, name: String, returnTo: SitePath? = nil, version: String? = nil) {
    self.visitor = visitor
    self.name = name
    self.returnTo = returnTo
    self.version = version
  }

  package var html: HTML {
    HTML.joined([
      FormField.token.hidden(visitor?.formToken ?? ""),
      FormField.key.hidden("\(visitor?.formKey ?? "")-\(name)"),
      returnTo.map { FormField.returnTo.hidden($0.text) } ?? .empty,
      version.map { FormField.version.hidden($0) } ?? .empty,
    ])
  }
}
