package import Accounts
package import Chronology
package import Interchange
import Schemas
import WireSchemas

/// What a page knows beside its view: who looks, what time it is, what was just done, and which form was refused.
package struct PageContext: Sendable {
  package var visitor: PageVisitor
  /// By the clock of the machine that holds the record.
  package var now: Instant
  /// What was just done, in a sentence; shown once.
  package var flash: String?
  /// The form of this page that was just refused, so that nothing that was typed is lost.
  package var outcome: FormOutcome?

  package init(
    visitor: PageVisitor = PageVisitor(), now: Instant = Instant(seconds: 0), flash: String? = nil,
    outcome: FormOutcome? = nil
  ) {
    self.visitor = visitor
    self.now = now
    self.flash = flash
    self.outcome = outcome
  }

  package var caller: Caller? { visitor.caller }

  /// Whether the caller may work on incidents.
  package var mayRespond: Bool { visitor.may(.respond) }

  /// Whether the caller may change what the team has agreed on.
  package var mayConfigure: Bool { visitor.may(.configure) }
}

/// A form that was sent and refused.
package struct FormOutcome: Sendable {
  /// Name of the form on its page: what it carried as `_form`.
  package var form: String
  /// All fields as they were sent, in their order; those of the site itself left out, but the zone of their instants.
  package var fields: [(name: String, value: String)]
  package var problem: Problem
  /// The entity tag of what it was filled in from; nil where it carried none.
  package var version: String?

  package init(
    form: String, fields: [(name: String, value: String)], problem: Problem, version: String? = nil
  ) {
    self.form = form
    self.fields = fields
    self.problem = problem
    self.version = version
  }

  /// What was typed into a field; nil where it was not sent.
  package func value(of field: String) -> String? { fields.last { $0.name == field }?.value }

  /// What is wrong with a field, in one lower-case sentence; nil where nothing is.
  package func message(about field: String) -> String? {
    problem.errors?.first { FormBridge.fieldName(of: $0.pointer) == field }?.message
  }
}
