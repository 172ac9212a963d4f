/// How many findings of each weight, in words; or that there are none.
package struct FindingCounts: Sendable {
  private let errors: Int
  private let warnings: Int

  package init(errors: Int, warnings: Int) {
    self.errors = errors
    self.warnings = warnings
  }

  package var html: HTML {
    guard errors + warnings > 0 else { return Tag.span { "No findings" } }
    return .joined([
      errors == 0
        ? .empty : Tag.span(.class("count-error")) { Wording.count(errors, "error") },
      warnings == 0
        ? .empty : Tag.span(.class("count-warning")) { Wording.count(warnings, "warning") },
    ])
  }
}
