import PageKit
import Plans

/// Who is asked to take a role, whoever is asked first standing first, each with a way to reach them.
struct AskedPeople: Sendable {
  let call: CallList.Call

  /// Named without unfolding; the rest stands in the list of people.
  private static let shownMax = 4

  var html: HTML? {
    guard !call.asked.isEmpty || !call.away.isEmpty else { return nil }
    return Tag.ul(.class("asked-people")) {
      for (index, person) in call.asked.prefix(Self.shownMax).enumerated() {
        Tag.li {
          Tag.span(.class("asked-place")) { Self.place(person, index) }
          " "
          Tag.strong { person.name }
          for contact in person.contacts {
            " "
            ContactLink(kind: contact.kind, way: contact.value).html
          }
        }
      }
      if !call.away.isEmpty { Tag.li(.class("section-note")) { "Away today: \(call.away.joined(separator: ", "))" } }
    }
  }

  private static func place(_ person: CallList.Asked, _ index: Int) -> String {
    if person.place == .learning { return "Still learning:" }
    return index == 0 ? "Ask first:" : "Then:"
  }
}

/// A way to reach somebody: a link where a telephone or a mail program can take it.
struct ContactLink: Sendable {
  var kind = ""
  let way: String

  var html: HTML {
    guard let address = ContactAddress(way) else { return HTML(kind.isEmpty ? way : "\(kind): \(way)") }
    return Tag.a(.class("contact-link"), .href(address)) { way }
  }
}
