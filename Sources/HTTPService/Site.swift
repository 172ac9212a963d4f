package import AccountStore
package import Accounts
package import Chronology
import Crypto
package import Desk
import Foundation
package import Interchange
package import SurveyStore

/// All that the routes serve, and how they serve it.
package struct Site: Sendable {
  package let desk: Desk
  package let accounts: AccountStore
  /// Nil: nobody asks here how safe people feel to speak.
  package let surveys: SurveyStore?
  /// Answers operations, whoever asks.
  package let operations: @Sendable (APIRequest, Caller) async -> APIAnswer
  /// What changes, for live streams.
  package let changes: any ChangeSource
  package let settings: SiteSettings
  package let clock: @Sendable () -> Instant

  let tokens: FormTokens
  let seal: LiveSeal
  let seats = LiveSeats()
  let uploads = UploadGate()
  let reader: BodyReader
  let sleep: @Sendable (Duration) async throws -> Void
  let heartbeats: @Sendable () -> AsyncStream<Void>

  /// A site over a desk; `changes` is the desk itself where nothing else is said.
  ///
  /// `sleep` is what may be waited on; a test puts one in that does not wait.
  package init(
    desk: Desk, accounts: AccountStore, surveys: SurveyStore? = nil,
    operations: @escaping @Sendable (APIRequest, Caller) async -> APIAnswer, changes: (any ChangeSource)? = nil,
    settings: SiteSettings, clock: @escaping @Sendable () -> Instant = Site.now,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.desk = desk
    self.accounts = accounts
    self.surveys = surveys
    self.operations = operations
    self.changes = changes ?? DeskChanges(desk: desk)
    self.settings = settings
    self.clock = clock
    tokens = FormTokens()
    seal = LiveSeal()
    reader = BodyReader(sleep: sleep)
    self.sleep = sleep
    heartbeats = { LiveSignals.heartbeats(sleep: sleep) }
  }

  package static let now: @Sendable () -> Instant = {
    Instant(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9))
  }
}

/// How a site is reached, and by whom.
package struct SiteSettings: Sendable {
  package var hosts: HostRule
  /// Whether a proxy stands in front, whose word on the client's address and on https is believed.
  package var isBehindProxy: Bool
  /// Who everybody is that has not signed in: for a server on a loopback address, for one person alone.
  package var localVisitor: Caller?
  /// Of the program, for the API's description.
  package var version: String
  /// Whether a stream ends as soon as its client has gone, which needs a socket; without, the next heartbeat finds it out.
  package var watchesConnections = true

  package init(
    hosts: HostRule, isBehindProxy: Bool = false, localVisitor: Caller? = nil, version: String = "0"
  ) {
    self.hosts = hosts
    self.isBehindProxy = isBehindProxy
    self.localVisitor = localVisitor
    self.version = version
  }
}
