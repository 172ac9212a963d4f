import Documents
package import Findings
import Incidents

/// A blank of the template was left standing.
package struct LeftBlankRule: UpdateRule {
  package let identifier = "left-blank"
  package let severity = FindingSeverity.error
  package let summary = "a blank of the template was left standing"
  package let reason = "It tells everybody that the text was sent unread."
  package let question = "What belongs there? If it is not known, say so."

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    reading.parts.flatMap { part in
      part.blocks.flatMap(\.proses).flatMap { prose in
        PlaceholderRule.marks(in: prose).map {
          reading.finding(
            self, in: part.field, at: prose.span(of: $0), "'\(prose.text(in: $0))' was left to be filled in")
        }
      }
    }
  }

  package var examples: [UpdateExample] {
    [
      UpdateExample("Everyone in ⟦<name the region>⟧.", in: .affected, why: "a blank of a template"),
      UpdateExample("Since ⟦⟨time and zone⟩⟧ payments fail.", in: .broken, why: "a blank of a plan's prepared words"),
      UpdateExample("The cause is ⟦TBD⟧.", in: .more, why: "a promise to write something"),
      UpdateExample("We are looking at ⟦{{ component }}⟧.", in: .doing, why: "marks of a template"),
      UpdateExample("Open the order list [here](https://shop.example/orders).", in: .meanwhile, why: "a link"),
      UpdateExample("Not known yet.", in: .affected, why: "an answer"),
    ]
  }
}
