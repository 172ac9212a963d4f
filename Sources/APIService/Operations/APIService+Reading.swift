import Chronology
import Desk
import Interchange
import Postmortems
import Reading
import Schemas

extension APIService {
  /// The reading library.
  func handleReading(_ call: Call) async throws -> Outcome {
    let query = call.request.query
    switch call.request.operation.id {
    case .listReadings:
      let asked = ReadingQuery(
        kind: query["kind"]?.string, technology: query["technology"]?.string, isUnread: query["unread"]?.bool)
      return Outcome(call, ListAnswer(items: try await desk.readings(asked, for: call.caller)))
    case .nextReads:
      let limit = query["limit"]?.integer.map(Int.init) ?? DeskLimits.nextReads
      return Outcome(call, ListAnswer(items: try await desk.nextReads(limit: limit, for: call.caller)))
    case .readReading: return Outcome(call, try await desk.reading(readingName(call), for: call.caller))
    case .markReading:
      let receipt = try await desk.markReading(
        ReadingMark(reading: readingName(call), day: try dayRead(call), note: call.request.text("note")),
        by: call.caller, terms: call.terms)
      return Outcome(
        call, try await desk.reading(readingName(call), for: call.caller), isReplay: receipt.isReplay)
    case .adoptReadingLine:
      let adopted = try await desk.adoptLine(
        try call.number("line"), of: readingName(call),
        process: call.request.text("process").flatMap { $0.isEmpty ? nil : $0 }, by: call.caller, terms: call.terms)
      guard let checklist = try await desk.checklist(adopted.process, for: call.caller) else { throw call.notFound }
      return Outcome(
        call, ChecklistAnswer(checklist), tag: checklist.version, isReplay: adopted.receipt.isReplay)
    default: throw call.notFound
    }
  }

  private func readingName(_ call: Call) -> String { call.request.path["reading"] ?? "" }

  private func dayRead(_ call: Call) throws(Problem) -> CivilDate {
    let text = call.request.text("day") ?? ""
    guard let day = CivilDate(text), day.exists else {
      let message = "no calendar has the day '\(text)'"
      throw Problem(
        .invalidFields, message, hint: "write it as 2026-03-31",
        errors: [FieldProblem(pointer: "/day", message: message)])
    }
    return day
  }
}
