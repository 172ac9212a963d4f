import Accounts
import Chronology
import Interchange
import Schemas
import Testing

/// An incident run through the API.
struct RunTests {
  @Test func `an incident is led from declaration to the last word`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare(["severity": 2, "commander": "kim", "impact": "One order in three"])
    let path = ["incident": incident]
    #expect(try await bench.send(.assignRole, path.with("role", "communications"), ["person": "lee"]).status == 200)
    let decision = try await bench.send(
      .recordDecision, path, ["what": "Roll back", "why": "Fastest", "options": ["Wait"], "known": "Since 13:45"])
    let entry = try #require(decision.json["entry"]?["version"]?.integer)
    let dissent = try await bench.send(
      .recordDissent, path.with("entry", String(entry)), ["text": "The flag would do"], as: TestBench.lee)
    #expect(dissent.json["entry"]?["subject"] == .integer(entry))
    let task = try await bench.send(.addTask, path, ["text": "Count orders", "owner": "sam"])
    #expect(task.json["task"]?["number"] == 1)
    let done = try await bench.send(
      .changeTask, path.with("task", "1"), ["state": "done", "result": "214", "owner": nil])
    #expect(done.json["task"]?["state"] == "done")
    #expect(done.json["task"]?["owner"] == nil)
    let states = try await bench.send(.changeState, path, ["state": "mitigated"])
    #expect(states.json["incident"]?["state"] == "mitigated")
    let wrong = try await bench.send(.changeState, path, ["state": "triage"])
    #expect(Problem(wrong)?.kind == .wrongState)
    #expect(Problem(wrong)?.hint?.contains("resolved") == true)
    let read = try await bench.send(.readIncident, path).json
    #expect(read["decisions"]?[0]?["dissents"]?[0]?["by"] == "lee")
    #expect(read["spans"]?.array?.count == 6)
    #expect(bench.failures == [])
  }

  @Test func `an update goes from draft over approval to the public`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare(["severity": 1])
    let draft: JSONValue = [
      "audience": "customers", "state": "identified",
      "text": [
        "broken": "Paying by card fails for about one order in three.", "affected": "Everybody who pays by card.",
        "since": "2026-03-01T13:45:00Z", "doing": "We are taking back the change that set it off.",
        "meanwhile": "Please do not order again if you are unsure.", "nextBy": "2026-03-01T14:30:00Z",
        "apology": "We are sorry.",
      ],
    ]
    let path = ["incident": incident, "update": "1"]
    #expect(try await bench.send(.draftUpdate, ["incident": incident], draft).status == 201)
    let preview = try await bench.send(.previewUpdate, path).json
    #expect(preview["needsApproval"] == true)
    #expect(preview["places"]?.array?.contains("the status page") == true)
    #expect(preview["markdown"]?.string?.contains("**Next word by 2026-03-01T14:30:00Z") == true)
    #expect(Problem(try await bench.send(.publishUpdate, path, [:]))?.kind == .needsApproval)
    let seen = preview["update"]?["version"] ?? 0
    #expect(Problem(try await bench.send(.approveUpdate, path, ["seenVersion": seen]))?.kind == .ownApproval)
    #expect(Problem(try await bench.send(.approveUpdate, path, [:], as: TestBench.lee))?.kind == .invalidFields)
    #expect(
      Problem(try await bench.send(.approveUpdate, path, ["seenVersion": 1], as: TestBench.lee))?.kind == .wrongState)
    #expect(try await bench.send(.approveUpdate, path, ["seenVersion": seen], as: TestBench.lee).status == 200)
    let out = try await bench.send(.publishUpdate, path, [:])
    #expect(out.json["update"]?["standing"] == "published")
    #expect(Problem(try await bench.send(.reviseUpdate, path, draft))?.kind == .alreadyPublished)
    let corrected = try await bench.send(
      .correctUpdate, path, ["text": ["broken": "Paying by card fails for some."], "reason": "Not all orders"])
    #expect(corrected.json["update"]?["former"]?.array?.count == 1)
    #expect(try await bench.send(.withdrawUpdate, path, ["reason": "Another incident"]).status == 200)
    #expect(Problem(try await bench.send(.withdrawUpdate, path, ["reason": "Again"]))?.kind == .notPublished)
  }

  @Test func `pages of a listing hold every item once, in order`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare()
    for number in 1...7 { _ = try await bench.send(.writeNote, ["incident": incident], ["text": .string("\(number)")]) }
    var seen: [String] = []
    var query = ["kind": "note", "limit": "3"]
    var pages = 0
    while true {
      let answer = try await bench.send(.listEntries, ["incident": incident], query: query)
      seen += answer.json["items"]?.array?.compactMap { $0["text"]?.string } ?? []
      pages += 1
      guard let next = answer.json["next"]?.string else {
        #expect(answer.header("Link") == nil)
        break
      }
      #expect(
        answer.header("Link")
          == "</api/v1/incidents/\(incident)/entries?cursor=\(next)&kind=note&limit=3>; rel=\"next\"")
      query["cursor"] = next
    }
    #expect(seen == (1...7).map(String.init))
    #expect(pages == 3)
  }

  @Test func `a reading as of a moment leaves out what came later, and says so`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare()
    bench.clock.advance(seconds: 60)
    let moment = bench.clock.now.rfc3339
    bench.clock.advance(seconds: 60)
    _ = try await bench.send(.writeNote, ["incident": incident], ["text": "later"])
    let then = try await bench.send(.readIncident, ["incident": incident], query: ["as_of": moment])
    #expect(then.json["asOf"] == .string(moment))
    #expect(then.json["entryCount"] == 1)
    #expect(then.header("ETag") == nil)
    let before = try await bench.send(.readIncident, ["incident": incident], query: ["as_of": "2026-01-01T00:00:00Z"])
    #expect(before.status == 404)
  }

  @Test func `who had a role at a moment is told`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare(["commander": "kim"])
    let path = ["incident": incident, "role": "commander"]
    bench.clock.advance(seconds: 600)
    _ = try await bench.send(.assignRole, path, ["person": "lee", "note": "The rollback is half done"])
    let then = try await bench.send(
      .listRoles, ["incident": incident], query: ["at": TestClock.start.advanced(bySeconds: 60).rfc3339])
    let roles = then.json["items"]?.array ?? []
    #expect(roles.first { $0["role"] == "commander" }?["person"] == "kim")
    let now = try await bench.send(.listRoles, ["incident": incident]).json["items"]?.array ?? []
    #expect(now.first { $0["role"] == "commander" }?["person"] == "lee")
  }

  @Test func `a correction shows both texts, and what the system recorded stays`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare()
    let note = try await bench.send(.writeNote, ["incident": incident], ["text": "app02 restarted"])
    let entry = try #require(note.json["entry"]?["version"]?.integer)
    let corrected = try await bench.send(
      .correctEntry, ["incident": incident, "entry": String(entry)],
      ["text": "app03 restarted", "reason": "Wrong host"])
    #expect(corrected.json["entry"]?["text"] == "app03 restarted")
    #expect(corrected.json["entry"]?["former"]?[0]?["text"] == "app02 restarted")
    let system = try await bench.send(
      .correctEntry, ["incident": incident, "entry": "1"], ["text": "Nothing happened", "reason": "Shame"])
    #expect(Problem(system)?.kind == .notCorrectable)
    let missing = try await bench.send(
      .correctEntry, ["incident": incident, "entry": "99"], ["text": "x", "reason": "y"])
    #expect(missing.status == 404)
  }

  @Test func `events lead on, also from where nothing was to be seen`() async throws {
    let bench = try TestBench()
    let start = try await bench.send(.listEvents, as: TestBench.lee).json["next"]?.string ?? ""
    _ = try await bench.declare(["isPrivate": true])
    let nothing = try await bench.send(.listEvents, query: ["cursor": start], as: TestBench.lee).json
    #expect(nothing["items"] == [])
    let open = try await bench.declare()
    let news = try await bench.send(
      .listEvents, query: ["cursor": nothing["next"]?.string ?? ""], as: TestBench.lee
    ).json
    #expect(news["items"]?.array?.first?["incident"] == .string(open))
    let forged = try await bench.send(.listEvents, query: ["cursor": "bGlzdC1ldmVudHM6AAAA"], as: TestBench.lee)
    #expect(Problem(forged)?.kind == .invalidFields)
  }

  @Test func `evidence is brought in, looked at, and judged`() async throws {
    let bench = try TestBench()
    let incident = try await bench.declare()
    let upload = APIRequest(
      .addEvidence, path: ["incident": incident], query: ["name": "logs/../web.log"],
      upload: .init(name: "web.log", bytes: Array("2026-03-01T13:45:00Z x\n".utf8)))
    let added = try await bench.send(upload)
    #expect(added.json["evidence"]?["name"] == "web.log")
    #expect(added.header("Location") == "/api/v1/incidents/\(incident)/evidence")
    let moments = try await bench.send(.listMoments, ["incident": incident]).json
    #expect(moments["items"]?[0]?["isPicked"] == false)
    let picked = try await bench.send(.pickMoment, ["incident": incident], ["moment": "m-1"])
    #expect(picked.json["entry"]?["text"] == "503 on POST /pay")
    #expect(picked.json["entry"]?["reference"] == "web.log:12")
    #expect(try await bench.send(.listMoments, ["incident": incident]).json["items"]?[0]?["isPicked"] == true)
    let unknown = try await bench.send(.pickMoment, ["incident": incident], ["moment": "m-2"])
    #expect(Problem(unknown)?.errors?.first?.pointer == "/moment")
    let judged = try await bench.send(
      .judgeSuspect, ["incident": incident, "suspect": "d/1 ü"], ["standing": "confirmed", "reason": "Its diff"])
    #expect(judged.status == 200)
    #expect(try await bench.send(.listSuspects, ["incident": incident]).json["items"]?[0]?["standing"] == "confirmed")
    let none = try await bench.send(
      .judgeSuspect, ["incident": incident, "suspect": "d-2"], ["standing": "confirmed", "reason": "x"])
    #expect(none.status == 404)
    #expect(bench.failures == [])
  }

  @Test func `components, maintenance and near misses are kept`() async throws {
    let bench = try TestBench()
    let list: JSONValue = [
      "settings": ["name": "Example Shop"], "components": [["id": "checkout", "name": "Checkout"]],
    ]
    let set = try await bench.send(.replaceComponents, [:], list, ifMatch: "\"v0\"", as: TestBench.ann)
    #expect(set.status == 200)
    let state = try await bench.send(.setComponentCondition, ["component": "checkout"], ["condition": "degraded"])
    #expect(state.json["components"]?[0]?["condition"] == "degraded")
    let unknown = try await bench.send(.setComponentCondition, ["component": "nowhere"], ["condition": "degraded"])
    #expect(unknown.status == 404)
    let plan: JSONValue = [
      "title": "New disks", "from": "2026-03-05T22:00:00Z", "until": "2026-03-05T23:00:00Z", "components": ["checkout"],
    ]
    let made = try await bench.send(.scheduleMaintenance, [:], plan)
    #expect(made.header("Location") == "/api/v1/maintenances/MW-1")
    let begun = try await bench.send(.progressMaintenance, ["maintenance": "MW-1"], ["state": "in-progress"])
    #expect(begun.json["state"] == "in-progress")
    #expect(try await bench.send(.readMaintenance, ["maintenance": "MW-2"]).status == 404)
    let missed = try await bench.send(.reportNearMiss, [:], ["what": "Nearly dropped the database"])
    #expect(missed.json["id"] == "NM-1")
    #expect(try await bench.send(.readNearMiss, ["nearmiss": "nm-1"]).status == 200)
  }

  @Test func `a caller learns who they are`() async throws {
    let bench = try TestBench()
    let token = Caller(
      account: "kim", displayName: "Kim", role: .administrator, scopes: [.read], origin: .token(id: "t"))
    let me = try await bench.send(.readMe, as: token).json
    #expect(me["permissions"] == ["read"])
    #expect(me["origin"] == "token")
  }
}

extension [String: String] {
  func with(_ name: String, _ value: String) -> [String: String] {
    merging([name: value]) { $1 }
  }
}
