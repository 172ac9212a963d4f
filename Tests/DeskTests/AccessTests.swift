import Accounts
import Chronology
import Desk
import Incidents
import RecordViews
import Testing

/// Who may call what: every method of the desk, every role, on an open and on a private incident.
struct AccessTests {
  private static let operations:
    [(name: String, needs: Permission, call: @Sendable (DeskScene, IncidentID, Caller) async throws -> Any?)] = [
      ("home", .read, { try await $0.desk.home(for: $2) }),
      ("incidents", .read, { try await $0.desk.incidents(IncidentQuery(), for: $2) }),
      ("incident", .read, { try await $0.desk.incident($1, for: $2) }),
      ("incident as of", .read, { try await $0.desk.incident($1, for: $2, asOf: $0.clock.now) }),
      ("near misses", .read, { try await $0.desk.nearMisses(for: $2) }),
      ("changes", .read, { try await $0.desk.changes(after: 0, limit: 10, for: $2) }),
      (
        "review of an update", .read,
        {
          try await $0.desk.reviewUpdate(
            UpdateDraft(update: 0, audience: .customers, state: .identified, text: UpdateText()), of: $1, for: $2)
        }
      ),
      ("declare", .respond, { try await $0.desk.declare(Declaration(title: "New"), by: $2) }),
      ("perform", .respond, { try await $0.note("seen", on: $1, by: $2) }),
      (
        "evidence", .respond,
        { try await $0.desk.addEvidence(EvidenceUpload(name: "a.log", bytes: [1]), to: $1, by: $2) }
      ),
      ("near miss", .respond, { try await $0.desk.reportNearMiss(NearMiss(what: "nearly"), by: $2) }),
      (
        "component's state", .respond,
        {
          try await $0.desk.setComponentState(
            ComponentStateChange(component: "shop", condition: .degraded), by: $2)
        }
      ),
      (
        "maintenance", .respond,
        {
          let plan = MaintenancePlan(title: "Move", from: $0.clock.now, until: $0.clock.now.advanced(bySeconds: 60))
          return try await $0.desk.scheduleMaintenance(plan, by: $2)
        }
      ),
      (
        "policy", .configure,
        {
          var policy = Policy.standard
          policy.warnBeforeMinutes = 7
          return try await $0.desk.setPolicy(policy, by: $2)
        }
      ),
      (
        "components", .configure,
        {
          try await $0.desk.setComponents(
            ComponentList(components: [ComponentDefinition(id: "till", name: "Till")]), by: $2)
        }
      ),
    ]

  /// Those that are about the one incident.
  private static let aboutOne: Set<String> = ["incident", "incident as of", "review of an update", "perform"]

  @Test(arguments: operations.indices)
  func `each method asks for its permission, and only that`(index: Int) async throws {
    let operation = Self.operations[index]
    let callers: [(Caller, Set<Permission>)] = [
      (DeskScene.caller("rea", .reader), [.read]),
      (DeskScene.caller("ben", .responder), [.read, .respond]),
      (DeskScene.caller("adm", .administrator), [.read, .respond, .configure]),
      (DeskScene.caller("bot", .administrator, scopes: [.read]), [.read]),
      (DeskScene.caller("bot", .administrator, scopes: [.administer]), [.read, .configure]),
      (DeskScene.caller("bot", .reader, scopes: [.respond]), [.read]),
      (DeskScene.caller("bot", .responder, scopes: []), []),
    ]
    for (caller, permissions) in callers {
      let scene = try DeskScene()
      try await scene.list("shop")
      let id = try await scene.declare()
      let result = await outcome { try await operation.call(scene, id, caller) }
      let expected =
        !permissions.contains(operation.needs)
        ? "notAllowed" : operation.name == "evidence" ? "invalidEvidence" : "done"
      #expect(result == expected, "\(operation.name) by \(caller.role) \(caller.scopes.map { "\($0)" } ?? "")")
    }
  }

  @Test(arguments: operations.indices)
  func `a private incident is there for those who are let in alone`(index: Int) async throws {
    let operation = Self.operations[index]
    guard Self.aboutOne.contains(operation.name) else { return }
    let scene = try DeskScene()
    let id = try await scene.declare(isPrivate: true)
    _ = try await scene.desk.perform(
      .changeAccess(AccessChange(added: ["member"])), on: id, by: scene.ana)
    _ = try await scene.desk.perform(
      .assignRole(RoleAssignment(role: "operations", person: "holder")), on: id, by: scene.ana)
    let missing = IncidentID(number: 4242)
    for name in ["ana", "member", "holder"] {
      let caller = DeskScene.caller(name, .responder)
      let result = await outcome { try await operation.call(scene, id, caller) }
      #expect(result == "done", "\(name)")
    }
    let administered = await outcome { try await operation.call(scene, id, scene.adm) }
    #expect(administered == "done")
    // A token that only reads does not look into what its owner may look into as an administrator.
    let strangers = [
      scene.ben, DeskScene.caller("rea", .reader), DeskScene.caller("adm", .administrator, scopes: [.read, .respond]),
    ]
    for caller in strangers {
      let seen = await outcome { try await operation.call(scene, id, caller) }
      let absent = await outcome { try await operation.call(scene, missing, caller) }
      #expect(seen == absent)
      #expect(["nothing", "unknownIncident", "notAllowed"].contains(seen), "\(operation.name): \(seen)")
    }
  }
}
