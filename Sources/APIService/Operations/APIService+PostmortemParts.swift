import Desk
import Interchange
import Postmortems
import Schemas

extension APIService {
  /// Lines, factors, assumptions and luck of a postmortem.
  func handlePostmortemParts(_ call: Call) async throws -> Outcome {
    let request = call.request
    return switch request.operation.id {
    case .listLineCandidates:
      call.outcome(PageAnswer(items: try await desk.lineCandidates(of: try call.postmortem, for: call.caller)))
    case .takeLines: try await takeLines(call)
    case .addLine: try await perform(.writeLines([TimelineLine(request, number: 0)]), call)
    case .changeLine: try await perform(.writeLines([TimelineLine(request, number: try call.number("line"))]), call)
    case .removeLine: try await perform(.removeLines([try call.number("line")]), call)
    case .removeLines: try await perform(.removeLines(call.numbers("numbers")), call)
    case .arrangeLines: try await perform(.arrangeLines(call.numbers("numbers")), call)
    case .explainGap:
      try await perform(
        .explainGap(GapExplained(after: try call.number("line"), text: request.text("text") ?? "")), call)
    case .addFactor: try await perform(.writeFactor(Factor(request, number: 0)), call)
    case .changeFactor: try await perform(.writeFactor(Factor(request, number: try call.number("factor"))), call)
    case .removeFactor: try await remove(.factor, call)
    case .addAssumption: try await perform(.writeAssumption(Assumption(request, number: 0)), call)
    case .changeAssumption:
      try await perform(.writeAssumption(Assumption(request, number: try call.number("assumption"))), call)
    case .removeAssumption: try await remove(.assumption, call)
    case .addLuck: try await perform(.writeLuck(Luck(text: request.text("text") ?? "")), call)
    case .changeLuck:
      try await perform(.writeLuck(Luck(number: try call.number("luck"), text: request.text("text") ?? "")), call)
    case .removeLuck: try await remove(.luck, call)
    default: throw call.notFound
    }
  }

  private func remove(_ part: PartRemoved.Part, _ call: Call) async throws -> Outcome {
    try await perform(.removePart(PartRemoved(part: part, number: try call.number(part.rawValue))), call)
  }

  private func takeLines(_ call: Call) async throws -> Outcome {
    let request = call.request
    let id = try call.postmortem
    let picked = PickedLines(
      moments: request.texts("moments") ?? [],
      entries: (request.body["entries"]?.array ?? []).compactMap(\.integer),
      accounts: request.texts("accounts") ?? [])
    let receipt = try await desk.takeLines(picked, into: id, by: call.caller, terms: call.terms)
    return try await changed(call, id, receipt)
  }
}
