internal import Dispatch
internal import Synchronization

/// Work that is done on another thread while this one has something else to do.
///
/// For code that holds the database, where nothing may be awaited: whoever waits does so on their own thread.
final class Ahead<Value: Sendable>: Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let result = Mutex<Result<Value, any Error>?>(nil)

  init(_ body: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInitiated).async {
      let result = Result { try body() }
      self.result.withLock { $0 = result }
      self.done.signal()
    }
  }

  /// To be called once.
  func wait() throws -> Value {
    done.wait()
    guard let result = result.withLock({ $0 }) else { preconditionFailure("work that is done has a result") }
    return try result.get()
  }
}
