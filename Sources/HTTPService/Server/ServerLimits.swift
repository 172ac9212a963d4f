/// What the server takes at the most, so that no client can hold it up or fill its memory.
package enum ServerLimits {
  /// Connections at a time; further ones wait in the backlog.
  static let connectionsMax = 512
  /// Connections that the system keeps waiting.
  static let backlogMax = 64
  /// A connection on which nothing happens for this long is closed, in the middle of a request too.
  static let idleTimeoutSeconds: Int64 = 30
  static let headerFieldBytesMax = 8 * 1024
  static let headerBytesMax = 32 * 1024
  static let headerFieldsMax = 100
  static let cookieBytesMax = 256
  /// A path that a form asks to be led to.
  static let pathBytesMax = 2000
  /// How long running requests may take to finish after the signal to stop.
  static let shutdownSeconds: Int64 = 5

  /// A form without files: the longest plan, each of its bytes written as three, and room to say by how much it is too
  /// long.
  package static let formBytesMax = 2 * 1024 * 1024
  package static let jsonBytesMax = 256 * 1024
  /// Seven answers with their ticket.
  static let answerBytesMax = 8 * 1024
  /// JSON that carries a whole document, with room for what clients escape.
  package static let documentBytesMax = 12 * 1024 * 1024
  /// A request that brings evidence, all of it together.
  package static let uploadBytesMax = 64 * 1024 * 1024
  /// Requests that bring evidence at a time: each is held in memory while it is read.
  static let uploadsMax = 2
  /// How long the body of a form or of JSON may take to come in.
  static let bodySeconds: Int64 = 30
  static let uploadSeconds: Int64 = 600
  /// What is still read, and thrown away, of a body after its request was answered.
  static let bytesAfterAnswerMax = 1024 * 1024

  /// A checklist of as many lines as there may be has three fields a line.
  package static let formFieldsMax = 700
  static let fieldNameBytesMax = 200
  static let partsMax = 200
  static let partHeaderBytesMax = 4 * 1024
  static let fileNameBytesMax = 255

  /// Live streams at a time, and of one account.
  package static let streamsMax = 200
  package static let streamsOfAccountMax = 20
  static let heartbeatSeconds: Int64 = 15
  /// What a browser waits before it asks again for a stream that ended.
  static let reconnectMilliseconds = 3000
  /// Changes that are sent before it is looked again whether they may be.
  package static let changesBatchMax = 100
}
