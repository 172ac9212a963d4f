import Authoring
import Chronology
import Documents
import Findings
import Incidents
import Postmortems
import Testing

struct AskingTests {
  private func line(_ number: Int, _ clock: String, until: String? = nil) -> TimelineLine {
    TimelineLine(
      number: number, at: Mill.at(clock), until: until.map(Mill.at), basis: .said, text: "x", references: ["a"])
  }

  // MARK: Gaps

  @Test(arguments: [
    // (lines, started, ended, what is silent)
    (["10:00:00", "10:14:59", "10:29:58"], "10:00:00", "10:30:00", []),
    (["10:00:00", "10:15:01"], "10:00:00", "10:30:00", [1]),
    (["10:00:00", "10:50:00", "15:00:00"], "10:00:00", "15:00:00", [2]),
    (["08:00:00", "10:05:00", "10:10:00", "16:00:00"], "10:00:00", "10:20:00", []),
  ])
  func `a silence is a gap when it is long for its incident`(
    clocks: [String], started: String, ended: String, silent: [Int]
  ) {
    let lines = clocks.enumerated().map { line($0.offset + 1, $0.element) }
    let gaps = TimelineGaps(lines: lines, started: Mill.at(started), ended: Mill.at(ended)).gaps()
    #expect(gaps.map(\.after) == silent)
  }

  @Test func `between notice and first act a quarter of an hour is enough`() {
    let lines = [line(1, "10:00:00"), line(2, "10:20:00"), line(3, "15:00:00")]
    let quiet = TimelineGaps(lines: lines, started: Mill.at("10:00:00"), ended: Mill.at("20:00:00"))
    #expect(quiet.gaps().map(\.after) == [2])
    let noticed = TimelineGaps(
      lines: lines, explained: [1: "the phone was in use"], started: Mill.at("10:00:00"), ended: Mill.at("20:00:00"),
      detected: Mill.at("10:00:00"), acted: Mill.at("10:20:00"))
    #expect(noticed.gaps().map(\.after) == [1, 2])
    #expect(noticed.gaps().first?.explanation == "the phone was in use")
    #expect(noticed.gaps().first?.question.contains("noticed") == true)
  }

  @Test func `what lasts is no silence`() {
    let lines = [line(1, "10:00:00", until: "10:50:00"), line(2, "11:00:00")]
    #expect(TimelineGaps(lines: lines).gaps().isEmpty)
  }

  // MARK: Candidates

  @Test func `candidates are what was not taken yet`() {
    let mill = Mill().incident
    let taken = TimelineLine(
      number: 1, at: nil, basis: .said, text: "phrased otherwise", origin: .moment, originID: "m2")
    let events: [PostmortemEvent] = [
      .linesWritten(LinesWritten(lines: [taken])), .accountsAsked(AccountsAsked(people: ["Rosa"])),
      .accountGiven(AccountGiven(person: "Rosa", statement: AccountStatement(saw: "a lever", at: Mill.at("13:06:00")))),
    ]
    func lines(_ events: [PostmortemEvent]) -> [TimelineLine] {
      LineCandidates(incident: mill, report: Mill.report, postmortem: RandomParts.postmortem(events)).lines()
    }
    #expect(!lines(events).contains { $0.originID == "m2" || $0.origin == .account })
    let open = lines(events + [.accountsOpened(AccountsOpened())])
    #expect(open.contains { $0.origin == .account && $0.text == "a lever" })
    #expect(open.allSatisfy { $0.number == 0 })
    #expect(open.compactMap(\.at) == open.compactMap(\.at).sorted())
    #expect(open.count { $0.text.contains("stone 2: started") } == 1)
  }

  // MARK: Prompts

  private func prompts(_ events: [PostmortemEvent]) -> [PostmortemPrompt] {
    let postmortem = RandomParts.postmortem(events)
    return PostmortemPrompts(postmortem: postmortem, document: postmortem.document).prompts()
  }

  @Test func `each leaf is asked on, and a question goes when its answer stands`() {
    let first = Factor(number: 1, text: "a", kind: .trigger, sureness: .shown, evidence: ["x"])
    let second = Factor(number: 2, text: "b", kind: .condition, parent: 1)
    let third = Factor(number: 3, text: "c", kind: .condition, parent: 1)
    let asked = prompts([.factorWritten(first), .factorWritten(second), .factorWritten(third)])
    #expect(asked.filter { $0.topic == .why }.compactMap(\.number) == [2, 3], "it branches")
    #expect(Set(asked.filter { $0.topic == .caught }.compactMap(\.means)) == Set(Factor.Catch.Means.allCases))
    var caught = first
    caught.catches = [Factor.Catch(means: .test, answer: "no")]
    #expect(!prompts([.factorWritten(caught)]).contains { $0.means == .test })
    #expect(asked.contains { $0.topic == .luck })
    #expect(!prompts([.luckWritten(Luck(number: 1, text: "night"))]).contains { $0.topic == .luck })
  }

  @Test func `five whys are enough, and a circle ends`() {
    let chain = (1...6).map { Factor(number: $0, text: "f", kind: .condition, parent: $0 > 1 ? $0 - 1 : nil) }
    #expect(!prompts(chain.map { .factorWritten($0) }).contains { $0.topic == .why && $0.number == 6 })
    let circle = [1, 2].map { Factor(number: $0, text: "f", kind: .condition, parent: 3 - $0) }
    #expect(!prompts(circle.map { .factorWritten($0) }).isEmpty)
  }

  // MARK: Gates

  private func gates(_ events: [PostmortemEvent], _ impact: String = "", findings: [Finding] = []) -> [ShutGate] {
    let postmortem = RandomParts.postmortem(events)
    let document = PostmortemDocument(parsing: "# T\n\n## Impact\n\n\(impact)\n\n## Timeline\n")
    return PostmortemGates(postmortem: postmortem, document: document, findings: findings).shut()
  }

  private static let action = PostmortemEvent.actionWritten(
    ActionWritten(
      action: 1,
      content: ActionContent(
        text: "Mark the lever", kind: .prevent, term: .immediate, owner: "Rosa", due: CivilDate("2031-06-01"),
        verification: "A turned lever is seen from the door")))

  @Test func `a whole postmortem passes every gate`() {
    #expect(gates([Self.action], "412 orders, measured in `orders.log`.").isEmpty)
  }

  @Test func `each gate says what shuts it`() {
    let span = TextSpan(line: 3, column: 1, endLine: 3, endColumn: 2)
    let findings = [FindingSeverity.error, .warning].map {
      Finding(path: "p", span: span, rule: "blame", severity: $0, message: "m", reason: "r", question: "q")
    }
    let open = PostmortemEvent.actionWritten(
      ActionWritten(action: 2, content: ActionContent(text: "t", kind: .prevent, term: .immediate)))
    let shut = gates(
      [
        Self.action, open, .factorWritten(Factor(number: 1, text: "a", kind: .trigger, sureness: .shown)),
        .factorWritten(Factor(number: 2, text: "b", kind: .trigger)), .accountsAsked(AccountsAsked(people: ["Ana"])),
        .reviewersNamed(ReviewersNamed(people: ["Ben", "sam"])), .stageChanged(StageChanged(stage: .inReview)),
        .verdictGiven(VerdictGiven(isApproved: true)),
      ], "412 orders were lost.", findings: findings)
    #expect(shut.map(\.gate) == PostmortemGate.allCases)
    #expect(shut.first { $0.gate == .findings }?.reasons.count == 1)
    #expect(shut.first { $0.gate == .uncited }?.reasons.count == 2, "F1, and the 412 orders; F2 is only possible")
    #expect(shut.first { $0.gate == .actions }?.reasons == ["A2 has no owner, no date and no way to verify it"])
    #expect(shut.first { $0.gate == .reviewers }?.reasons == ["Ben has not reviewed this text yet"])
  }

  @Test(arguments: [
    ("About 40 orders, estimated from the ledger.", false), ("40 orders were lost.", true),
    ("| What | How much | Basis |\n|---|---|---|\n| Orders | 40 sacks | measured |", false),
    ("| What | How much | Basis |\n|---|---|---|\n| Orders | 40 sacks | |", true),
    ("It lasted 40 minutes on 3 May 2031, from 10:05 to 10:45 UTC.", false), ("Nobody was affected.", false),
    ("Release 2.1 and host web3 were fine.", false), ("12% of all orders", true), ("$2,000 of flour", true),
  ])
  func `figures of the impact say where they come from`(impact: String, isShut: Bool) {
    #expect(gates([Self.action], impact).contains { $0.gate == .uncited } == isShut)
  }
}
