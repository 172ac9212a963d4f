import Chronology
import Documents
import Incidents
import Postmortems
import Testing

struct StageRuleTests {
  // MARK: Accounts

  @Test func `an account is told by its person, until all are opened`() {
    var play = Play()
    let told = AccountStatement(saw: "seven of eight", expected: "eight", surprised: "", sense: "it was green")
    #expect(play.play(.askAccounts(["sam", "sam"])) == "done")
    #expect(play.play(.askAccounts(["sam"])) == "nothing-new")
    #expect(play.play(.askAccounts([])) == "empty")
    #expect(play.play(.giveAccount(told), by: "eve") == "wrong-state", "nobody asked her")
    #expect(play.play(.giveAccount(told), by: "sam") == "done")
    #expect(play.play(.giveAccount(told), by: "sam") == "nothing-new")
    #expect(
      play.play(.giveAccount(AccountStatement(saw: "all")), by: "lee") == "done", "a participant may tell unasked")
    #expect(play.play(.giveAccount(AccountStatement(saw: " ")), by: "lee") == "empty")
    #expect(play.postmortem.seen(by: "lee").accounts.map { $0.statement?.saw } == [nil, "all"])
    #expect(play.postmortem.seen(by: nil).accounts.allSatisfy { $0.statement == nil && $0.isIn })
    #expect(play.play(.openAccounts(reason: nil), by: "lee") == "wrong-state", "he does not lead it")
    #expect(play.play(.openAccounts(reason: nil), by: "flo") == "done")
    #expect(play.postmortem.seen(by: "eve").accounts.map { $0.statement?.saw } == ["seven of eight", "all"])
    #expect(play.play(.giveAccount(AccountStatement(saw: "else")), by: "sam") == "wrong-state")
    #expect(play.play(.openAccounts(reason: nil), by: "flo") == "nothing-new")
  }

  @Test func `before all are in, accounts open with a reason`() {
    for (person, isAdministrator) in [("flo", false), ("kim", false), ("ann", true)] {
      var play = Play()
      #expect(play.play(.openAccounts(reason: "x"), by: person, isAdministrator: isAdministrator) == "wrong-state")
      play.play(.askAccounts(["sam", "lee"]))
      #expect(play.play(.giveAccount(nil), by: "lee") == "done")
      #expect(play.postmortem.missingAccounts == ["sam"], "who would rather not is not waited for")
      #expect(play.play(.openAccounts(reason: nil), by: person, isAdministrator: isAdministrator) == "needs-reason")
      #expect(play.play(.openAccounts(reason: "on leave"), by: person, isAdministrator: isAdministrator) == "done")
    }
  }

  @Test func `nobody gives the lead to themselves while accounts wait to be opened`() {
    var play = Play()
    func named(_ owner: String, _ facilitator: String) -> PostmortemCommand {
      var details = play.postmortem.details
      (details.owner, details.facilitator) = (owner, facilitator)
      return .writeDetails(details)
    }
    #expect(play.play(named("kim", "eve"), by: "eve") == "done", "nobody has been asked yet")
    #expect(play.play(named("kim", "flo"), by: "kim") == "done")
    play.play(.askAccounts(["sam"]))
    #expect(play.play(named("kim", "eve"), by: "eve") == "wrong-state")
    #expect(play.play(named("eve", "flo"), by: "eve") == "wrong-state")
    #expect(play.play(named("kim", "eve"), by: "eve", isAdministrator: true) == "done")
    #expect(play.play(named("lee", "flo"), by: "kim") == "done", "the owner passes it on")
    var title = play.postmortem.details
    title.title = "Cards were declined"
    #expect(play.play(.writeDetails(title), by: "sam") == "done", "the title is everybody's")
    play.play(.openAccounts(reason: "on leave"), by: "lee")
    #expect(play.play(named("sam", "flo"), by: "sam") == "done", "nothing waits any more")
  }

  @Test(arguments: [
    ("final", true), ("Published 2026-03-01", true), ("complete", true), ("draft, not final", false),
    ("not complete yet", false), ("final review pending", false), ("almost done", false), ("draft", false), ("", false),
  ])
  func `a document that calls itself finished is final`(status: String, isFinal: Bool) {
    #expect(Postmortem.isFinal(status) == isFinal)
  }

  @Test func `a verdict is of the text that was in review`() {
    var play = Play()
    play.play(.nameReviewers(["ana"]))
    play.play(.changeStage(StageRequest(stage: .inReview)))
    #expect(play.play(.giveVerdict(VerdictGiven(isApproved: true, note: "")), by: "ana") == "done")
    #expect(play.postmortem.standingVerdicts["ana"]?.content.isApproved == true)
    play.play(.changeStage(StageRequest(stage: .draft)))
    play.play(.writeSection(.summary, markdown: "All of it is new."))
    play.play(.changeStage(StageRequest(stage: .inReview)))
    #expect(play.postmortem.standingVerdicts.isEmpty, "ana has not seen this one")
    #expect(play.play(.giveVerdict(VerdictGiven(isApproved: true, note: "")), by: "ana") == "done")
  }

  // MARK: Review and stage

  @Test(
    arguments: [
      ([.inReview], "done"), ([.final], "wrong-state"), ([.draft], "nothing-new"), ([.inReview, .draft], "done"),
      ([.inReview, .final], "done"), ([.inReview, .final, .inReview], "wrong-state"),
      ([.inReview, .final, .draft], "needs-reason"),
    ] as [([PostmortemStage], String)])
  func `a postmortem goes over review`(stages: [PostmortemStage], outcome: String) {
    var play = Play()
    var last = ""
    for stage in stages { last = play.play(.changeStage(StageRequest(stage: stage))) }
    #expect(last == outcome)
  }

  @Test func `shut gates are passed with a reason that stays`() {
    var play = Play()
    play.play(.changeStage(StageRequest(stage: .inReview)))
    let shut: [PostmortemGate] = [.findings, .accounts]
    #expect(play.play(.changeStage(StageRequest(stage: .final, shut: shut))) == "held-by-review")
    #expect(play.play(.changeStage(StageRequest(stage: .final, reason: " ", shut: shut))) == "held-by-review")
    #expect(play.play(.changeStage(StageRequest(stage: .final, reason: "on leave", shut: shut))) == "done")
    #expect(play.postmortem.passed == shut.map { PassedGate(gate: $0, reason: "on leave") })
    #expect(play.play(.changeStage(StageRequest(stage: .draft, note: "a new fact"))) == "done")
    #expect(play.postmortem.revision == 2)
    #expect(play.postmortem.passed.isEmpty)
  }

  @Test func `reviewers speak while it is in review, on the revision that it is`() {
    var play = Play()
    let yes = PostmortemCommand.giveVerdict(VerdictGiven(isApproved: true))
    #expect(play.play(.nameReviewers(["ana"])) == "done")
    #expect(play.play(.nameReviewers(["ana", "ana"])) == "nothing-new")
    #expect(play.play(yes, by: "ana") == "wrong-state", "not in review")
    play.play(.changeStage(StageRequest(stage: .inReview)))
    #expect(play.play(yes, by: "eve") == "wrong-state", "not named")
    #expect(play.play(.giveVerdict(VerdictGiven(isApproved: false)), by: "ana") == "needs-reason")
    #expect(play.play(yes, by: "ana") == "done")
    #expect(play.play(yes, by: "ana") == "nothing-new")
    #expect(play.postmortem.standingVerdicts["ana"]?.content.isApproved == true)
    play.play(.changeStage(StageRequest(stage: .final)))
    play.play(.changeStage(StageRequest(stage: .draft, note: "again")))
    #expect(play.postmortem.standingVerdicts.isEmpty, "a new revision is read anew")
  }

  @Test func `what is final is opened before it is written on, but for comments and actions`() {
    var play = Play()
    play.play(.writeAction(ActionWritten(content: ActionContent(text: "a", kind: .detect, term: .longTerm))))
    play.play(.writeFactor(Factor(text: "a", kind: .trigger)))
    play.finish()
    let refused: [PostmortemCommand] = [
      .writeSection(.impact, markdown: "x"), .writeDetails(PostmortemDetails(title: "x")), .askAccounts(["sam"]),
      .giveAccount(nil), .openAccounts(reason: nil),
      .writeLines([TimelineLine(at: nil, basis: .said, text: "x")]), .removeLines([1]), .arrangeLines([1]),
      .explainGap(GapExplained(after: 1, text: "x")), .writeFactor(Factor(text: "x", kind: .trigger)),
      .writeAssumption(Assumption(believed: "x")), .writeLuck(Luck(text: "x")),
      .removePart(PartRemoved(part: .factor, number: 1)), .nameReviewers(["ana"]),
      .giveVerdict(VerdictGiven(isApproved: true)),
    ]
    for command in refused {
      #expect(play.refusal(command)?.code == .wrongState)
      #expect(play.refusal(command)?.hint == "open it again first")
    }
    #expect(
      play.play(.writeComment(CommentWritten(anchor: CommentAnchor(section: "impact"), text: "Still true?"))) == "done")
    #expect(play.play(.stepAction(ActionStepped(action: 1, state: .done))) == "done")
  }

  @Test func `somebody else's document has no stages and goes nowhere`() {
    var play = Play(origin: .library)
    #expect(play.postmortem.stage == .final)
    #expect(play.play(.changeStage(StageRequest(stage: .draft, note: "x"))) == "wrong-state")
    #expect(play.play(.publish(PublicationMade(audience: .internal, title: "a", markdown: "a"))) == "wrong-state")
  }

  // MARK: Publishing

  private func made(
    _ audience: PublicationAudience = .public, _ markdown: String = "# Cards", page: Bool = false,
    passed: [String] = [], reason: String? = nil
  ) -> PostmortemCommand {
    .publish(
      PublicationMade(
        audience: audience, title: "Cards", markdown: markdown, isOnStatusPage: page, passed: passed, reason: reason))
  }

  @Test func `only what is final leaves the house`() {
    var play = Play()
    #expect(play.play(made()) == "wrong-state")
    #expect(play.play(made(.stakeholders)) == "wrong-state")
    #expect(play.play(made(.internal)) == "done")
    play.finish()
    #expect(play.play(made()) == "done")
    #expect(play.play(made()) == "already-published")
    #expect(play.play(made(page: true)) == "done")
    #expect(play.postmortem.publication(to: .public)?.content.isOnStatusPage == true)
    #expect(play.play(made(.stakeholders, page: true)) == "wrong-state")
  }

  @Test func `findings hold it back, and secrets whatever the reason`() {
    var play = Play()
    play.finish()
    #expect(play.play(made(passed: ["missing-apology"])) == "held-by-review")
    #expect(play.play(made(passed: ["missing-apology", "secret"], reason: "so what")) == "held-by-review")
    #expect(play.play(made(passed: ["missing-apology"], reason: "nobody was hit")) == "done")
    #expect(play.postmortem.publication(to: .public)?.content.reason == "nobody was hit")
  }

  @Test func `what is private is not for the public, and a drill not for the status page`() {
    var play = Play()
    play.finish()
    play.isPrivate = true
    #expect(play.play(made()) == "private-incident")
    #expect(play.play(made(.stakeholders)) == "done")
    play.isPrivate = false
    play.isDrill = true
    #expect(play.play(made(page: true)) == "wrong-state")
    #expect(play.play(made()) == "done")
  }

  @Test func `only what is out is taken back, with a reason, and then all of it`() {
    var play = Play()
    let back = PostmortemCommand.withdraw(PublicationWithdrawn(audience: .public, reason: "it named a customer"))
    #expect(play.play(back) == "not-published")
    play.finish()
    play.play(made())
    play.play(made(.public, "# Cards, anew"))
    #expect(play.play(.withdraw(PublicationWithdrawn(audience: .public, reason: " "))) == "needs-reason")
    #expect(play.play(back) == "done")
    #expect(play.postmortem.publication(to: .public) == nil)
    #expect(play.postmortem.publications.allSatisfy { !$0.isOut })
    #expect(play.play(back) == "not-published")
    #expect(play.play(made()) == "done", "it can go out again")
  }
}
