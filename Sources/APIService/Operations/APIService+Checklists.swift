import Interchange

extension APIService {
  /// Checklists and their runs.
  func handleChecklists(_ call: Call) async throws -> Outcome {
    throw call.notFound
  }
}
