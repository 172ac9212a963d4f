import HTTPTypes
import Synchronization

/// Counts live streams: at most so many at a time, and of one account.
final class LiveSeats: Sendable {
  private struct State {
    var count = 0
    var byAccount: [String: Int] = [:]
  }

  private let state = Mutex(State())

  /// A place among the streams; given back when the last reference to it goes.
  ///
  /// - Throws: ``Refusal`` where all are taken.
  func take(for account: String) throws(Refusal) -> LiveSeat {
    let refusal: Refusal? = state.withLock { state in
      guard state.count < ServerLimits.streamsMax else {
        return Refusal(
          .serviceUnavailable, "\(ServerLimits.streamsMax) live streams are open, and no more are served at a time",
          headers: [(.retryAfter, "30")])
      }
      guard state.byAccount[account, default: 0] < ServerLimits.streamsOfAccountMax else {
        return Refusal(
          .tooManyRequests,
          "\(ServerLimits.streamsOfAccountMax) live streams of this account are open, and no more are served",
          hint: "close some pages", headers: [(.retryAfter, "30")])
      }
      state.count += 1
      state.byAccount[account, default: 0] += 1
      return nil
    }
    if let refusal { throw refusal }
    return LiveSeat(seats: self, account: account)
  }

  fileprivate func giveBack(_ account: String) {
    state.withLock { state in
      state.count -= 1
      let left = state.byAccount[account, default: 1] - 1
      state.byAccount[account] = left > 0 ? left : nil
    }
  }

  var count: Int { state.withLock { $0.count } }
}

/// A place among the live streams.
final class LiveSeat: Sendable {
  private let seats: LiveSeats
  private let account: String

  fileprivate init(seats: LiveSeats, account: String) {
    self.seats = seats
    self.account = account
  }

  deinit { seats.giveBack(account) }
}
