package import Accounts

/// Who a page is shown to, and what its forms need to carry.
package struct PageVisitor: Sendable, Hashable {
  /// Nil: nobody is signed in.
  package var caller: Caller?
  /// What proves that a form is one of our own pages'.
  package var formToken: String?
  /// New with each page: with a form's name behind it, the key that makes sending it twice harmless.
  package var formKey: String

  package init(caller: Caller? = nil, formToken: String? = nil, formKey: String = "") {
    self.caller = caller
    self.formToken = formToken
    self.formKey = formKey
  }

  package func may(_ permission: Permission) -> Bool { caller?.may(permission) ?? false }

  /// Whether the server was started for the person at this machine alone, who never gave a password.
  package var isLocal: Bool { caller?.origin == .local }
}
