import AccountStore
import Accounts
import Chronology
import Testing

struct InvitationTests {
  @Test func `each start gives a new first link and voids the old one, until somebody administers`() async throws {
    let clock = TurnedClock()
    let store = try AccountStore(path: nil, clock: { clock.now }, passwordCost: .cheap)
    let old = try #require(try await store.firstInvitation())
    let new = try #require(try await store.firstInvitation())
    #expect(old.secret != new.secret)
    #expect(try await store.invitation(secret: old.secret) == nil)
    #expect(try await store.invitation(secret: new.secret)?.purpose == .firstAdministrator)
    let account = try await store.accept(
      secret: new.secret, handle: "ada", displayName: "Ada", password: StoreFixture.password)
    #expect(account.role == .administrator)
    #expect(try await store.firstInvitation() == nil)
    #expect(try await store.invitation(secret: new.secret) == nil)
  }

  @Test func `the first link lives six hours`() async throws {
    let clock = TurnedClock()
    let store = try AccountStore(path: nil, clock: { clock.now }, passwordCost: .cheap)
    let invitation = try #require(try await store.firstInvitation())
    clock.wait(6 * 3600 - 1)
    #expect(try await store.invitation(secret: invitation.secret) != nil)
    clock.wait(1)
    #expect(try await store.invitation(secret: invitation.secret) == nil)
  }

  @Test func `the first link is void once an administrator came by another way`() async throws {
    let clock = TurnedClock()
    let store = try AccountStore(path: nil, clock: { clock.now }, passwordCost: .cheap)
    let first = try #require(try await store.firstInvitation())
    let other = try await store.invite(role: .administrator, by: .local("root"))
    _ = try await store.accept(
      secret: other.secret, handle: "ada", displayName: "Ada", password: StoreFixture.password)
    #expect(try await store.invitation(secret: first.secret) == nil)
  }

  @Test(arguments: AccountRole.allCases)
  func `an invitation gives its role once`(role: AccountRole) async throws {
    let fixture = try await StoreFixture()
    let invitation = try await fixture.store.invite(role: role, by: fixture.administrator)
    #expect(invitation.summary.invitedBy == "ada")
    let account = try await fixture.store.accept(
      secret: invitation.secret, handle: "bo", displayName: "Bo", password: StoreFixture.password)
    #expect(account.role == role)
    let again = await code {
      _ = try await fixture.store.accept(
        secret: invitation.secret, handle: "cy", displayName: "Cy", password: StoreFixture.password)
    }
    #expect(again == .noSuchInvitation)
    #expect(try await fixture.store.invitations().isEmpty)
  }

  @Test func `of many who use one link at once, one gets in`() async throws {
    let fixture = try await StoreFixture()
    let invitation = try await fixture.store.invite(role: .reader, by: fixture.administrator)
    let accepted = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        group.addTask {
          await code {
            _ = try await fixture.store.accept(
              secret: invitation.secret, handle: "p\(number)", displayName: "P", password: StoreFixture.password)
          } == nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(accepted == 1)
    #expect(try await fixture.store.accounts().count == 2)
  }

  @Test func `an invitation lives seven days`() async throws {
    let fixture = try await StoreFixture()
    let invitation = try await fixture.store.invite(role: .reader, by: fixture.administrator)
    fixture.clock.wait(7 * 86_400 - 1)
    #expect(try await fixture.store.invitations().map(\.id) == [invitation.summary.id])
    fixture.clock.wait(1)
    #expect(try await fixture.store.invitations().isEmpty)
    #expect(try await fixture.store.invitation(secret: invitation.secret) == nil)
  }

  @Test func `what is wrong with a form uses no link up`() async throws {
    let fixture = try await StoreFixture()
    let invitation = try await fixture.store.invite(role: .reader, by: fixture.administrator)
    let forms: [(String, String, String, AccountError.Code)] = [
      ("ADA", "Bo", StoreFixture.password, .invalidHandle), ("bo", " ", StoreFixture.password, .invalidDisplayName),
      ("bo", "Bo", "short", .invalidPassword), ("ada", "Bo", StoreFixture.password, .handleTaken),
      ("bo", "Bo the Second", "bo the second", .invalidPassword),
    ]
    for (handle, name, password, expected) in forms {
      let found = await code {
        _ = try await fixture.store.accept(
          secret: invitation.secret, handle: handle, displayName: name, password: password)
      }
      #expect(found == expected)
    }
    #expect(try await fixture.store.invitation(secret: invitation.secret) != nil)
  }

  @Test func `only administrators invite, withdraw and give links for passwords`() async throws {
    let fixture = try await StoreFixture()
    try await fixture.add("bo")
    let bo = try #require(try await fixture.caller("bo"))
    let open = try await fixture.store.invite(role: .reader, by: fixture.administrator)
    #expect(await code { _ = try await fixture.store.invite(role: .reader, by: bo) } == .notAllowed)
    #expect(await code { _ = try await fixture.store.invitePassword(of: "ada", by: bo) } == .notAllowed)
    #expect(await code { try await fixture.store.revokeInvitation(id: open.summary.id, by: bo) } == .notAllowed)
    try await fixture.store.revokeInvitation(id: open.summary.id, by: fixture.administrator)
    #expect(try await fixture.store.invitation(secret: open.secret) == nil)
  }

  @Test func `an administrator who is no longer one leaves no open invitation behind`() async throws {
    let fixture = try await StoreFixture()
    try await fixture.add("bo", role: .administrator)
    let bo = try #require(try await fixture.caller("bo"))
    let door = try await fixture.store.invite(role: .administrator, by: bo)
    try await fixture.store.setRole(.responder, of: "bo", by: fixture.administrator)
    #expect(try await fixture.store.invitation(secret: door.secret) == nil)
  }

  @Test func `there is an end to open invitations`() async throws {
    let fixture = try await StoreFixture()
    for _ in 0..<AccountLimits.openInvitationsMax {
      _ = try await fixture.store.invite(role: .reader, by: fixture.administrator)
    }
    let found = await code { _ = try await fixture.store.invite(role: .reader, by: fixture.administrator) }
    #expect(found == .limitPassed(limit: 100, actual: 101))
    fixture.clock.wait(8 * 86_400)
    _ = try await fixture.store.invite(role: .reader, by: fixture.administrator)
  }

  @Test func `a link for a password sets it once, and ends the account's sessions`() async throws {
    let fixture = try await StoreFixture()
    try await fixture.add("bo")
    let session = try await fixture.signIn("bo")
    let old = try await fixture.store.invitePassword(of: "bo", by: fixture.administrator)
    let link = try await fixture.store.invitePassword(of: "bo", by: fixture.administrator)
    #expect(try await fixture.store.invitation(secret: old.secret) == nil, "a newer link voids the older")
    #expect(try await fixture.store.invitation(secret: link.secret)?.purpose == .password(of: "bo"))
    let asAccount = await code {
      _ = try await fixture.store.accept(
        secret: link.secret, handle: "cy", displayName: "Cy", password: StoreFixture.password)
    }
    #expect(asAccount == .noSuchInvitation, "it makes no account")
    _ = try await fixture.store.acceptPassword(secret: link.secret, password: "another four words here")
    #expect(try await fixture.store.session(secret: session.secret) == nil)
    #expect(await code { _ = try await fixture.signIn("bo") } == .wrongCredentials)
    _ = try await fixture.signIn("bo", password: "another four words here")
    let again = await code {
      _ = try await fixture.store.acceptPassword(secret: link.secret, password: "yet another four words")
    }
    #expect(again == .noSuchInvitation)
  }
}
