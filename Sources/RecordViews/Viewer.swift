package import Accounts
internal import GRDB
package import Incidents

/// Whose eyes a list is for.
///
/// What may be seen is decided by the present, also in lists as of an instant: who was let in sees what was, and who was
/// shut out does not.
package struct Viewer: Hashable, Sendable {
  package let account: String
  let seesAll: Bool

  package init(account: String, seesAll: Bool) {
    self.account = account
    self.seesAll = seesAll
  }

  package init(_ caller: Caller) {
    account = caller.account
    seesAll = caller.may(.administer)
  }

  package func sees(_ incident: Incident) -> Bool { seesAll || incident.isVisible(to: account) }

  /// A condition on the table of incidents, there called `i`.
  var condition: SQL {
    seesAll
      ? "1"
      : "(i.isPrivate = 0 OR EXISTS (SELECT 1 FROM json_each(i.viewers) AS viewer WHERE viewer.value = \(account)))"
  }
}
