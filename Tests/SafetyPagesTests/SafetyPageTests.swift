import Accounts
import Chronology
import Foundation
import Interchange
import PageKit
import PageTesting
import SafetyPages
import SafetySurveys
import Testing

/// What the pages on safety to speak hold, and what they must not.
struct SafetyPageTests {
  private static let reader = context(.reader)
  private static let administrator = context(.administrator)

  private static func context(_ role: AccountRole) -> PageContext {
    PageContext(
      visitor: PageVisitor(
        caller: Caller(account: "ann", displayName: "Ann", role: role, origin: .session(id: "1")), formToken: "token",
        formKey: "key"), now: Instant(seconds: 1_800_000_000))
  }

  private static func round(
    _ id: Int, _ levels: [Int], state: SurveyRound.State = .closed, isInvited: Bool = false, hasDrawn: Bool = false
  ) throws -> SurveyRound {
    let answers = try levels.map { level in
      try SurveyAnswers(SurveyItem.all.map { $0.isReversed ? 8 - level : level })
    }
    let result = state == .closed ? SurveyResult(SurveySums(of: answers)) : nil
    return SurveyRound(
      id: id, team: "Checkout <b>", firstDay: CivilDate(year: 2026, month: id, day: 1),
      lastDay: CivilDate(year: 2026, month: id, day: 14), state: state,
      invited: ["ann", "ben", "cem", "dua", "eva", "finn"], drawn: 3, modulus: state == .closed ? "" : "c0ffee",
      result: result, withheld: state == .closed && result == nil ? .tooFew : nil, isInvited: isInvited,
      hasDrawn: hasDrawn)
  }

  private static func page(_ rounds: [SurveyRound], context: PageContext = reader) -> Markup {
    let report = SurveyReport(
      rounds: rounds, nearMisses: [CivilDate(year: 2026, month: 1, day: 2), CivilDate(year: 2026, month: 5, day: 2)],
      today: CivilDate(year: 2026, month: 6, day: 1))
    return Markup(SafetyPage(report: report, context: context).html)
  }

  @Test func `results stand with interval and counts, low statements with what helps`() throws {
    let page = Self.page([try Self.round(1, [3, 4, 4, 4, 5])])
    #expect(page.text.contains("4.0 (2.6 to 5.4); 5 of 6 answered"))
    #expect(page.text.contains("it tells nothing of how answers spread"))
    #expect(page.text.contains("Where to begin"))
    #expect(page.text.contains(SurveyItem.all[0].help[0]))
    #expect(page.text.contains("1 near miss"))
    #expect(!page.text.contains("<b>"))
  }

  @Test func `a round of four says that nothing was kept, and shows no number of it`() throws {
    let page = Self.page([try Self.round(1, [6, 6, 6, 6])])
    #expect(page.text.contains("Fewer than five answered; nothing was kept."))
    #expect(!page.text.contains("Statement by statement"))
    #expect(page.all("circle", class: "survey-dot").isEmpty)
  }

  @Test func `a change is said with how sure it is`() throws {
    let page = Self.page([try Self.round(1, [2, 2, 3, 2, 2]), try Self.round(2, [6, 6, 5, 6, 6])])
    #expect(page.text.contains("Higher than the round before, by more than chance would explain."))
    #expect(page.all("circle", class: "survey-dot").count == 2)
  }

  @Test func `a result is never shown while its round is open`() throws {
    let page = Self.page([try Self.round(3, [5, 5, 5, 5, 5, 5], state: .open)])
    #expect(page.text.contains("3 of 6 have drawn a ticket"))
    #expect(page.all("circle", class: "survey-dot").isEmpty)
  }

  @Test func `only who was invited and has not drawn is asked, only who configures opens and closes`() throws {
    let asked = Self.page([try Self.round(3, [], state: .open, isInvited: true)])
    #expect(asked.text.contains("Answer seven statements"))
    #expect(asked.all("form").allSatisfy { $0.attributes["action"] == "/sign-out" })
    let drawn = Self.page([try Self.round(3, [], state: .open, isInvited: true, hasDrawn: true)])
    #expect(!drawn.text.contains("Answer seven statements"))
    let actions = Self.page([try Self.round(3, [], state: .open)], context: Self.administrator).all("form").compactMap {
      $0.attributes["action"]
    }
    #expect(actions.contains("/safety/rounds") && actions.contains("/safety/rounds/3/close"))
  }

  @Test func `seven statements are asked on a scale of seven, by labels, none of them chosen before`() throws {
    let round = try Self.round(3, [], state: .open, isInvited: true)
    let page = Markup(AnswerPage(round: round, context: Self.reader).html)
    let choices = page.all("input").filter { $0.attributes["type"] == "radio" }
    #expect(choices.count == 49)
    #expect(Set(choices.compactMap { $0.attributes["name"] }).count == 7)
    #expect(choices.allSatisfy { $0.attributes["checked"] == nil && $0.attributes["required"] != nil })
    for item in SurveyItem.all { #expect(page.text.contains(item.statement)) }
    #expect(page.text.contains("Draw my ticket here"))
    let form = try #require(page.all("form").first { $0.attributes["id"] == "survey" })
    #expect(form.attributes["action"] == "/safety/answers")
    #expect(form.attributes["data-modulus"] == "c0ffee")
    #expect(form.attributes["hidden"] != nil)
    #expect(!page.text.contains("not even whoever holds the database"))
    let thanks = try #require(page.all("section").first { $0.attributes["id"] == "thanks" })
    #expect(thanks.attributes["hidden"] != nil)
    #expect(page.all("input").allSatisfy { $0.attributes["name"] != "ticket" })
  }

  @Test func `with a ticket drawn here the page says so, and sends nothing that names the session`() throws {
    let round = try Self.round(3, [], state: .open, isInvited: true)
    let ticket = SurveyTicket(secret: Data([1]), signature: Data([2]))
    let page = Markup(AnswerPage(round: round, ticket: ticket, context: Self.reader).html)
    #expect(page.text.contains("The server made this ticket in its memory and forgot it."))
    #expect(page.all("script").isEmpty)
    let form = try #require(page.all("form").first { $0.attributes["id"] == "survey" })
    #expect(form.attributes["hidden"] == nil)
    #expect(page.all("input").filter { $0.attributes["name"] == "ticket" }.count == 1)
  }

  @Test func `the reasons and the limits are all told`() {
    let page = Markup(WhyPage(context: Self.reader).html)
    for part in WhyPage.kept { #expect(page.text.contains(part.title)) }
    for limit in WhyPage.limits { #expect(page.text.contains(limit)) }
  }

  @Test func `thanks and refusals without a session know nobody`() {
    #expect(Markup(AnsweredPage().html).text.contains("Thank you"))
    #expect(Markup(AnsweredPage().html).all("form").isEmpty)
    #expect(Markup(AnsweredPage(problem: .foreignTicket).html).text.contains("it is not a ticket of this round"))
  }
}
