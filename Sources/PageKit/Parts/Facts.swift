/// A row of facts: a label and what is known, with a gap where nothing is.
package struct Facts: Sendable {
  package init() {}

  package struct Fact: Sendable {
    package let label: String
    package let value: HTML?
    package let detail: String?
  }

  /// Facts that stand in one row of a wide screen.
  private static let rowMax = 5

  private var facts: [Fact] = []

  /// Adds a fact; nil is shown as a gap.
  package mutating func add(_ label: String, _ value: HTML?, detail: String? = nil) {
    facts.append(Fact(label: label, value: value, detail: detail))
  }

  package mutating func add(_ label: String, _ value: String?, detail: String? = nil) {
    add(label, value.map { HTML($0) }, detail: detail)
  }

  package var html: HTML {
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
