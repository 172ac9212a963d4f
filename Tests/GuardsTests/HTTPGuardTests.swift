import Foundation
import Guards
import Testing

/// Requests to a real server, a small one in Python that each test starts for itself.
@Suite(.enabled(if: LoopbackServer.isPossible, "python3 is not installed"))
struct HTTPGuardTests {
  private func run(_ check: HTTPCheck, within seconds: Double = 500, environment: [String: String] = [:]) async throws
    -> GuardResult
  {
    await (try TestFolder()).run(.http(check), within: seconds, environment: environment)
  }

  @Test func `status, body and JSON are compared with what is expected`() async throws {
    let server = try await LoopbackServer.start()
    defer { server.stop() }
    let url = server.url + "/health"
    let held = try await run(
      HTTPCheck(
        url: url, status: [200, 204], bodyHas: "größe", bodyLacks: "error", withinSeconds: 400,
        json: ["/status": .string("up"), "/hosts/1/build": .number(649), "/open": .bool(true), "/none": .null]))
    #expect(held.outcome == .held, "\(held.summary)")
    #expect(held.summary.hasPrefix("status 200 after "))
    let cases: [(HTTPCheck, String)] = [
      (HTTPCheck(url: url, status: [204]), "status 200, expected 204"),
      (HTTPCheck(url: server.url + "/absent"), "status 404, expected 200 to 299"),
      (HTTPCheck(url: url, bodyHas: "down"), "the answer lacks 'down'"),
      (HTTPCheck(url: url, bodyLacks: "status"), "the answer has 'status'"),
      (HTTPCheck(url: url, json: ["/status": .string("ok")]), "/status is 'up', expected 'ok'"),
      (HTTPCheck(url: url, json: ["/hosts/7": .null]), "/hosts/7 is not in the answer, expected null"),
      (HTTPCheck(url: server.url + "/text", json: ["/a": .null]), "the answer is not JSON"),
    ]
    for (check, words) in cases {
      let result = try await run(check)
      #expect(result.outcome == .broken)
      #expect(result.summary == words)
    }
  }

  @Test func `headers are sent, with variables that the guard names`() async throws {
    let server = try await LoopbackServer.start()
    defer { server.stop() }
    let check = HTTPCheck(
      url: server.url + "/echo", method: "POST", headers: ["X-Key": "k ${TOKEN}${OTHER}"], env: ["TOKEN"],
      bodyHas: "POST k t0ken|")
    let result = try await run(check, environment: ["TOKEN": "t0ken", "OTHER": "secret"])
    #expect(result.outcome == .held, "\(result.summary) \(result.detail)")
  }

  @Test func `of the record no variable of this machine is sent`() async throws {
    let server = try await LoopbackServer.start()
    defer { server.stop() }
    let check = HTTPCheck(url: server.url + "/echo", headers: ["X-Key": "${TOKEN}"], env: ["TOKEN"], bodyLacks: "t0ken")
    let definition = GuardDefinition(name: "it", title: "It", kind: .http(check))
    let runner = GuardRunner(environment: ["TOKEN": "t0ken"], reach: ["127.0.0.1"])
    #expect(await runner.run(definition, origin: .record).outcome == .held)
    #expect(await runner.run(definition, origin: .file).outcome == .broken)
  }

  @Test func `a guard of the record asks nobody inside, unless the file of the machine names them`() async throws {
    let server = try await LoopbackServer.start()
    defer { server.stop() }
    let runner = GuardRunner()
    func check(_ url: String, _ runner: GuardRunner) async -> GuardResult {
      await runner.run(
        GuardDefinition(name: "it", title: "It", kind: .http(HTTPCheck(url: url)), withinSeconds: 10), origin: .record)
    }
    let refused = await check(server.url + "/text", runner)
    #expect(refused.outcome == .unknown)
    #expect(refused.summary.hasPrefix("'127.0.0.1' is an address of this machine or of the network inside"))
    #expect(refused.summary.contains("under 'reach:'"), "\(refused.summary)")
    let named = await check(server.url.replacing("127.0.0.1", with: "localhost") + "/text", runner)
    #expect(named.summary.hasPrefix("'localhost' ("), "\(named.summary)")
    #expect(await check(server.url + "/text", GuardRunner(reach: ["127.0.0.1"])).outcome == .held)
    // Outside or not, where a redirect leads is looked at too.
    let moved = await check(
      server.url + "/to?http://localhost:1/", GuardRunner(reach: ["127.0.0.1"]))
    #expect(moved.outcome == .broken && moved.summary.contains("'localhost' ("), "\(moved.summary)")
    let query = PromQLCheck(query: "up", server: server.url, expect: .notEmpty)
    let asked = await runner.run(GuardDefinition(name: "q", title: "Q", kind: .promql(query)), origin: .record)
    #expect(asked.outcome == .unknown && asked.summary.contains("network inside"), "\(asked.summary)")
  }

  @Test(
    arguments: [
      ("127.0.0.1", true), ("127.8.9.1", true), ("10.1.2.3", true), ("172.16.0.1", true), ("172.31.255.255", true),
      ("172.32.0.1", false), ("192.168.0.1", true), ("192.169.0.1", false), ("169.254.169.254", true),
      ("100.64.0.1", true), ("100.128.0.1", false), ("0.0.0.0", true), ("8.8.8.8", false), ("::1", true), ("::", true),
      ("fe80::1%eth0", true), ("fd00::1", true), ("2001:db8::1", false), ("::ffff:10.0.0.1", true),
      ("::ffff:8.8.8.8", false), ("64:ff9b::a00:1", true), ("64:ff9b::808:808", false), ("no address", false),
    ])
  func `addresses of the network inside are known`(address: String, isInside: Bool) {
    #expect(NetworkPlace.isInside(address) == isInside)
  }

  @Test func `redirects are followed on http only, a few times`() async throws {
    let server = try await LoopbackServer.start()
    defer { server.stop() }
    let followed = try await run(HTTPCheck(url: server.url + "/to?/text", bodyHas: "plain"))
    #expect(followed.outcome == .held, "\(followed.summary)")
    let file = try await run(HTTPCheck(url: server.url + "/to?file:///etc/passwd"))
    #expect(file.outcome != .held)
    #expect(!file.detail.contains("root:"))
    let loop = try await run(HTTPCheck(url: server.url + "/loop"))
    #expect(loop.outcome == .broken)
    #expect(loop.summary.hasPrefix("it redirects more than 5 times"), "\(loop.summary)")
    let expected = try await run(HTTPCheck(url: server.url + "/to?/text", status: [302]))
    #expect(expected.outcome == .held, "\(expected.summary)")
  }

  @Test func `a guard's own headers do not follow to another machine`() async throws {
    let server = try await LoopbackServer.start()
    let other = try await LoopbackServer.start()
    defer {
      server.stop()
      other.stop()
    }
    let check = HTTPCheck(
      url: server.url + "/to?\(other.url)/echo", headers: ["X-Key": "t0ken"], bodyHas: "GET", bodyLacks: "t0ken")
    let result = try await run(check)
    #expect(result.outcome == .held, "\(result.summary)")
  }

  @Test func `what cannot be asked is unknown`() async throws {
    let server = try await LoopbackServer.start()
    defer { server.stop() }
    let slow = try await run(HTTPCheck(url: server.url + "/slow"), within: 0.5)
    #expect(slow.outcome == .unknown)
    #expect(slow.summary == "stopped after 0.5 s, its limit")
    let closed = try await run(HTTPCheck(url: "http://127.0.0.1:1/"))
    #expect(closed.outcome == .unknown)
    #expect(closed.summary.contains("127.0.0.1"), "\(closed.summary)")
    let nowhere = try await run(HTTPCheck(url: "http://no-such-machine.invalid/"))
    #expect(nowhere.outcome == .unknown)
  }

  @Test func `an answer that takes longer than expected is broken`() async throws {
    let server = try await LoopbackServer.start()
    defer { server.stop() }
    let result = try await run(HTTPCheck(url: server.url + "/late", withinSeconds: 0.01))
    #expect(result.outcome == .broken)
    #expect(result.summary.hasSuffix("expected within 10 ms"), "\(result.summary)")
  }

  @Test func `of an answer without end a megabyte is read`() async throws {
    let server = try await LoopbackServer.start()
    defer { server.stop() }
    let held = try await run(HTTPCheck(url: server.url + "/endless", bodyHas: "xxxx"))
    #expect(held.outcome == .held, "\(held.summary)")
    let unknown = try await run(HTTPCheck(url: server.url + "/endless", bodyLacks: "y"))
    #expect(unknown.outcome == .unknown)
    #expect(unknown.detail.utf8.count < 5000)
  }
}
