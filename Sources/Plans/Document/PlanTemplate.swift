package import Chronology

/// The text that a new plan begins with.
package enum PlanTemplate {
  /// `today`: the day from which its next reading is counted, half a year later.
  package static func text(title: String, today: CivilDate) -> String {
    let review = CivilDate(daysSinceEpoch: today.daysSinceEpoch + 182)
    let name = PlanName.made(from: title)
    let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return """
      ---
      plan: \(name)
      title: "\(quoted)"
      when:
      likelihood: possible
      impact: major
      recover-within: 2 h
      review-by: \(review)
      owner: operations
      roles: [commander, operations, communications]
      components: []
      ---
      # \(title)

      ## How we recognise it

      ## Steps
      | # | do | who | until one sees | within | after | if it fails |
      |---|----|-----|----------------|--------|-------|-------------|
      | 1 | Declare the incident and take the lead | commander | the incident with its severity and who leads | 5 min | | whoever saw it first leads |
      | 2 | First word to customers | communications | the update, with when the next word comes | 10 min | 1 | another way than the status page |
      | 3 |  | operations |  |  | 1 |  |

      ## Communication
      | audience | first word within | then every | who | what |
      |----------|-------------------|------------|-----|------|
      | internal | 15 min | 30 min | commander | |
      | stakeholders | 30 min | 60 min | communications | |
      | customers | 15 min | 30 min | communications | |

      ## Contacts
      | who | how to reach them | for |
      |-----|-------------------|-----|

      """
  }
}
