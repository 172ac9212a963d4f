package import APIService
package import AccountStore
package import Accounts
import Chronology
import Desk
import Foundation
package import Interchange
package import RemoteClient
import SurveyStore

/// Opens what commands talk to: the operations over a record of this machine, or those of a server.
package enum ClientOpening {
  /// The record at `path`, made when it is not there, for a person that it is to know as `account`.
  ///
  /// Promises that were missed meanwhile are recorded first, so that nobody reads of them too late. `onFailure` hears of
  /// failures whose details an answer does not tell. Throws ``JournalError`` when the file is something else, damaged or
  /// newer than this program.
  package static func local(
    record path: String, account: String, version: String, onFailure: @escaping @Sendable (any Error) -> Void
  ) async throws -> LocalClient {
    let desk = try DeskOpening.open(record: path)
    _ = try await desk.keepTime()
    // Few commands need them: they are opened when one does.
    let surveys: @Sendable () throws -> SurveyStore = {
      try SurveyOpening.open(record: path, accounts: try accounts(record: path), isCollecting: false)
    }
    return LocalClient(
      service: APIService(desk: desk, surveys: surveys, mayday: version, onFailure: onFailure),
      caller: .local(account))
  }

  /// The server at an address; throws ``RemoteError`` where that is none.
  package static func remote(url: String, token: String) throws -> RemoteClient {
    RemoteClient(address: try ServerAddress(url: url, token: token))
  }

  /// Names of those who have an account on the record at `path`; none where nobody has.
  package static func handles(record path: String) async throws -> [String] {
    try await accounts(record: path).accounts().map(\.handle)
  }

  /// Deletes the mark that somebody has drawn a ticket of a survey, because their account is gone.
  package static func forgetTickets(of handle: String, record path: String) async throws {
    let surveys = try SurveyOpening.open(record: path, accounts: try accounts(record: path), isCollecting: false)
    try await surveys.forget(handle)
    try await surveys.close()
  }

  /// The accounts beside the record at `path`, made when it is not there.
  package static func accounts(record path: String) throws -> AccountStore {
    _ = try DeskOpening.open(record: path)
    return try AccountStore(path: path) { Instant(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9)) }
  }
}

/// Answers operations in this process.
package struct LocalClient: APIClient {
  private let service: APIService
  private let caller: Caller

  package init(service: APIService, caller: Caller) {
    self.service = service
    self.caller = caller
  }

  package func send(_ request: APIRequest) async throws -> APIAnswer {
    await service.answer(request, caller: caller)
  }
}
