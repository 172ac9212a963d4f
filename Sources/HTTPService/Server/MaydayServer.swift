import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The web app: serves a site until it is told to stop.
package struct MaydayServer: Sendable {
  private let site: Site
  private let host: String
  private let port: Int
  private let guards: ServedGuards
  private let logLevel: Logger.Level
  private let onReady: @Sendable (Int) async -> Void

  /// Port 0 takes a free one.
  ///
  /// `guards` are those of a file of this machine that it checks beside those of the record.
  /// `onReady` is called with the port once connections are accepted. The log goes to standard
  /// error: failures always, one line for each request from `debug` on.
  package init(
    site: Site, host: String, port: Int, guards: ServedGuards = ServedGuards(), logLevel: Logger.Level = .warning,
    onReady: @escaping @Sendable (Int) async -> Void = { _ in }
  ) {
    self.site = site
    self.host = host
    self.port = port
    self.guards = guards
    self.logLevel = logLevel
    self.onReady = onReady
  }

  /// Serves until SIGINT or SIGTERM, or until the task is cancelled.
  ///
  /// Running requests may finish, for five seconds at the most; live streams end at once.
  ///
  /// - Throws: ``ServerError`` when it cannot listen on its address.
  package func run() async throws {
    var configuration = ServiceGroupConfiguration(
      services: [
        TimeKeeper(desk: site.desk, surveys: site.surveys, logger: logger, sleep: site.sleep),
        DrillKeeper(desk: site.desk, logger: logger, sleep: site.sleep),
        GuardKeeper(desk: site.desk, served: guards, place: "server", logger: logger, sleep: site.sleep), application,
      ],
      gracefulShutdownSignals: [.sigint, .sigterm], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(ServerLimits.shutdownSeconds)
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch is CancellationError {
      return
    } catch {
      throw ServerError(error, host: host, port: port) ?? error
    }
  }

  private var logger: Logger {
    var logger = Logger(label: "mayday") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = logLevel
    return logger
  }

  private var application: some ApplicationProtocol {
    let port = port
    let onReady = onReady
    let http = HTTP1Channel.Configuration(
      additionalChannelHandlers: [
        RequestBodyLimit(
          bytesMax: ServerLimits.uploadBytesMax + ServerLimits.bytesAfterAnswerMax,
          bytesAfterAnswerMax: ServerLimits.bytesAfterAnswerMax)
      ],
      idleTimeout: .seconds(ServerLimits.idleTimeoutSeconds),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: ServerLimits.headerFieldBytesMax, maxHeaderListSize: ServerLimits.headerBytesMax,
        maxHeaderFieldCount: ServerLimits.headerFieldsMax))
    return Application(
      router: SiteRoutes(site: site).router,
      server: .http1(configuration: http),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), backlog: ServerLimits.backlogMax,
        availableConnectionsDelegate: MaximumAvailableConnections(ServerLimits.connectionsMax, logger: logger)),
      onServerRunning: { channel in await onReady(channel.localAddress?.port ?? port) },
      logger: logger)
  }
}
