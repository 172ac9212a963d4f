import Desk
import Logging
import ServiceLifecycle

/// Lets what comes in drills by the clock come on time while the server runs.
///
/// At ten times the speed of the clock on the wall a second is ten of drill time: it looks every second. Files that come
/// along are brought in beside it, so that reading them holds nothing up.
struct DrillKeeper: Service {
  static let seconds: Int64 = 1

  let desk: Desk
  let logger: Logger
  let sleep: @Sendable (Duration) async throws -> Void

  func run() async throws {
    await cancelWhenGracefulShutdown {
      async let files: Void = bringFiles()
      var isFailing = false
      while !Task.isCancelled {
        do {
          _ = try await desk.keepDrills()
          isFailing = false
        } catch {
          // Said once, not every second; the next round may do better.
          if !isFailing, !Task.isCancelled { logger.error("drills could not be kept on time: \(error)") }
          isFailing = true
        }
        do { try await sleep(.seconds(Self.seconds)) } catch { break }
      }
      await files
    }
  }

  private func bringFiles() async {
    while !Task.isCancelled {
      await desk.landFiles()
      do { try await sleep(.seconds(Self.seconds)) } catch { break }
    }
  }
}
