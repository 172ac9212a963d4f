import Accounts

/// Who is signed in, where their account is, and the way out.
package struct VisitorNavigation: Sendable {
  package let visitor: PageVisitor

  package init(visitor: PageVisitor) {
    self.visitor = visitor
  }

  package var html: HTML {
    Tag.nav(.class("visitor"), .label("You")) {
      if let caller = visitor.caller {
        if visitor.may(.administer) { Tag.a(.href(.access(.people))) { "People" } }
        if visitor.isLocal {
          Tag.span(.class("visitor-name")) { caller.displayName }
        } else {
          Tag.a(.href(.access(.account))) { caller.displayName }
          Tag.form(.set("method", "post"), .action(.access(.signOut))) {
            FormField.token.hidden(visitor.formToken ?? "")
            Tag.button(.class("quiet"), .set("type", "submit")) { "Sign out" }
          }
        }
      } else {
        Tag.a(.href(.access(.signIn()))) { "Sign in" }
      }
    }
  }
}

/// Says on every page that nobody had to give a password.
package struct LocalNote: Sendable {
  package init() {}

  package var html: HTML {
    Tag.aside(.class("local-note"), .label("How this server was started")) {
      "This server was started with --as: whoever uses this machine is an administrator here, without a password."
    }
  }
}
