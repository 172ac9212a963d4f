import Interchange

extension APIService {
  /// The library and what can be learned from it.
  func handleLibrary(_ call: Call) async throws -> Outcome {
    throw call.notFound
  }
}
