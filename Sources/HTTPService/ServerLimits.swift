/// What the server takes at the most, so that no client can hold it up or fill its memory.
enum ServerLimits {
  /// Connections at a time; further ones wait in the backlog.
  static let connectionsMax = 256
  /// Connections that the system keeps waiting.
  static let backlogMax = 64
  /// A connection on which nothing happens for this long is closed, in the middle of a request too.
  static let idleTimeoutSeconds: Int64 = 30
  static let headerFieldBytesMax = 8 * 1024
  static let headerBytesMax = 32 * 1024
  static let headerFieldsMax = 100
  /// No request of this site has a body; a client that sends more than this is cut off.
  static let bodyBytesMax = 64 * 1024
  /// How long running requests may take to finish after the signal to stop.
  static let shutdownSeconds: Int64 = 5
}
