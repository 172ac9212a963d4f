package import PageKit

/// Where one signs in.
package struct SignInPage: Sendable {
  private let visitor: PageVisitor
  private let returnTo: String?
  private let handle: String
  private let problem: String?

  /// `handle` is what was typed before, and `problem` why it did not do, in one lower-case sentence.
  package init(visitor: PageVisitor, returnTo: String?, handle: String = "", problem: String? = nil) {
    self.visitor = visitor
    self.returnTo = returnTo
    self.handle = handle
    self.problem = problem
  }

  package var html: String {
    PageFrame(title: "Sign in", kind: "access").html {
      Tag.section(.class("access-card")) {
        Tag.h1 { "Sign in" }
        if let problem { FormProblem(text: problem).html }
        Tag.form(.class("form"), .set("method", "post"), .action(.access(.signIn()))) {
          FormField.token.hidden(visitor.formToken ?? "")
          if let returnTo { FormField.returnTo.hidden(returnTo) }
          Field(
            name: "handle", label: "Handle", value: handle, isRequired: true, autocomplete: "username",
            isFirst: handle.isEmpty
          ).html
          Field(
            name: "password", label: "Password", control: .line(type: "password"), isRequired: true,
            autocomplete: "current-password", isFirst: !handle.isEmpty
          ).html
          Tag.button(.class("strong"), .set("type", "submit")) { "Sign in" }
        }
        Tag.p(.class("section-note")) {
          "No account yet, or the password is lost: an administrator can give you a one-time link."
        }
      }
    }
  }
}
