import Interchange

extension APIService {
  /// Actions of all postmortems.
  func handleActions(_ call: Call) async throws -> Outcome {
    throw call.notFound
  }
}
