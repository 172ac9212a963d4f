import Desk
import Logging
import ServiceLifecycle
import SurveyStore

/// Lets what happens by the clock alone happen while the server runs: a promised word that did not come is recorded, and
/// what is remembered is read before anybody asks.
struct TimeKeeper: Service {
  static let seconds: Int64 = 10

  let desk: Desk
  var surveys: SurveyStore?
  let logger: Logger
  let sleep: @Sendable (Duration) async throws -> Void

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var isFailing = false
      while !Task.isCancelled {
        do {
          _ = try await desk.keepTime()
          try await surveys?.keepTime()
          // The first search after a start would wait a second or two for thousands of postmortems.
          try await desk.readAhead()
          isFailing = false
        } catch {
          // Said once, not every ten seconds; the next round may do better.
          if !isFailing, !Task.isCancelled {
            logger.error("the record could not be looked through: \(error)")
          }
          isFailing = true
        }
        do { try await sleep(.seconds(Self.seconds)) } catch { break }
      }
    }
    // Answers that wait are in memory alone; the task that ends here is cancelled, and must not take them along.
    await Task.detached { [surveys] in await surveys?.stop() }.value
  }
}
