import Interchange

extension APIService {
  /// Guards and what they saw.
  func handleGuards(_ call: Call) async throws -> Outcome {
    throw call.notFound
  }
}
