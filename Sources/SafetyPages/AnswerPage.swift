import Foundation
import Interchange
package import PageKit
package import SafetySurveys

/// Seven statements to answer, on a phone in two minutes.
///
/// With its script the browser makes and blinds the ticket itself. Without, or where the browser has no means for it, the
/// server does both in its memory once the button is pressed, and answers with this page and a ticket in it.
package struct AnswerPage: Sendable {
  private let round: SurveyRound?
  private let ticket: SurveyTicket?
  private let open: [Int]
  private let context: PageContext

  /// `round` nil: the reader is asked nothing at present; `ticket`: one that was just drawn here; `open`: rounds that the
  /// reader may have tickets of.
  package init(round: SurveyRound?, ticket: SurveyTicket? = nil, open: [Int] = [], context: PageContext) {
    self.round = round
    self.open = open
    self.ticket = ticket
    self.context = context
  }

  package var html: String {
    SafetyFrame(
      "Answer", [("Safety to speak", .safety(.results)), ("Answer", .safety(.answer()))], context: context,
      scripts: ticket == nil ? [.answering] : []
    ).html {
      if let round { asked(round) } else { nothing }
    }
  }

  private var nothing: HTML {
    .joined([
      SafetyFrame.head("You are asked nothing at present", "There is no open round to which you are invited."),
      Tag.p { Tag.a(.class("button"), .href(.safety(.results))) { "To the results" } },
    ])
  }

  private func asked(_ round: SurveyRound) -> HTML {
    .joined([
      SafetyFrame.head(
        "How is it here, in ‘\(round.team)’?",
        "Seven statements, two minutes. What you answer is stored without a name, and only in a sum of five answers or more: no copy of the database tells who said what. While the round is open, whoever runs the server could do more."
      ),
      Tag.p { Tag.a(.href(.safety(.why))) { "How that is kept, and what it cannot protect from" } },
      Tag.details {
        Tag.summary { "Who is asked: \(Wording.count(round.invited.count, "person", "people"))" }
        Tag.p { round.invited.joined(separator: ", ") }
        Tag.p(.class("section-note")) {
          "Look whether you know them: with people who do not exist among them, an answer could be told apart."
        }
      },
      ticket == nil ? thanks : .empty,
      ticket == nil ? drawing(round) : .empty,
      questions(round),
    ])
  }

  /// What stands in the place of the statements once the answer is on its way.
  private var thanks: HTML {
    Tag.section(.class("panel survey-thanks"), .id("thanks"), .set("tabindex", "-1"), .set("hidden", "")) {
      Tag.h2 { "Thank you" }
      Tag.p(.class("survey-after"), .set("role", "status")) {}
      Tag.p { Tag.a(.class("button"), .href(.safety(.results))) { "To the results" } }
      Tag.button(.class("quiet survey-forget"), .set("type", "button"), .set("hidden", "")) {
        "Forget my answer in this browser"
      }
    }
  }

  /// What stands here until the script takes over.
  private func drawing(_ round: SurveyRound) -> HTML {
    Tag.section(.class("panel survey-plain"), .set("data-plain", "")) {
      if round.hasDrawn {
        Tag.p {
          "You have drawn your ticket in another browser or terminal, or without script. Answer there: nobody can draw it a second time for you."
        }
      } else {
        Tag.p {
          "This browser runs no script here, or has no means to blind a ticket. The server can do it: it makes your ticket in its memory, gives it to you on the next page, and keeps nothing of it. You then rely on the server’s word for that."
        }
        Tag.p {
          "The next page is shown once. If it is closed before you answer, or if the server is started anew before enough others have answered, your answer is lost: without script nothing sends it again."
        }
        Tag.form(.set("method", "post"), .action(.safety(.ticketHere(round.id)))) {
          FormField.token.hidden(context.visitor.formToken ?? "")
          Tag.button(.class("strong"), .set("type", "submit")) { "Draw my ticket here" }
        }
      }
    }
  }

  private func questions(_ round: SurveyRound) -> HTML {
    Tag.form(
      .class("survey-form"), .id("survey"), .set("method", "post"), .action(.safety(.answers)),
      .group([
        .set("data-round", "\(round.id)"), .set("data-modulus", round.modulus),
        .set("data-sign", Operations[.drawSafetyTicket].path(["round": "\(round.id)"])),
        .set("data-token", context.visitor.formToken ?? ""), .set("data-drawn", round.hasDrawn ? "yes" : ""),
        .set("data-open", open.map(String.init).joined(separator: " ")),
      ]), ticket == nil ? .set("hidden", "") : nil
    ) {
      HiddenField.html("round", "\(round.id)")
      if let ticket {
        HiddenField.html("ticket", ticket.secret.base64EncodedString())
        HiddenField.html("signature", ticket.signature.base64EncodedString())
      }
      for item in SurveyItem.all { question(item) }
      Tag.p(.class("survey-how")) {
        ticket == nil
          ? "Your browser makes your ticket and blinds it; the server signs it without seeing it. What you answer is sent without your session. It stays in this browser until it is counted, so that it can be sent again if the server is started anew: open this page once more before the last day if you can."
          : "The server made this ticket in its memory and forgot it. Your answer goes to an address that looks at no session. Answer now: this page is shown once."
      }
      Tag.button(.class("strong survey-send"), .set("type", "submit")) { "Send my answer" }
      Tag.p(.class("survey-state"), .set("role", "status")) {}
    }
  }

  private func question(_ item: SurveyItem) -> HTML {
    Tag.fieldset(.class("survey-item")) {
      Tag.legend { "\(item.number). \(item.statement)" }
      Tag.div(.class("survey-scale")) {
        for value in SurveyAnswers.scale {
          Tag.label {
            Tag.input(
              .set("type", "radio"), .set("name", "answer.\(item.number)"), .set("value", "\(value)"),
              .set("required", ""), Self.words(value).map { .label("\(value), \($0)") })
            Tag.span { "\(value)" }
          }
        }
      }
      Tag.p(.class("survey-ends"), .hidden) {
        Tag.span { "1 \(SurveyItem.scaleWords.lowest)" }
        Tag.span { "7 \(SurveyItem.scaleWords.highest)" }
      }
    }
  }

  private static func words(_ value: Int) -> String? {
    switch value {
    case SurveyAnswers.scale.lowerBound: SurveyItem.scaleWords.lowest
    case SurveyAnswers.scale.upperBound: SurveyItem.scaleWords.highest
    default: nil
    }
  }
}

/// What somebody reads who has answered without script; it knows nobody.
package struct AnsweredPage: Sendable {
  private let problem: SurveyError?

  package init(problem: SurveyError? = nil) { self.problem = problem }

  package var html: String {
    SafetyFrame(problem == nil ? "Thank you" : "Not taken", [], context: nil, scripts: []).html {
      Tag.section(.class("message")) {
        if let problem {
          Tag.h1 { "Your answer was not taken" }
          Tag.p(.class("lede")) { Wording.sentence("\(problem.place): \(problem.message)") + "." }
          if let hint = problem.hint { Tag.p { Wording.sentence(hint) + "." } }
          Tag.p { "Go back in your browser: what you marked is still there." }
        } else {
          Tag.h1 { "Thank you" }
          Tag.p(.class("lede")) {
            "Your answer waits with others in the server’s memory until it can be counted without standing alone."
          }
          Tag.p { "If the server is started anew before that, your answer is lost." }
          Tag.p { Tag.a(.class("button"), .href(.safety(.results))) { "To the results" } }
        }
      }
    }
  }
}
