import Chronology
import CommandKit
import Interchange
import Schemas
import TerminalPages
import Testing

/// What a command makes of what is answered: listings up to their limit, refusals with the next command.
struct CommandAnswerTests {
  /// Answers a listing of so many items, page by page.
  private struct Shelf: APIClient {
    let count: Int

    func send(_ request: APIRequest) async throws -> APIAnswer {
      let size = Int(request.query["limit"] ?? "") ?? 50
      let from = Int(request.query["cursor"] ?? "") ?? 0
      let end = min(count, from + size)
      let page = PageAnswer(items: (from..<end).map { "item \($0)" }, next: end < count ? "\(end)" : nil)
      return APIAnswer(status: 200, body: WireCoding.bytes(of: page))
    }
  }

  private struct Refusing: APIClient {
    let problem: Problem

    func send(_ request: APIRequest) async throws -> APIAnswer { problem.answer() }
  }

  private func client(_ client: any APIClient) -> CommandClient {
    CommandClient(client: client, zone: .utc, format: .text, now: Instant(seconds: 0))
  }

  @Test(arguments: [(199, false), (200, false), (201, true), (400, true)])
  func `a listing says that there is more exactly where there is`(count: Int, hasMore: Bool) async throws {
    let found: (items: [String], hasMore: Bool) = try await client(Shelf(count: count)).first(200, .listActions)
    #expect(found.items.count == min(count, 200))
    #expect(found.hasMore == hasMore)
    let all: (items: [String], hasMore: Bool) = try await client(Shelf(count: count)).first(nil, .listActions)
    #expect(all.items.count == count)
    #expect(!all.hasMore)
  }

  private func told(
    _ problem: Problem, _ operation: OperationID, _ path: [String: String]
  ) async -> String {
    do {
      let _: Answered<JSONValue> = try await client(Refusing(problem: problem)).ask(operation, path: path)
      return "nothing was refused"
    } catch let problem as Problem {
      return CommandFailure(problem).description
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    (
      OperationID.stepAction, ["postmortem": "PM-1", "action": "9"], "there is no PM-1-A9",
      "mayday actions --all --postmortem PM-1"
    ),
    (.readPostmortem, ["postmortem": "PM-9"], "there is no PM-9", "mayday postmortem list"),
    (.readIncident, ["incident": "INC-9"], "there is no INC-9", "mayday incidents"),
    (.removeFactor, ["postmortem": "PM-1", "factor": "4"], "there is no F4 of PM-1", "mayday postmortem show PM-1"),
    (
      .readPublication, ["postmortem": "PM-1", "audience": "public"], "there is no publication of PM-1 for 'public'",
      "mayday postmortem publish PM-1"
    ),
    (.readChecklist, ["process": "deploy"], "there is no checklist 'deploy'", "mayday checklist add deploy \"What"),
    (.readChecklist, ["process": "De ploy!"], "there is no checklist 'De ploy!'", "lower-case letters"),
  ])
  func `what is not there is named, with the command that lists what is`(
    operation: OperationID, path: [String: String], fact: String, command: String
  ) async {
    let text = await told(.notFound(Operations[operation].thing(path)), operation, path)
    #expect(text.hasPrefix(fact + "\n"), "\(text)")
    #expect(text.contains(command), "\(text)")
  }

  @Test(arguments: [
    ("ask for review first", "Ask for review first: mayday postmortem review PM-2"),
    ("open it again first", "Open it again first: mayday postmortem reopen PM-2 --reason \"…\""),
  ])
  func `a stage that is wrong is told with the command that changes it`(hint: String, said: String) async {
    let problem = Problem(.wrongState, "it is a draft", place: "PM-2", hint: hint)
    #expect(await told(problem, .changeStage, ["postmortem": "PM-2"]).hasSuffix(said))
  }

  @Test(arguments: [
    ("/people/0", "the name: this is empty"), ("/people/2", "the name, number 3: this is empty"),
    ("/replyTo", "--reply-to: this is empty"), ("/opening", "--opening: this is empty"),
    ("/elsewhere", "elsewhere: this is empty"), ("", "this is empty"),
  ])
  func `fields are called what was typed`(pointer: String, said: String) {
    let failure = CommandFailure(Problem.fields([FieldProblem(pointer: pointer, message: "this is empty")]))
    #expect(failure.fact == said)
  }

  @Test func `parameters are called what was typed`() {
    let problem = Problem(.invalidParameter, "this is too long", place: "query parameter 'opening'")
    #expect(CommandFailure(problem).fact == "--opening: this is too long")
  }

  @Test func `an error is told in lines that fit, and a command is not broken`() {
    let command = "mayday postmortem edit PM-1 impact --file a-file-with-a-name-that-is-long.md --seen 12"
    let text = ErrorText("mayday: error: \(String(repeating: "word ", count: 30))\n  Then: \(command)").wrapped
    let lines = text.split(separator: "\n")
    #expect(lines.dropLast().allSatisfy { TerminalText.width($0) <= 80 }, "\(text)")
    #expect(lines.last == "    \(command)")
    #expect(ErrorText("as it is").wrapped == "as it is")
  }
}
