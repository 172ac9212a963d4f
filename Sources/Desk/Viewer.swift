internal import Accounts
internal import GRDB
internal import Incidents

/// Whose eyes a list is for.
///
/// What may be seen is decided by the present, also in lists as of an instant: who was let in sees what was, and who was
/// shut out does not.
struct Viewer: Hashable, Sendable {
  let account: String
  let seesAll: Bool

  init(account: String, seesAll: Bool) {
    self.account = account
    self.seesAll = seesAll
  }

  init(_ caller: Caller) {
    account = caller.account
    seesAll = caller.may(.administer)
  }

  func sees(_ incident: Incident) -> Bool { seesAll || incident.isVisible(to: account) }

  /// A condition on the table of incidents, there called `i`.
  var condition: SQL {
    seesAll
      ? "1"
      : "(i.isPrivate = 0 OR EXISTS (SELECT 1 FROM json_each(i.viewers) AS viewer WHERE viewer.value = \(account)))"
  }
}
