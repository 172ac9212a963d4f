/// What kept a form from being done, above it, where a screen reader says it first.
package struct FormProblem: Sendable {
  /// One sentence, its first letter as it may be and without a full stop.
  package let text: String
  package var hint: String?

  package init(text: String, hint: String? = nil) {
    self.text = text
    self.hint = hint
  }

  package var html: HTML {
    Tag.div(.class("form-problem"), .set("role", "alert")) {
      Tag.p { Wording.sentence(text) + "." }
      if let hint { Tag.p(.class("field-hint")) { Wording.sentence(hint) + "." } }
    }
  }
}
