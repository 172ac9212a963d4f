import PublicStatus

/// An attribute of an element; the value is escaped, and a link can only lead where ``SitePath`` or a fragment leads.
struct Attribute: Sendable, Hashable {
  let markup: String

  private init(_ name: StaticString, _ value: String) {
    markup = " \(name)=\"\(HTML.escaped(value))\""
  }

  /// An attribute that is there or not, without a value.
  private init(flag name: StaticString) {
    markup = " \(name)"
  }

  static func `class`(_ names: String...) -> Attribute {
    Attribute("class", names.filter { !$0.isEmpty }.joined(separator: " "))
  }

  static func id(_ name: String) -> Attribute { Attribute("id", name) }
  static func href(_ path: SitePath) -> Attribute { Attribute("href", path.text) }
  static func href(_ link: StatusLink) -> Attribute { Attribute("href", link.text) }
  static func src(_ link: StatusLink) -> Attribute { Attribute("src", link.text) }
  /// A link that leads away, to an address that was looked over.
  static func href(_ address: PublicAddress) -> Attribute { Attribute("href", address.text) }
  /// A link to a place on this page; `id` without the hash.
  static func href(fragment id: String) -> Attribute { Attribute("href", "#\(id)") }
  static func action(_ path: SitePath) -> Attribute { Attribute("action", path.text) }
  static func src(_ path: SitePath) -> Attribute { Attribute("src", path.text) }
  static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
  static func title(_ text: String) -> Attribute { Attribute("title", text) }
  static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
  static func labelledBy(_ id: String) -> Attribute { Attribute("aria-labelledby", id) }
  /// The column's heading, which a narrow screen shows beside the cell.
  static func column(_ heading: String) -> Attribute { Attribute("data-label", heading) }
  static let hidden = Attribute("aria-hidden", "true")
  static let isOpen = Attribute(flag: "open")

  /// Any other attribute.
  ///
  /// Names are written in the code, so none that runs a script comes from data.
  static func set(_ name: StaticString, _ value: String) -> Attribute { Attribute(name, value) }
}
