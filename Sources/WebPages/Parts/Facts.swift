/// A row of facts: a label and what is known, with a gap where nothing is.
struct Facts: Sendable {
  struct Fact: Sendable {
    let label: String
    let value: HTML?
    let detail: String?
  }

  /// Facts that stand in one row of a wide screen.
  private static let rowMax = 5

  private var facts: [Fact] = []

  /// Adds a fact; nil is shown as a gap.
  mutating func add(_ label: String, _ value: HTML?, detail: String? = nil) {
    facts.append(Fact(label: label, value: value, detail: detail))
  }

  mutating func add(_ label: String, _ value: String?, detail: String? = nil) {
    add(label, value.map { HTML($0) }, detail: detail)
  }

  var html: HTML {
    Tag.dl(.class("facts", facts.count > Self.rowMax ? "facts-many" : "")) {
      for fact in facts {
        Tag.div(.class("fact")) {
          Tag.dt { fact.label }
          Tag.dd {
            fact.value ?? Gap().html
            if let detail = fact.detail { Tag.span(.class("fact-detail")) { detail } }
          }
        }
      }
    }
  }
}
