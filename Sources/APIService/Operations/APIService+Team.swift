import Desk
import Incidents
import Interchange
import RecordViews
import Schemas

extension APIService {
  func listNearMisses(_ call: Call) async throws -> Outcome {
    let all = try await desk.nearMisses(for: call.caller).map(NearMissAnswer.init)
    return call.outcome(try call.page(all) { $0.id })
  }

  func reportNearMiss(_ call: Call) async throws -> Outcome {
    let request = call.request
    let receipt = try await desk.reportNearMiss(
      NearMiss(
        what: request.text("what") ?? "", stoppedBy: request.text("stoppedBy") ?? "", idea: request.text("idea") ?? ""),
      by: call.caller, terms: call.terms)
    guard let number = receipt.number else { throw call.notFound }
    return try await nearMiss(call, number, isReplay: receipt.isReplay)
  }

  func readNearMiss(_ call: Call) async throws -> Outcome {
    guard let number = WireName.number(call.request.path["nearmiss"] ?? "", prefix: "NM") else { throw call.notFound }
    return try await nearMiss(call, number)
  }

  private func nearMiss(_ call: Call, _ number: Int, isReplay: Bool = false) async throws -> Outcome {
    guard let view = try await desk.nearMisses(for: call.caller).first(where: { $0.number == number }) else {
      throw call.notFound
    }
    let location = Operations[.readNearMiss].path(["nearmiss": WireName.nearMiss(number)])
    return Outcome(
      call, NearMissAnswer(view), location: call.request.operation.status == 201 ? location : nil, isReplay: isReplay)
  }

  func readPolicy(_ call: Call) async throws -> Outcome {
    let view = try await desk.policy()
    return Outcome(call, PolicyAnswer(policy: view.policy, version: view.version), tag: view.version)
  }

  func replacePolicy(_ call: Call) async throws -> Outcome {
    // The schema has seen to it that the body has a policy's shape.
    let policy = try WireCoding.decode(Policy.self, from: call.request.body.bytes)
    let problems = policy.problems
    guard problems.isEmpty else {
      throw Problem.fields(
        problems.prefix(Schema.problemsMax).map { FieldProblem(pointer: "/" + $0.place, message: $0.message) },
        hint: problems[0].hint)
    }
    return try await policyOutcome(call, try await desk.setPolicy(policy, by: call.caller, terms: call.terms))
  }

  func addRoles(_ call: Call) async throws -> Outcome {
    let wanted = (call.request.body["roles"]?.array ?? []).map { role in
      Policy.WantedRole(
        id: role["id"]?.string ?? "", name: role["name"]?.string, duty: role["duty"]?.string)
    }
    return try await policyOutcome(call, try await desk.addRoles(wanted, by: call.caller, terms: call.terms))
  }

  private func policyOutcome(_ call: Call, _ receipt: WriteReceipt) async throws -> Outcome {
    let view = try await desk.policy()
    return Outcome(
      call, PolicyAnswer(policy: view.policy, version: view.version), tag: view.version, isReplay: receipt.isReplay)
  }
}

extension NearMissAnswer {
  fileprivate init(_ view: NearMissView) {
    self.init(number: view.number, view.content, reported: view.reported, by: view.by)
  }
}
