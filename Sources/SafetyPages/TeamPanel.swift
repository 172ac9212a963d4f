import Interchange
import PageKit
import SafetySurveys

/// One team: its last result, the rounds before it, where to begin.
struct TeamPanel: Sendable {
  let team: SurveyReport.Team
  let context: PageContext

  private var key: String { "team-\(team.rounds.first?.id ?? 0)" }

  var html: HTML {
    Tag.section(.class("lesson-group survey-team"), .labelledBy(key)) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id(key)) { team.team }
        if let change = team.change { Tag.p(.class("section-note")) { change.words } }
      }
      for round in team.rounds where round.state != .closed { running(round) }
      if team.rounds.contains(where: { $0.state == .closed }) { RoundsPlot(rounds: team.rounds, id: key).html }
      if let result = team.latestResult { latest(result) }
    }
  }

  private func running(_ round: SurveyRound) -> HTML {
    let place = SitePath.safety(.results)
    return Tag.div(.class("survey-running")) {
      Tag.p {
        round.state == .waiting
          ? "A round begins on \(Wording.longDate(round.firstDay))."
          : "A round is open until \(Wording.longDate(round.lastDay)): \(round.drawn) of \(round.invited.count) have drawn a ticket. Results are shown when it is over."
      }
      if round.state == .open, round.isInvited, round.hasDrawn {
        Tag.p {
          Tag.a(.href(.safety(.answer(round.id)))) { "Open your answer again" }
          ", so that your browser can see whether it still has to be sent."
        }
      }
      Tag.details {
        Tag.summary { "Who is asked" }
        Tag.p { round.invited.joined(separator: ", ") }
      }
      if context.mayConfigure {
        ActionForm(
          "close-\(round.id)", ActionPath(.closeSafetyRound, "\(round.id)"), on: place, context: context,
          returnTo: place
        ).button("Close the round now", class: "quiet", label: "Close the round of \(round.team) now")
      }
    }
  }

  private func latest(_ result: SurveyResult) -> HTML {
    .joined([
      Tag.h3 { "Statement by statement" },
      Tag.ul(.class("survey-means")) { for mean in result.items { row(mean) } },
      Tag.p(.class("section-note")) {
        "Means of the last round with a result, from 1 to 7, turned so that more is better. Beyond 1.5 and 6.5 they are not told exactly."
      },
      Tag.h3 { result.toBeginWith.contains(where: \.isLow) ? "Where to begin" : "None is low; the lowest is" },
      Tag.ul(.class("survey-begin")) { for mean in result.toBeginWith { begin(mean) } },
    ])
  }

  private func row(_ mean: SurveyResult.Mean) -> HTML {
    let item = SurveyItem.all[mean.item - 1]
    return Tag.li(.class(mean.isLow ? "is-low" : "")) {
      Tag.span(.class("survey-topic")) { item.goodness }
      Tag.svg(.class("survey-bar"), .set("height", "10"), .hidden) {
        Tag.rect(.class("survey-bar-ground"), .set("width", "100%"), .set("height", "10"))
        Tag.rect(.class("survey-bar-value"), .set("width", "\(Scale.place(mean.value))%"), .set("height", "10"))
      }
      Tag.span(.class("survey-value")) { mean.words + (mean.isLow ? ", low" : "") }
    }
  }

  private func begin(_ mean: SurveyResult.Mean) -> HTML {
    let item = SurveyItem.all[mean.item - 1]
    return Tag.li {
      Tag.p { Tag.strong { "\(item.topic): \(mean.words)" } }
      Tag.ul { for help in item.help { Tag.li { help } } }
    }
  }
}

/// Where a number of the scale lies, in hundredths of the width.
enum Scale {
  static func place(_ value: Double) -> Double { ((value - 1) / 6 * 1000).rounded() / 10 }
}

/// Rounds of a team below each other, the newest last: the mean a dot, its interval a line; all of it in words too.
struct RoundsPlot: Sendable {
  /// Rounds that are drawn.
  private static let roundsMax = 12

  let rounds: [SurveyRound]
  let id: String

  var html: HTML {
    Tag.figure(.class("survey-rounds")) {
      Tag.figcaption(.class("section-note")) {
        "Mean of all seven statements; 1 is little safety, 7 is much. The line: \(SurveyResult.intervalWords)"
      }
      Tag.ol {
        for round in rounds.filter({ $0.state == .closed }).suffix(Self.roundsMax) { row(round) }
      }
      Tag.div(.class("survey-row survey-axis"), .hidden) {
        Tag.span()
        Tag.svg(.class("survey-plot"), .set("height", "18")) {
          for mark in [1, 4, 7] {
            Tag.text(
              .class("plot-tick"), .set("x", "\(Scale.place(Double(mark)))%"), .set("y", "14"),
              .set("text-anchor", mark == 1 ? "start" : mark == 7 ? "end" : "middle")
            ) { "\(mark)" }
          }
        }
        Tag.span()
      }
    }
  }

  private func row(_ round: SurveyRound) -> HTML {
    Tag.li(.class("survey-row")) {
      Tag.span(.class("survey-day")) { Wording.dayAndMonth(round.lastDay) }
      if let result = round.result {
        plot(result)
        Tag.span(.class("survey-value")) {
          Tag.strong { result.mean.words }
          " (\(ScaleText.digit(result.low)) to \(ScaleText.digit(result.high))); \(result.answered) of \(round.invited.count) answered"
        }
      } else {
        Tag.span(.class("survey-none")) { round.withheld?.words ?? "It is over, and is being counted." }
      }
    }
  }

  private func plot(_ result: SurveyResult) -> HTML {
    Tag.svg(.class("survey-plot"), .set("height", "22"), .hidden) {
      for mark in [1.0, 4.0, 7.0] {
        let x = "\(Scale.place(mark))%"
        Tag.line(.class("plot-grid"), .set("x1", x), .set("x2", x), .set("y1", "0"), .set("y2", "22"))
      }
      Tag.line(
        .class("survey-interval"), .set("x1", "\(Scale.place(result.low))%"),
        .set("x2", "\(Scale.place(result.high))%"), .set("y1", "11"), .set("y2", "11"))
      Tag.circle(
        .class("survey-dot"), .set("cx", "\(Scale.place(result.mean.value))%"), .set("cy", "11"), .set("r", "5"))
    }
  }
}

/// Near misses by quarter: what people tell unasked.
struct NearMissBars: Sendable {
  let quarters: [SurveyReport.Quarter]

  var html: HTML {
    let most = max(quarters.map(\.nearMisses).max() ?? 0, 1)
    return Tag.section(.class("lesson-group"), .labelledBy("told-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("told-title")) { "Near misses told" }
        Tag.p(.class("section-note")) {
          "Of all teams. Where it is safe to speak, more of them are told: this number should rise."
        }
      }
      Tag.ol(.class("survey-quarters")) {
        for quarter in quarters {
          Tag.li(.class("survey-row")) {
            Tag.span(.class("survey-day")) { quarter.quarter }
            Tag.svg(.class("survey-plot"), .set("height", "14"), .hidden) {
              Tag.rect(
                .class("survey-bar-value"), .set("width", "\(quarter.nearMisses * 100 / most)%"), .set("height", "14"))
            }
            Tag.span(.class("survey-value")) { Wording.count(quarter.nearMisses, "near miss", "near misses") }
          }
        }
      }
      Tag.p { Tag.a(.href(.response(.nearMisses))) { "Tell of one" } }
    }
  }
}
