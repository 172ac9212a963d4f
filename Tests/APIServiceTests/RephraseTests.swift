import Desk
import Interchange
import Schemas
import Testing

/// Sentences that are tried before they are said.
@Suite struct RephraseTests {
  @Test func `whoever reads may try a sentence, and is told what closes it and what opens it`() async throws {
    let bench = try TestBench()
    let answer = try await bench.send(.rephrase, [:], ["text": "Who approved this change?"], as: TestBench.rob)
    let finding = answer.json["sentences"]?.array?[0]["findings"]?.array?[0]
    #expect(finding?["kind"] == "looking-for-who")
    #expect(finding?["wordings"]?.array?.first == "What could be seen when this change was approved?")
    let open = try await bench.send(.rephrase, [:], ["text": "What did you see at the time?"])
    #expect(open.json["sentences"]?.array?[0]["findings"]?.array?.isEmpty == true)
  }

  @Test(arguments: [
    ("", 422), (" \n ", 422), (String(repeating: "a", count: 2001), 422), (String(repeating: "a", count: 2000), 200),
  ])
  func `what is empty or too long is refused at its field`(text: String, status: Int) async throws {
    let bench = try TestBench()
    let answer = try await bench.send(.rephrase, [:], ["text": .string(text)])
    #expect(answer.status == status)
    if status == 422 { #expect(answer.json["errors"]?.array?[0]["pointer"] == "/text") }
  }

  @Test func `nothing is written, and with a key the sentence is not kept for its answer`() async throws {
    let bench = try TestBench()
    let before = try await bench.desk.headPosition()
    for text in ["Who broke it?", "Who broke it?"] {
      var request = APIRequest(.rephrase)
      request.body = JSONValue.object(["text": .string(text)]).bytes
      request.idempotencyKey = "one"
      let answer = try await bench.send(request)
      #expect(answer.status == 200)
      #expect(!answer.headers.contains { $0.name == "Idempotency-Replayed" })
    }
    #expect(try await bench.desk.headPosition() == before)
  }
}
