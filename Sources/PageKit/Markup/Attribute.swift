package import Plans
package import PublicStatus

/// An attribute of an element; the value is escaped, and a link can only lead where ``SitePath`` or a fragment leads.
package struct Attribute: Sendable, Hashable {
  package let markup: String

  private init(_ name: StaticString, _ value: String) {
    markup = " \(name)=\"\(HTML.escaped(value))\""
  }

  private init(joined attributes: [Attribute]) {
    markup = attributes.map(\.markup).joined()
  }

  /// An attribute that is there or not, without a value.
  private init(flag name: StaticString) {
    markup = " \(name)"
  }

  package static func `class`(_ names: String...) -> Attribute {
    Attribute("class", names.filter { !$0.isEmpty }.joined(separator: " "))
  }

  package static func id(_ name: String) -> Attribute { Attribute("id", name) }
  package static func href(_ path: SitePath) -> Attribute { Attribute("href", path.text) }
  package static func href(_ link: StatusLink) -> Attribute { Attribute("href", link.text) }
  package static func src(_ link: StatusLink) -> Attribute { Attribute("src", link.text) }
  /// A link that leads away, to an address that was looked over.
  package static func href(_ address: PublicAddress) -> Attribute { Attribute("href", address.text) }
  /// A link that calls somebody or begins a mail.
  package static func href(_ address: ContactAddress) -> Attribute { Attribute("href", address.text) }
  /// A link to a place on this page; `id` without the hash.
  package static func href(fragment id: String) -> Attribute { Attribute("href", "#\(id)") }
  package static func action(_ path: SitePath) -> Attribute { Attribute("action", path.text) }
  /// Where a button sends its form, if not to the form's own address.
  package static func formAction(_ path: SitePath) -> Attribute { Attribute("formaction", path.text) }
  package static func src(_ path: SitePath) -> Attribute { Attribute("src", path.text) }
  package static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
  package static func title(_ text: String) -> Attribute { Attribute("title", text) }
  package static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
  package static func labelledBy(_ id: String) -> Attribute { Attribute("aria-labelledby", id) }
  /// The column's heading, which a narrow screen shows beside the cell.
  package static func column(_ heading: String) -> Attribute { Attribute("data-label", heading) }
  package static let hidden = Attribute("aria-hidden", "true")
  package static let isOpen = Attribute(flag: "open")

  /// Several at once; those that are nil are left out.
  package static func group(_ attributes: [Attribute?]) -> Attribute {
    Attribute(joined: attributes.compactMap(\.self))
  }

  /// Any other attribute.
  ///
  /// Names are written in the code, so none that runs a script comes from data.
  package static func set(_ name: StaticString, _ value: String) -> Attribute { Attribute(name, value) }
}
