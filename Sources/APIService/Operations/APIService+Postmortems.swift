import Interchange

extension APIService {
  /// What is written and said about a postmortem.
  func handlePostmortems(_ call: Call) async throws -> Outcome {
    throw call.notFound
  }
}
