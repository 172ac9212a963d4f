import Interchange
package import PageKit
package import SafetySurveys

/// How safe people feel to speak, team by team: the last result, how it developed, what helps.
///
/// The same for whoever may read. No totals, no order by result, no person.
package struct SafetyPage: Sendable {
  private let report: SurveyReport
  private let context: PageContext

  package init(report: SurveyReport, context: PageContext) {
    self.report = report
    self.context = context
  }

  private static let page = SitePath.safety(.results)

  package var html: String {
    SafetyFrame("Safety to speak", [("Safety to speak", Self.page)], context: context).html {
      SafetyFrame.head(
        "Safety to speak",
        "Whether people can tell of a mistake, ask for help and disagree. Teams are asked, never persons; under five answers nothing is shown, to anybody."
      )
      for round in waiting { invitation(round) }
      if report.teams.isEmpty { empty }
      for team in report.teams { TeamPanel(team: team, context: context).html }
      prompts
      NearMissBars(quarters: report.quarters).html
      if context.mayConfigure { open }
    }
  }

  private var waiting: [SurveyRound] { report.teams.flatMap(\.rounds).filter(\.awaitsReader) }

  private func invitation(_ round: SurveyRound) -> HTML {
    Tag.section(.class("panel survey-invitation"), .label("You are asked")) {
      Tag.p { "‘\(round.team)’ is asked until \(Wording.longDate(round.lastDay)), and so are you. Two minutes." }
      Tag.p {
        Tag.a(.class("button strong"), .href(.safety(.answer(round.id)))) { "Answer seven statements" }
        " "
        Tag.a(.href(.safety(.why))) { "Why nobody learns who said what" }
      }
    }
  }

  private var empty: HTML {
    Tag.p(.class("gap-block")) {
      context.mayConfigure
        ? "Nobody has been asked yet. Open a round below for a team of five or more, and tell them why you ask."
        : "Nobody has been asked yet. An administrator can open a round for a team of five or more."
    }
  }

  private var prompts: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("prompts-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("prompts-title")) { "If you lead" }
        Tag.p(.class("section-note")) { "What you do first is what others dare next." }
      }
      Tag.ol(.class("survey-prompts")) {
        for prompt in LeaderPrompt.all {
          Tag.li {
            Tag.h3 { prompt.title }
            Tag.p { prompt.text }
            if let command = prompt.command {
              Tag.p {
                Tag.a(.href(.safety(.rephrase))) { "Try a sentence" }
                ", or in a terminal: "
                Tag.code { command }
              }
            }
          }
        }
      }
    }
  }

  private var open: HTML {
    let form = ActionForm(
      "open-round", ActionPath(.openSafetyRound), on: Self.page, context: context, returnTo: Self.page)
    return Tag.details(.class("filter"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Open a round" }
      form.html(.class("form panel")) {
        form.field("team", "Team", isRequired: true, lengthMax: SurveyLimits.teamScalarsMax, placeholder: "Checkout")
        form.field(
          "people", "Who is asked", .lines,
          hint:
            "Handles, one a line, \(SurveyLimits.invitedMin) or more. All of the team, and nobody else: everybody can read this list.",
          isRequired: true, placeholder: "ann\nben")
        form.field("firstDay", "First day", .line(type: "date"), hint: "Empty: today")
        form.field("lastDay", "Last day", .line(type: "date"), hint: "Empty: two weeks after the first")
        Tag.button(.class("strong"), .set("type", "submit")) { "Open the round" }
      }
    }
  }
}

/// What the pages of this room have in common.
struct SafetyFrame: Sendable {
  let title: String
  let trail: [(label: String, path: SitePath)]
  let context: PageContext?
  var scripts: [Asset] = [.rail]

  init(
    _ title: String, _ trail: [(label: String, path: SitePath)], context: PageContext?, scripts: [Asset] = [.rail]
  ) {
    self.title = title
    self.trail = trail
    self.context = context
    self.scripts = scripts
  }

  func html(@HTMLBuilder content: () -> HTML) -> String {
    PageFrame(
      title: title, trail: trail, kind: "safety", context: context, scripts: scripts, styles: [.lessons, .survey]
    ).html(content: content)
  }

  static func head(_ title: String, _ lede: String) -> HTML {
    Tag.header(.class("lead lesson-lead")) {
      Tag.h1 { title }
      Tag.p(.class("lede")) { lede }
    }
  }
}
