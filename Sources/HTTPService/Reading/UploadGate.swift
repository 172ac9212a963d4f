import HTTPTypes

/// Lets few requests at a time bring evidence, since each is held in memory while it is read.
actor UploadGate {
  private let max: Int
  private var count = 0

  init(max: Int = ServerLimits.uploadsMax) { self.max = max }

  /// Does the work while holding one of the places; refuses where all are taken.
  func pass<Result: Sendable>(_ work: @Sendable () async throws -> Result) async throws -> Result {
    guard count < max else {
      throw Refusal(
        .serviceUnavailable, "\(max) uploads are being read at this moment, and no more are taken at a time",
        hint: "send it again in a moment", headers: [(.retryAfter, "10")])
    }
    count += 1
    defer { count -= 1 }
    return try await work()
  }
}
