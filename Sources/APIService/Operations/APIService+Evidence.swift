import Desk
import EvidenceRecords
import Incidents
import Interchange
import RecordViews
import Schemas
import TimelineBuilding

extension APIService {
  func addEvidence(_ call: Call) async throws -> Outcome {
    guard let upload = call.request.upload else { throw call.notFound }
    let name = call.request.query["name"]?.string ?? upload.name
    let receipt = try await desk.addEvidence(
      EvidenceUpload(name: name, bytes: upload.bytes), to: try call.incident, by: call.caller, terms: call.terms)
    return try await changed(call, receipt, about: .evidence)
  }

  func listEvidence(_ call: Call) async throws -> Outcome {
    let view = try await view(call)
    return call.outcome(PageAnswer(items: view.incident.evidence.map(EvidenceAnswer.init)), tag: tag(view))
  }

  func listMoments(_ call: Call) async throws -> Outcome {
    let view = try await view(call)
    let picked = Set(view.incident.entries.filter { $0.kind == .moment }.compactMap(\.reference))
    let moments = (view.timeline?.moments ?? []).map { moment in
      MomentAnswer(
        id: moment.id, at: moment.instant, kind: moment.kind.rawValue, title: moment.title, reason: moment.reason,
        count: moment.count, rank: moment.rank, reference: moment.label, isPicked: picked.contains(moment.label))
    }
    return call.outcome(try call.page(moments) { $0.id }, tag: tag(view))
  }

  func pickMoment(_ call: Call) async throws -> Outcome {
    let id = call.request.text("moment") ?? ""
    guard let moment = try await view(call).timeline?.moments.first(where: { $0.id == id }) else {
      throw Problem.fields(
        [FieldProblem(pointer: "/moment", message: "the evidence has no moment of that name")],
        hint: "list the moments of the incident for their names")
    }
    return try await perform(
      .pickMoment(MomentPicked(moment: id, text: moment.title, reference: moment.label), at: moment.instant), call)
  }

  func listSuspects(_ call: Call) async throws -> Outcome {
    let view = try await view(call)
    let suspects = (view.timeline?.suspects ?? []).map { suspect in
      let judged = view.incident.suspects.first { $0.suspect == suspect.change.id }
      return SuspectAnswer(
        id: suspect.change.id, title: suspect.change.title, at: suspect.change.instant, score: suspect.score,
        reasons: suspect.reasons, standing: judged?.standing ?? .candidate, reason: judged?.reason)
    }
    return call.outcome(PageAnswer(items: suspects), tag: tag(view))
  }

  func judgeSuspect(_ call: Call) async throws -> Outcome {
    let id = call.request.path["suspect"] ?? ""
    guard let suspect = try await view(call).timeline?.suspects.first(where: { $0.change.id == id }) else {
      throw call.notFound
    }
    return try await perform(
      .judgeSuspect(
        SuspectJudged(
          suspect: id, title: suspect.change.title, standing: call.request.word("standing") ?? .candidate,
          reason: call.request.text("reason") ?? "")), call)
  }
}

extension TimelineMoment {
  /// Where its first piece of evidence can be read.
  fileprivate var label: String { evidence.first?.reference.label ?? id }
}
