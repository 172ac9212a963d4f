import Drills

/// The form of a drill as the fields of its operation.
package enum PlannedDrill {
  /// Rows of people that the form has beside those who have an account.
  static let extraRows = 3

  /// Fields of `plan-drill` from those that the page sent: people without a part are left out; whoever practises alone
  /// needs no day and no people.
  package static func fields(_ sent: [(name: String, value: String)]) -> [(name: String, value: String)] {
    func value(_ name: String) -> String { sent.last { $0.name == name }?.value ?? "" }
    var fields = ["scenario", "speed"].map { (name: $0, value: value($0)) }
    guard value("alone").isEmpty else { return fields }
    fields += ["day", "isByClock"].map { (name: $0, value: value($0)) }
    var index = 0
    for row in 0..<DrillLimits.peopleMax {
      let name = value("people.\(row).name")
      var part = value("people.\(row).part")
      guard !name.allSatisfy(\.isWhitespace) else { continue }
      // A name that was typed in takes part; one that stood there already does only with a part.
      if part.isEmpty, value("people.\(row).typed") == "1" { part = DrillPerson.Part.responder.rawValue }
      guard !part.isEmpty else { continue }
      fields.append((name: "people.\(index).name", value: name))
      fields.append((name: "people.\(index).part", value: part))
      index += 1
    }
    return fields
  }
}
