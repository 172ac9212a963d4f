import Accounts
import HTTPService
import HTTPTypes
import Interchange
import Schemas
import Testing

@Suite struct OperationFormTests {
  private let site: TestSite
  private let eve: TestSite.Person

  init() async throws {
    site = try await TestSite()
    eve = try await site.person(.responder)
  }

  @Test func `a form becomes the operation's JSON, with its key and the version that was seen`() async throws {
    let answer = try await site.send(
      "/incidents/INC-1/notes",
      [
        ("text", "line one\r\nline two"), ("_key", "k1"), ("_version", "\"v7\""),
        ("_return_to", "/incidents/INC-1#now"),
      ],
      as: eve)
    #expect(answer.status == 303)
    #expect(answer.location == "/incidents/INC-1?done=write-note#now")
    let call = try #require(await site.calls.all.first)
    #expect(call.request.operation == .writeNote)
    #expect(call.request.path == ["incident": "INC-1"])
    #expect(call.request.idempotencyKey == "k1" && call.request.ifMatch == "\"v7\"")
    #expect(call.request.body.map { String(decoding: $0, as: UTF8.self) } == "{\"text\":\"line one\\nline two\"}")
    #expect(call.caller.account == "responder")
  }

  @Test func `each button of a form sends the same fields, and takes what is meant for it alone`() async throws {
    let fields = [
      ("text.broken", "Cards fail."), ("audience", "customers"), ("_method", "PUT"), ("_version", "\"v7\""),
      ("_only.publish-update.releaseReason", "no time left"), ("_only.approve-update.seenVersion", "7"),
    ]
    for (path, operation, alone) in [
      ("/incidents/INC-1/updates/1", OperationID.reviseUpdate, ""),
      ("/incidents/INC-1/updates/1/publication", .publishUpdate, "\"releaseReason\":\"no time left\","),
      ("/incidents/INC-1/updates/1/approval", .approveUpdate, "\"seenVersion\":7,"),
    ] {
      await site.calls.forget()
      _ = try await site.send(path, fields, as: eve)
      let call = try #require(await site.calls.all.first)
      #expect(call.request.operation == operation && call.request.ifMatch == "\"v7\"")
      #expect(
        call.request.body.map { String(decoding: $0, as: UTF8.self) }
          == "{\"audience\":\"customers\",\(alone)\"text\":{\"broken\":\"Cards fail.\"}}")
    }
  }

  @Test func `what was made is where one is led, but never to another site`() async throws {
    await site.calls.willAnswer(
      APIAnswer(status: 201, headers: [("Location", "/api/v1/incidents/INC-7")], body: Array("{}".utf8)))
    #expect(
      try await site.send("/incidents", [("title", "x")], as: eve).location == "/incidents/INC-7?done=declare-incident")
    let away = try await site.send("/incidents", [("title", "x"), ("_return_to", "//elsewhere.example")], as: eve)
    #expect(away.location == "/incidents/INC-7?done=declare-incident")
    await site.calls.willAnswer(
      APIAnswer(status: 200, headers: [("Location", "https://elsewhere.example/x")], body: []))
    #expect(
      try await site.send("/incidents/INC-1/notes", [("text", "x")], as: eve).location
        == "/incidents/INC-1?done=write-note")
  }

  @Test func `a form that was refused comes back whole, each problem beside its field`() async throws {
    let problem = Problem.fields([
      FieldProblem(pointer: "/title", message: "this has 300 characters, and at most 200 are taken")
    ])
    await site.calls.willAnswer(problem.answer())
    let answer = try await site.send(
      "/incidents",
      [
        ("title", "Payments <fail>"), ("impact", "a\r\nb"), ("instants.detected", "2026-03-01T13:45Z"), ("odd", "kept"),
        ("_key", "k2"),
      ],
      as: eve)
    #expect(answer.status == 422)
    #expect(answer.body.contains("value=\"Payments &lt;fail&gt;\""))
    #expect(answer.body.contains("This has 300 characters, and at most 200 are taken."))
    #expect(answer.body.contains("aria-invalid"))
    #expect(answer.body.contains("name=\"odd\"") && answer.body.contains("kept"))
    #expect(answer.body.contains("value=\"2026-03-01T13:45Z\""))
    #expect(answer.field("_key") == "k2", "what is done in the end is done once")
    #expect(answer.field("_csrf") == eve.formToken)
    #expect(answer.body.contains("action=\"/incidents\""))
  }

  @Test func `who is signed out keeps what they wrote`() async throws {
    let answer = try await site.send("/incidents/INC-1/notes", [("text", "Typed for long"), ("_key", "k3")])
    #expect(answer.status == 401)
    #expect(answer.body.contains("Typed for long") && answer.body.contains("Sign in in another tab"))
    #expect(await site.calls.all.isEmpty)

    // Signed in meanwhile: the token on the page is none of theirs, the words stay, and the next try does it.
    let stale = try await site.send(
      "/incidents/INC-1/notes", [("text", "Typed for long"), ("_key", "k3")], as: eve, csrf: false)
    #expect(stale.status == 403)
    #expect(stale.body.contains("Typed for long") && stale.field("_csrf") == eve.formToken)
    #expect(await site.calls.all.isEmpty)
    #expect(
      try await site.send("/incidents/INC-1/notes", [("text", "Typed for long"), ("_key", "k3")], as: eve).status == 303
    )
  }

  @Test func `words from another site are not shown as if they were one's own`() async throws {
    let answer = try await site.send(
      "/incidents/INC-1/notes", [("text", "Call this number")], as: eve, headers: ["Sec-Fetch-Site": "cross-site"],
      csrf: false)
    #expect(answer.status == 403)
    #expect(!answer.body.contains("Call this number"))
  }

  @Test func `a form from an older version is sent again with the newer one, deliberately`() async throws {
    let stale = Problem(.staleVersion, "the incident has changed since you read it")
    await site.calls.willAnswer(stale.answer(headers: [("ETag", "\"v9\"")]))
    let answer = try await site.send(
      "/incidents/INC-1/state", [("state", "mitigated"), ("_version", "\"v7\"")], as: eve)
    #expect(answer.status == 412)
    #expect(answer.field("_version") == "&quot;v9&quot;")
    #expect(answer.body.contains("value=\"mitigated\" selected"))
  }

  @Test func `files of a form are added one by one, under names that are no paths`() async throws {
    let boundary = "XyZ"
    let body = [
      "--XyZ\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n\(eve.formToken)\r\n",
      "--XyZ\r\nContent-Disposition: form-data; name=\"_key\"\r\n\r\nk4\r\n",
      "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/a\r\nb.log\"\r\n\r\none\r\n"
        .replacing("a\r\nb", with: "a%0D%0Ab"),
      "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\logs\\\\two.log\"\r\n\r\ntwo\r\n--XyZ--\r\n",
    ].joined()
    let answer = try await site.ask(
      "/incidents/INC-1/evidence", .post,
      headers: [
        "Content-Type": "multipart/form-data; boundary=\(boundary)", "Cookie": eve.cookie,
        "Sec-Fetch-Site": "same-origin",
      ], body: body)
    #expect(answer.status == 303)
    let calls = await site.calls.all.map(\.request)
    #expect(calls.map { $0.upload?.name } == ["ab.log", "two.log"])
    #expect(calls.map { $0.upload.map { String(decoding: $0.bytes, as: UTF8.self) } } == ["one", "two"])
    #expect(calls.map(\.idempotencyKey) == ["k4", "k4-1"])
  }

  @Test func `a form for a file without one says so`() async throws {
    let answer = try await site.send("/incidents/INC-1/evidence", [], as: eve)
    #expect(answer.status == 422)
    #expect(answer.body.contains("No file was chosen"))
  }
}
