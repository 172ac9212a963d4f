import Accounts
import Testing

struct AccessTableTests {
  @Test(arguments: [
    (AccountRole.reader, Permission.read, true), (.reader, .respond, false), (.reader, .ownAccess, true),
    (.responder, .respond, true), (.responder, .configure, false), (.responder, .administer, false),
    (.administrator, .configure, true), (.administrator, .administer, true),
  ])
  func `a role may do what the table says`(role: AccountRole, permission: Permission, isAllowed: Bool) {
    #expect(AccessTable.allows(role, permission) == isAllowed)
  }

  @Test(arguments: TokenScope.allCases)
  func `no token looks after its owner's access`(scope: TokenScope) {
    let caller = Caller(
      account: "ana", displayName: "Ana", role: .administrator, scopes: [scope], origin: .token(id: "t1"))
    #expect(!caller.may(.ownAccess))
  }

  @Test func `a scope never gives more than the role`() {
    let caller = Caller(
      account: "ana", displayName: "Ana", role: .reader, scopes: [.respond], origin: .token(id: "t1"))
    #expect(!caller.may(.respond))
    #expect(caller.may(.read))
  }
}
