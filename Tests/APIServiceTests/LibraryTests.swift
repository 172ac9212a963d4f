import Interchange
import Schemas
import Testing

/// The library through the API; every answer is held to its schema by the bench.
struct LibraryTests {
  @Test func `others' postmortems come in, are found, and are not counted`() async throws {
    let bench = try TestBench()
    let text = "# Full disk\n\n## Impact analysis\n\nBuilds failed for two hours.\n"
    let added = try await bench.send(.addToLibrary, [:], ["text": .string(text), "source": "p@1/disk.md"], key: "k")
    #expect(added.json["postmortem"] == "PM-1")
    #expect(added.json["title"] == "Full disk")
    let again = try await bench.send(.addToLibrary, [:], ["text": .string(text)])
    #expect(Problem(again)?.kind == .nothingNew)
    let replay = try await bench.send(.addToLibrary, [:], ["text": .string(text), "source": "p@1/disk.md"], key: "k")
    #expect(replay.json == added.json)
    let hits = try await bench.send(.searchLibrary, query: ["q": "build fail"], as: TestBench.rob).json["items"]
    #expect(hits?.array?.count == 0)
    let found = try await bench.send(.searchLibrary, query: ["q": "builds fail"], as: TestBench.rob).json["items"]
    #expect(found?[0]?["postmortem"] == "PM-1")
    #expect(found?[0]?["isOurs"] == false)
    #expect(try await bench.send(.readTrends).json["incidentCount"] == 0)
    #expect(bench.failures == [])
  }

  @Test(arguments: [
    (["from": "2026-02-30"], ProblemKind.invalidFields, "no such day"),
    (["from": "yesterday"], .invalidParameter, "no day"), (["cause": "bad luck"], .invalidParameter, "no kind"),
    (["cursor": "x"], .invalidFields, "no cursor"),
  ])
  func `bad queries are told what is wrong`(query: [String: String], kind: ProblemKind, reason: String) async throws {
    let answer = try await (try TestBench()).send(.searchLibrary, query: query)
    #expect(Problem(answer)?.kind == kind, "\(reason)")
  }

  @Test func `a cursor leads through all, and one of another listing leads nowhere`() async throws {
    let bench = try TestBench()
    for number in 1...3 {
      _ = try await bench.send(.addToLibrary, [:], ["text": .string("# Disk \(number)\n")])
    }
    var cursor: String?
    var seen: Set<String> = []
    repeat {
      var query = ["limit": "1"]
      query["cursor"] = cursor
      let page = try await bench.send(.searchLibrary, query: query).json
      seen.formUnion(page["items"]?.array?.compactMap { $0["postmortem"]?.string } ?? [])
      cursor = page["next"]?.string
    } while cursor != nil
    #expect(seen == ["PM-1", "PM-2", "PM-3"])
    let foreign = PageCursor(key: "PM-99").text(for: .searchLibrary)
    #expect(Problem(try await bench.send(.searchLibrary, query: ["cursor": foreign]))?.kind == .invalidFields)
  }

  @Test func `likeness, trends and hits fit their schemas`() async throws {
    let bench = try TestBench()
    let first = try await bench.declare(["title": "Certificate of the edge expired", "impact": "Browsers refuse it"])
    _ = try await bench.send(.changeState, ["incident": first], ["state": "resolved"])
    let second = try await bench.declare(["title": "Edge certificate expired for browsers"])
    let like = try await bench.send(.likeIncident, ["incident": second]).json["items"]
    #expect(like?[0]?["incident"] == .string(first))
    #expect(like?[0]?["reasons"]?[0]?.string?.hasPrefix("the words ") == true)
    let trends = try await bench.send(.readTrends, query: ["from": "2026-01-01"]).json
    #expect(trends["incidentCount"] == 2)
    #expect(trends["spans"]?.array?.count == 4)
    #expect(try await bench.send(.listHits).json["items"]?.array == [])
    #expect(Problem(try await bench.send(.likeIncident, ["incident": "INC-99"]))?.kind == .notFound)
    #expect(Problem(try await bench.send(.likePostmortem, ["postmortem": "PM-99"]))?.kind == .notFound)
    #expect(bench.failures == [])
  }
}
