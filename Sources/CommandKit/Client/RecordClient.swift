import Composition
import Foundation
import Interchange
import TerminalPages

/// The record of this machine, opened when something is asked of it.
///
/// Reading makes no record: a name that was mistyped would look like a record in which nothing ever happened.
actor RecordClient: APIClient {
  private let path: String
  private let account: String
  /// Whether a command that reads first may begin one.
  private let mayBegin: Bool
  private var opened: LocalClient?

  init(path: String, account: String, mayBegin: Bool) {
    self.path = path
    self.account = account
    self.mayBegin = mayBegin
  }

  /// Names of those who have an account; empty where nobody has, or that cannot be told.
  func handles() async -> [String] { (try? await ClientOpening.handles(record: path)) ?? [] }

  func send(_ request: APIRequest) async throws -> APIAnswer {
    if opened == nil {
      let isRead = Operations[request.operation].method.isRead
      guard mayBegin || !isRead || FileManager.default.fileExists(atPath: path) else {
        throw CommandFailure(
          "there is no record at '\(TerminalText.harmless(path))' yet",
          hint: "Begin it: mayday declare \"What is wrong\". Another one: --record FILE or MAYDAY_RECORD.")
      }
      try RecordArguments.makeFolder(of: path)
      opened = try await ClientOpening.local(record: path, account: account, version: Version.current) {
        Output.say("mayday: failure: \($0)")
      }
    }
    guard let opened else { preconditionFailure("it was just opened") }
    return try await opened.send(request)
  }
}
