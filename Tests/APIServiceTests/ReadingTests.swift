import Accounts
import Interchange
import Reading
import Schemas
import Testing

/// The reading library through the API; every answer is held to its schema by the bench.
struct ReadingTests {
  private static let path = ["reading": "gitlab-2017"]

  @Test func `readings are listed, narrowed, and read whole`() async throws {
    let bench = try TestBench()
    let all = try await bench.send(.listReadings, as: TestBench.rob).json["items"]?.array
    #expect(all?.count == ReadingShelf.all.count)
    let some = try await bench.send(.listReadings, query: ["technology": "PostgreSQL"]).json["items"]?.array
    #expect(some?.contains { $0["name"] == "gitlab-2017" } == true)
    let none = try await bench.send(.listReadings, query: ["kind": "weather"]).json["items"]?.array
    #expect(none?.isEmpty == true)
    let whole = try await bench.send(.readReading, Self.path, as: TestBench.rob)
    #expect(whole.json["text"]?.string == ReadingShelf.named("gitlab-2017")?.text)
    #expect(whole.json["questions"]?.array?.count == 3)
    #expect(whole.json["guards"]?[0]?["yaml"]?.string?.hasPrefix("  - name: ") == true)
    #expect(bench.failures == [])
  }

  @Test func `a circle is marked once for a key, and what comes next goes on`() async throws {
    let bench = try TestBench()
    let body: JSONValue = ["day": "2026-03-01", "note": "We restore one."]
    let marked = try await bench.send(.markReading, Self.path, body, key: "k")
    #expect(marked.json["circles"]?[0]?["note"] == "We restore one.")
    #expect(marked.json["circles"]?[0]?["by"] == "kim")
    let again = try await bench.send(.markReading, Self.path, body, key: "k")
    #expect(again.json["circleCount"] == 1)
    let next = try await bench.send(.nextReads, query: ["limit": "100"]).json["items"]?.array
    #expect(next?.count == ReadingShelf.all.count - 1)
    #expect(bench.failures == [])
  }

  @Test func `a line goes into a checklist, and is told to be there`() async throws {
    let bench = try TestBench()
    let line = Self.path.merging(["line": "1"]) { $1 }
    let adopted = try await bench.send(.adoptReadingLine, line, ["process": "deploy"], key: "k")
    #expect(adopted.json["process"] == "deploy")
    #expect(adopted.json["lines"]?[0]?["reading"] == "gitlab-2017")
    #expect(try await bench.send(.adoptReadingLine, line, ["process": "deploy"], key: "k").status == 200)
    let twice = try await bench.send(.adoptReadingLine, line, ["process": "deploy"])
    #expect(Problem(twice)?.kind == .nothingNew)
    #expect(try await bench.send(.readReading, Self.path).json["lines"]?[0]?["checklist"] == "deploy")
    // What is written anew names the reading, and keeps it.
    let lines: JSONValue = [["number": 1, "text": "Shorter", "reading": "gitlab-2017"]]
    let written = try await bench.send(.writeChecklist, ["process": "deploy"], ["title": "Deploy", "lines": lines])
    #expect(written.json["lines"]?[0]?["reading"] == "gitlab-2017")
    #expect(bench.failures == [])
  }

  @Test(
    arguments: [
      (OperationID.readReading, ["reading": "no-such"], nil, ProblemKind.notFound),
      (.markReading, ["reading": "no-such"], ["day": "2026-03-01"], .notFound),
      (.markReading, ["reading": "gitlab-2017"], ["day": "2026-02-30"], .invalidFields),
      (.markReading, ["reading": "gitlab-2017"], ["day": "2099-01-01"], .invalidFields),
      (.markReading, ["reading": "gitlab-2017"], [:], .invalidFields),
      (.adoptReadingLine, ["reading": "gitlab-2017", "line": "99"], [:], .notFound),
      (.adoptReadingLine, ["reading": "no-such", "line": "1"], [:], .notFound),
      (.addChecklistLine, ["process": "deploy"], ["text": "x", "reading": "no-such"], .invalidFields),
    ] as [(OperationID, [String: String], JSONValue?, ProblemKind)])
  func `what cannot be is refused with its reason`(
    id: OperationID, path: [String: String], body: JSONValue?, kind: ProblemKind
  ) async throws {
    let bench = try TestBench()
    let answer = try await bench.send(id, path, body)
    #expect(Problem(answer)?.kind == kind, "\(String(decoding: answer.body, as: UTF8.self))")
    #expect(bench.failures == [])
  }
}
