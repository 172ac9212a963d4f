import Chronology
import Incidents
import PageKit
import Plans

/// The fields of somebody's entry: roles, ways to reach them, days on which they are away.
struct PersonFields: Sendable {
  let form: ActionForm
  let roles: [RoleDefinition]
  let person: RosterPerson?

  private static let contactRows = 3
  private static let absenceRows = 3
  private static let places: [(value: String, words: String)] =
    [("", "No")]
    + RosterPerson.Place.allCases.map { place in
      switch place {
      case .first: (place.rawValue, "Yes, asked first")
      case .next: (place.rawValue, "Yes, next in line")
      case .learning: (place.rawValue, "Learning it")
      }
    }

  /// An empty row says nothing, so what most people give is the empty value; one's own kind stays.
  private static func kinds(with own: String) -> [(value: String, words: String)] {
    let usual = [("", "Telephone"), ("mail", "Mail"), ("chat", "Chat"), ("pager", "Pager"), ("other", "Other")]
    let isKnown = own == RosterPerson.Contact.telephone || usual.contains { $0.0 == own }
    return usual.map { (value: $0.0, words: $0.1) } + (isKnown ? [] : [(value: own, words: own)])
  }

  /// Rows of a form that came back: as many as it was sent with.
  private func typedCount(_ list: String, _ field: String) -> Int {
    (0..<60).last { form.outcome?.value(of: "\(list).\($0).\(field)") != nil }.map { $0 + 1 } ?? 0
  }

  var html: HTML {
    let contacts = person?.contacts ?? []
    let absences = person?.absences ?? []
    return .joined([
      form.field("name", "Name", value: person?.name ?? "", isRequired: true, lengthMax: IncidentLimits.nameScalarsMax),
      Tag.div(.class("person-rows")) {
        for (index, role) in roles.enumerated() {
          HiddenField.html("roles.\(index).role", role.id)
          form.field(
            "roles.\(index).place", role.name, .choice(Self.places),
            value: person?.place(in: role.id)?.rawValue ?? "", hint: role.gist)
        }
      },
      Tag.div(.class("person-rows")) {
        for index in 0..<max(Self.contactRows, contacts.count + 1, typedCount("contacts", "value")) {
          let kind = index < contacts.count ? contacts[index].kind : ""
          form.field(
            "contacts.\(index).kind", index == 0 ? "Way to reach them" : "Another way", .choice(Self.kinds(with: kind)),
            value: kind == RosterPerson.Contact.telephone ? "" : kind)
          form.field(
            "contacts.\(index).value", "Number or address",
            value: index < contacts.count ? contacts[index].value : "", lengthMax: 200)
        }
      },
      Tag.div(.class("person-rows")) {
        for index in 0..<max(Self.absenceRows, absences.count + 1, typedCount("absences", "from")) {
          form.field(
            "absences.\(index).from", "First day away", .line(type: "date"),
            value: index < absences.count ? "\(absences[index].from)" : "")
          form.field(
            "absences.\(index).to", "Last day away", .line(type: "date"),
            value: index < absences.count ? "\(absences[index].to)" : "")
        }
      },
    ])
  }
}
