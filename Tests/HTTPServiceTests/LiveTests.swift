import AccountStore
import Accounts
import Foundation
import HTTPService
import HTTPTypes
import Hummingbird
import Interchange
import NIOCore
import Testing

@Suite(.timeLimit(.minutes(15))) struct LiveTests {
  private let changes = ScriptedChanges()
  private let beats = Beats()
  private let site: TestSite
  private let eve: TestSite.Person

  init() async throws {
    let beats = beats
    site = try await TestSite(changes: changes, sleep: { _ in try await beats.wait() })
    eve = try await site.person(.responder)
  }

  /// A stream that is listened to: its events as they come.
  private func listen(
    _ path: String = "/api/v1/events", as person: TestSite.Person? = nil, lastEventID: String? = nil
  ) async throws -> AsyncStream<ServerEvent>.AsyncIterator {
    var headers = ["Cookie": (person ?? eve).cookie, "Accept": "text/event-stream"]
    headers["Last-Event-ID"] = lastEventID
    let response = try await site.respond(path, headers: headers)
    try #require(response.status == .ok)
    #expect(response.headers[.contentType] == "text/event-stream; charset=utf-8")
    let (events, continuation) = AsyncStream.makeStream(of: ServerEvent.self)
    Task {
      try? await response.body.write(
        CollectingWriter { buffer in
          for block in String(buffer: buffer).split(separator: "\n\n") {
            continuation.yield(ServerEvent(String(block)))
          }
        })
      continuation.finish()
    }
    return events.makeAsyncIterator()
  }

  @Test func `a change is told as it happens, with its entry on one line`() async throws {
    var events = try await listen()
    let begin = try #require(await events.next())
    #expect(begin.id != nil && begin.event == nil)
    changes.add(3)
    let event = try #require(await events.next())
    #expect(event.event == "change")
    let data = try #require(try JSONSerialization.jsonObject(with: Data((event.data ?? "").utf8)) as? [String: Any])
    #expect(data["incident"] as? String == "INC-3")
    #expect(data["kinds"] as? [String] == ["note-written"])
    #expect(data["at"] as? String == "1970-01-01T00:01:00Z")
    #expect((data["entry"] as? [String: String])?["text"] == "two\nlines")
  }

  @Test func `a stream goes on after the last event that was seen`() async throws {
    changes.add(1)
    var first = try await listen()
    let begin = try #require(await first.next()).id
    changes.add(2)
    let seen = try #require(await first.next())
    changes.add(3)
    changes.add(4)

    var again = try await listen(lastEventID: seen.id)
    _ = await again.next()
    #expect(try #require(await again.next()).data?.contains("INC-3") == true)
    #expect(try #require(await again.next()).data?.contains("INC-4") == true)
    var fromBegin = try await listen(lastEventID: begin)
    _ = await fromBegin.next()
    #expect(try #require(await fromBegin.next()).data?.contains("INC-2") == true)
  }

  @Test(arguments: ["5", "AAAA", "x\u{0}", String(repeating: "A", count: 500)])
  func `an identifier that is not known says that all has to be read anew`(identifier: String) async throws {
    var events = try await listen(lastEventID: identifier)
    #expect(try #require(await events.next()).event == "reset")
  }

  @Test func `what is private is not told, and leaves no gap that could be seen`() async throws {
    let ana = try await site.person(.administrator)
    var eves = try await listen()
    var anas = try await listen(as: ana)
    let begin = try #require(await eves.next())
    _ = await anas.next()
    changes.add(7, isPrivate: true)
    changes.add(8)
    let event = try #require(await eves.next())
    #expect(event.data?.contains("INC-8") == true)
    #expect(try #require(await anas.next()).data?.contains("INC-7") == true)
    #expect(try #require(await anas.next()).data?.contains("INC-8") == true)
    // An identifier tells nothing but that it is one: all are of one length, and never the same twice.
    let ids = [begin.id, event.id].compactMap(\.self)
    #expect(Set(ids.map(\.count)).count == 1 && Set(ids).count == ids.count)

    beats.beat()
    beats.beat()
    let beat = try #require(await eves.next())
    #expect(beat.comment == "still here" && beat.id?.count == event.id?.count && beat.id != event.id)
  }

  @Test func `a page follows its own incident, as long as it may see it`() async throws {
    var events = try await listen("/incidents/INC-1/events")
    _ = await events.next()
    changes.add(2)
    changes.add(1)
    #expect(try #require(await events.next()).data?.contains("INC-1") == true)
    await site.calls.willAnswer(Problem.notFound("INC-9").answer())
    let hidden = try await site.ask("/incidents/INC-9/events", headers: ["Cookie": eve.cookie])
    let api = try await site.ask("/api/v1/incidents/INC-9/events", headers: ["Cookie": eve.cookie])
    #expect(hidden.status == 404 && api.status == 404)
  }

  @Test func `a session that is revoked ends its streams, before anything more is told`() async throws {
    var events = try await listen()
    _ = await events.next()
    try await site.accounts.signOut(secret: eve.secret)
    changes.add(1)
    #expect(await events.next() == nil)
  }

  @Test func `a role that was taken away narrows a stream at once`() async throws {
    let ana = try await site.person(.administrator)
    let bob = try await site.person(.administrator, "bob")
    var events = try await listen(as: bob)
    _ = await events.next()
    guard let caller = try await site.accounts.session(secret: ana.secret)?.caller else { return }
    try await site.accounts.setRole(.reader, of: "bob", by: caller)
    changes.add(1, isPrivate: true)
    changes.add(2)
    #expect(try #require(await events.next()).data?.contains("INC-2") == true)
  }

  @Test func `few streams of one account are served at a time, and a place that is left is free again`() async throws {
    let headers = ["Cookie": eve.cookie, "Accept": "text/event-stream"]
    var open: [Response] = []
    for _ in 0..<ServerLimits.streamsOfAccountMax {
      open.append(try await site.respond("/api/v1/events", headers: headers))
    }
    let refused = try await site.ask("/api/v1/events", headers: headers)
    #expect(refused.status == 429)
    #expect(refused.headers[.retryAfter] == "30")
    open.removeLast()
    #expect(try await site.respond("/api/v1/events", headers: headers).status == .ok)
    #expect(try await site.ask("/api/v1/events", .head, headers: headers).status == 200)
  }
}
