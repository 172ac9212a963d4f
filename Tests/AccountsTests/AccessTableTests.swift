import Accounts
import Testing

struct AccessTableTests {
  /// The whole table, written a second time: a change to it must be meant.
  @Test(
    arguments: [
      (.reader, [.read, .ownAccess]),
      (.responder, [.read, .respond, .ownAccess]),
      (.administrator, [.read, .respond, .configure, .administer, .ownAccess]),
    ] as [(AccountRole, Set<Permission>)])
  func `a role may do what the table says`(role: AccountRole, allowed: Set<Permission>) {
    for permission in Permission.allCases {
      #expect(AccessTable.allows(role, permission) == allowed.contains(permission), "\(permission)")
    }
  }

  @Test(
    arguments: [
      ([], []),
      ([.read], [.read]),
      ([.respond], [.read, .respond]),
      ([.administer], [.read, .configure, .administer]),
      ([.read, .respond, .administer], [.read, .respond, .configure, .administer]),
    ] as [(Set<TokenScope>, Set<Permission>)])
  func `an administrator's token may do what its scopes cover`(scopes: Set<TokenScope>, allowed: Set<Permission>) {
    let caller = Self.caller(.administrator, scopes: scopes)
    for permission in Permission.allCases {
      #expect(caller.may(permission) == allowed.contains(permission), "\(permission)")
    }
  }

  @Test(arguments: AccountRole.allCases, TokenScope.allCases)
  func `a scope never gives more than the role`(role: AccountRole, scope: TokenScope) {
    let token = Self.caller(role, scopes: [scope])
    let person = Self.caller(role, scopes: nil)
    for permission in Permission.allCases where token.may(permission) { #expect(person.may(permission)) }
    #expect(!token.may(.ownAccess), "no token looks after its owner's access")
  }

  @Test(
    arguments: [
      (AccountRole.reader, nil, "ana", true, "one's own"),
      (.responder, nil, "bo", false, "another's"),
      (.administrator, nil, "bo", true, "an administrator ends anybody's"),
      (.responder, [.respond], "ana", false, "a token does not tend its owner's access"),
      (.administrator, [.administer], "bo", true, "a token made to administer does so"),
      (.administrator, [.read], "bo", false, "a token made to read does not"),
    ] as [(AccountRole, Set<TokenScope>?, String, Bool, String)])
  func `sessions and tokens are tended by their owner and administrators`(
    role: AccountRole, scopes: Set<TokenScope>?, of: String, isAllowed: Bool, why: String
  ) {
    #expect(Self.caller(role, scopes: scopes).mayTendAccess(of: of) == isAllowed, "\(why)")
  }

  private static func caller(_ role: AccountRole, scopes: Set<TokenScope>?) -> Caller {
    Caller(
      account: "ana", displayName: "Ana", role: role, scopes: scopes,
      origin: scopes == nil ? .session(id: "s1") : .token(id: "t1"))
  }
}
